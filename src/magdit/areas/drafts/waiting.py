"""Whom something waits for: who has the role, who stands in, who comes next, and who may answer. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.drafts.asking_rules import LEVELS, OUTSIDE, covers, highest, level_of
from magdit.areas.drafts.models_asked import Asked, AskingRules, StandIn, Waiting
from magdit.areas.people.models import Person, Role, School
from magdit.areas.people.queries import roles_at
from magdit.areas.people.rights import roles_of, roles_on
from magdit.areas.registers.school_days import school_days
from magdit.words.roles import ROLES

Kind = TypeVar("Kind", bound=Waiting)
Ladder = Sequence[tuple[str, str]]
AWAY, LATE, LEFT, FURTHER = "afwezig", "termijn", "vertrokken", "doorgevraagd"
OWNER = "eigenaar"  # no role: who answers for the account that it is about
ORDER = {word.code: at for at, word in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Next:
    """Who is asked: on which rung, in which role. `instead_of`: who is away, and for whom they answer."""

    rung: int
    role: str
    clause: str
    person: Person
    instead_of: Person | None = None


def rules_of(school: School) -> AskingRules:
    """What the school agreed about approving and answering; what holds for all when it agreed nothing."""
    return AskingRules.objects.filter(school=school).first() or AskingRules(school=school)


def answer_by(school: School, at: datetime, *, family: bool = False) -> datetime:
    """Until when an answer may take here, in days on which there is school."""
    rules = rules_of(school)
    return school_days(school).after(at, rules.family_days if family else rules.days)


def held_roles(person: UUID, school: School, on: date) -> tuple[str, ...]:
    """What someone is at this school on a day, or for its whole board."""
    here = roles_on(person, on).filter(Q(school=school) | Q(school=None, person__board=school.board_id))
    return tuple(here.values_list("role", flat=True))


def roles_here(person: Person, school: School, on: date) -> tuple[str, ...]:
    """The same of someone whose roles a request may remember."""
    board = person.board_id == school.board_id
    held = roles_of(person, on)
    return tuple(one.role for one in held if one.school_id == school.pk or (one.school_id is None and board))


def on_ladder(school: School, ladder: Ladder, on: date, *, owner: Person | None = None) -> OnLadder:
    """Everyone who may come up on this ladder, and who leads the school; read at once, with who stands in for them."""
    wanted = {code for name in (*LEVELS, *(role for role, _clause in ladder)) for code in _narrower(name)}
    rows = roles_at(school, on).filter(role__in=wanted, person__removed_on=None)
    found = sorted(rows.select_related("person__stand_in__deputy"), key=_nearest)
    is_there = owner is not None and owner.removed_on is None and bool(held_roles(owner.pk, school, on))
    return OnLadder(tuple(found), ladder, on, owner if is_there else None)


@dataclass(frozen=True, slots=True)
class OnLadder:
    """Who has which role at a school on a day, of the roles of one ladder."""

    rows: tuple[Role, ...]
    ladder: Ladder
    on: date
    owner: Person | None = None  # who looks after the account, when they are on the ladder

    def people_with(self, role: str) -> list[Person]:
        """Those nearest by first: the role itself, then narrower ones; never the same twice."""
        if role == OWNER:
            return [self.owner] if self.owner is not None else []
        wanted = _narrower(role)
        return list({row.person_id: row.person for row in self.rows if row.role in wanted}.values())

    def next(self, *, author: UUID | None, past: Collection[UUID] = (), start: int = 0) -> Next | None:
        """The first on the ladder, from this rung up, who is not the author and was not asked before."""
        own = self._level(author) if author else 0
        for rung, (role, clause) in enumerate(self.ladder[start:], start):
            for person in self.people_with(role):
                # A line manager is someone above one; two heads of a school are not each other's.
                too_low = role == "leidinggevende" and self._level(person.pk) <= own
                if person.pk == author or person.pk in past or too_low:
                    continue
                deputy = self._deputy(person)
                if deputy is not None and deputy.pk not in {author, *past}:
                    return Next(rung, role, clause, deputy, instead_of=person)
                return Next(rung, role, clause, person)
        return None

    def _level(self, person: UUID) -> int:
        return highest(row.role for row in self.rows if row.person_id == person)

    def _deputy(self, person: Person) -> Person | None:
        row = getattr(person, "stand_in", None)
        is_away = row is not None and row.away_until is not None and row.away_until >= self.on
        return row.deputy if row is not None and is_away and row.deputy.removed_on is None else None


def next_asked(
    school: School, ladder: Ladder, on: date, *, author: UUID | None, past: Collection[UUID] = (), start: int = 0,
    owner: Person | None = None,
) -> Next | None:  # fmt: skip
    """The first on the ladder, from this rung up, who is not the author and was not asked before."""
    there = on_ladder(school, ladder, on, owner=owner)
    return there.next(author=author, past=past, start=start)


def has_left(asked: Asked, school: School, on: date) -> bool:
    """Whether who is asked works there no more."""
    person = asked.asked
    return person is not None and (person.removed_on is not None or not held_roles(person.pk, school, on))


def stand_in_of(person: UUID) -> Person | None:
    """Who answers for someone when they let a term pass."""
    row = StandIn.objects.filter(person=person).select_related("deputy").first()
    return row.deputy if row is not None and row.deputy.removed_on is None else None


def deputy_of(person: Person, on: date) -> Person | None:
    """Who answers for someone today, because they are away."""
    row = StandIn.objects.filter(person=person, away_until__gte=on).select_related("deputy").first()
    return row.deputy if row is not None and row.deputy.removed_on is None else None


def may_answer(person: Person, waiting: Waiting, *, school: School, author: UUID, on: date) -> bool:
    """Who is asked, who stands in for them while they are away, whom it went past, and who stands above the role.

    Never the author, in whatever role or for whomever they stand in; nor who works there no more.
    """
    held = roles_here(person, school, on)
    if person.pk == author or person.board_id != school.board_id or OUTSIDE.issuperset(held):
        return False
    asked_before = {UUID(one["person"]) for one in waiting.via}
    if person.pk in {waiting.asked_id, *asked_before}:
        return True
    if waiting.asked is not None and deputy_of(waiting.asked, on) == person:
        return True
    return highest(held) > max(level_of(waiting.asked_role), 1)


def speaks_as(person: UUID, school: School, asked_role: str, on: date) -> bool:
    """Whether what they say counts as said by the role that was asked: they have it, or stand above it."""
    return covers(held_roles(person, school, on), asked_role)


def is_late(waiting: Waiting, at: datetime) -> bool:
    """Whether its term has passed without an answer."""
    return waiting.answered_at is None and waiting.withdrawn_at is None and waiting.due < at


def still_open(rows: QuerySet[Kind]) -> QuerySet[Kind]:
    """Those that still wait."""
    return rows.filter(answered_at=None, withdrawn_at=None)


def _narrower(role: str) -> frozenset[str]:
    """The role itself and narrower ones; a word of a pack's own is only itself."""
    return ROLES.below(role) if role in ORDER else frozenset({role})


def _nearest(row: Role) -> tuple[bool, int, int, str, str]:
    return (row.school_id is None, level_of(row.role), ORDER.get(row.role, 0), row.person.last, str(row.person_id))
