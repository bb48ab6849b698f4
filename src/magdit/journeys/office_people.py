"""One person as the office keeps them: names, roles, groups, who stands around them, who changed it last.

Reads only. The change is told by the journal, which knows ids; the name of who did it comes from people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from magdit.areas.consent.models import Scan
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.queries import lines_about
from magdit.areas.people.coming_in import PUPILS
from magdit.areas.people.models import Account, Guardianship, Membership, Person, Role, School
from magdit.areas.people.names import whole
from magdit.areas.people.queries import members_on, visible_bonds
from magdit.journeys.office_paper import Question, form_for

EDITS = (
    "persoon gewijzigd",
    "adres afgeschermd",
    "afscherming opgeheven",
    "persoon vertrokken",
    "vertrek teruggedraaid",
)
BONDS = ("gezag gewijzigd", "verzorger verbonden", "band beeindigd")


@dataclass(frozen=True, slots=True)
class Page:
    """What the office sees of one person. `guardians` stand around them, `children` are whom they stand around.

    `papers`: the last that were taken in. `accounts` are open; `closed_on`: when the last one was closed, if none
    is open. `questions`: how each stands now, without who said what.
    """

    person: Person
    roles: tuple[Role, ...]
    groups: tuple[Membership, ...]
    guardians: tuple[Guardianship, ...]
    children: tuple[Guardianship, ...]
    accounts: tuple[Account, ...]
    papers: tuple[Scan, ...]
    closed_on: datetime | None
    questions: tuple[Question, ...]
    decides: bool
    on: date

    @property
    def can_be_invited(self) -> bool:
        """Whether they have no account and someone asks something of them: a parent, a colleague, who decides alone."""
        works = any(role.role not in PUPILS and (role.ends is None or role.ends >= self.on) for role in self.roles)
        bonds = (bond for bond in self.children if bond.ended is None or bond.ended >= self.on)
        asked = works or self.decides or any(bond.authority != "nee" for bond in bonds)
        return asked and not self.accounts and not self.person.institution

    @property
    def is_pupil(self) -> bool:
        """Whether a question of the school is about them as a pupil."""
        return any(role.role == "leerling" for role in self.roles)


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed something last, and when; `who` is empty for a list that was read in."""

    who: str
    at: datetime


def page_of(viewer: Person, school: School, person: Person, on: date, *, language: str) -> Page:
    """Everything about one person that the office works with."""
    seen = visible_bonds(viewer, on).select_related("child", "guardian").order_by("ended", "pk")
    bonds = list(seen.filter(Q(child=person) | Q(guardian=person)))
    groups = members_on(on).filter(person=person, group__school=school).select_related("group")
    accounts = list(Account.objects.filter(person=person).order_by("pk"))
    open_ = tuple(one for one in accounts if one.is_active)
    form = form_for(school, person, on, language=language)
    return Page(
        person=person,
        roles=tuple(Role.objects.filter(person=person).select_related("school").order_by("begins", "pk")),
        groups=tuple(groups.order_by("group__name")),
        guardians=tuple(bond for bond in bonds if bond.child_id == person.pk),
        children=tuple(bond for bond in bonds if bond.guardian_id == person.pk),
        accounts=open_,
        papers=tuple(Scan.objects.filter(person=person).order_by("-taken_in_at")[:10]),
        closed_on=_closed_on(person) if accounts and not open_ else None,
        questions=form.questions,
        decides=any(one.relation == "zelf" for one in form.signers),
        on=on,
    )


def _closed_on(person: Person) -> datetime | None:
    lines = lines_about(person.board_id, Ref("persoon", str(person.pk))).filter(verb="account gesloten")
    return lines.order_by("-number").values_list("at", flat=True).first()


def last_change(person: Person, verbs: tuple[str, ...] = EDITS) -> Change | None:
    """Who changed this last; for who typed something while it changed."""
    lines = lines_about(person.board_id, Ref("persoon", str(person.pk))).filter(verb__in=verbs)
    line = lines.order_by("-number").first()
    if line is None:
        return None
    by = Person.objects.filter(pk=line.actor).first() if line.actor_kind == "persoon" else None
    return Change("" if by is None else whole(by), line.at)
