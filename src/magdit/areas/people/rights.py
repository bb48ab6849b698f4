"""Who may do what: asked by every action before it changes anything. A person outside has no row here, so no right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Board, Person, Role, School
from magdit.words.roles import ROLES

KEEPERS = ("administratie", "schoolleiding", "beheerder")  # who keeps the people of a school up to date
LEADERS = ("schoolleiding", "beheerder", "bestuur")  # who says what a colleague may do
GOVERNORS = ("bestuur", "beheerder")  # of the board as a whole
REMEMBERED = "_roles_of_today"


def roles_on(person: UUID | str, day: date) -> QuerySet[Role]:
    """The roles that someone has on a day."""
    begun = Q(begins__isnull=True) | Q(begins__lte=day)
    lasting = Q(ends__isnull=True) | Q(ends__gte=day)
    return Role.objects.filter(begun, lasting, person_id=person)


def roles_of(person: Person, day: date) -> Sequence[Role]:
    """Their roles on a day. Of whom a request remembers them, they are not asked again: a page asks often."""
    known: tuple[date, Sequence[Role]] | None = person.__dict__.get(REMEMBERED)
    return known[1] if known is not None and known[0] == day else list(roles_on(person.pk, day))


def remember_roles(person: Person, day: date, *, anew: bool = False) -> Sequence[Role]:
    """Look the roles up once for this object, with their schools. For the person of one request alone."""
    if REMEMBERED in person.__dict__ and not anew:
        return roles_of(person, day)
    roles = tuple(roles_on(person.pk, day).select_related("school"))
    for role in roles:
        role.person = person
        if role.school is not None and role.school.board_id == person.board_id:
            role.school.board = person.board
    person.__dict__[REMEMBERED] = (day, roles)
    return roles


def has_role(person: UUID | str, roles: Iterable[str], *, school: School, on: date) -> bool:
    """Whether someone has one of these roles, or a narrower one, at this school or board-wide."""
    here = Q(school=school) | Q(school__isnull=True)
    return _held(person, roles, on).filter(here, person__board=school.board_id).exists()


def has_board_role(person: UUID | str, roles: Iterable[str], *, board: UUID, on: date) -> bool:
    """Whether someone has one of these roles for the board as a whole."""
    return _held(person, roles, on).filter(school__isnull=True, person__board=board).exists()


def with_narrower(roles: Iterable[str]) -> frozenset[str]:
    """These roles and every narrower one: a mentor is a teacher too."""
    return frozenset(code for role in roles for code in ROLES.below(role))


def where_held(person: Person, roles: Iterable[str], on: date) -> frozenset[UUID | None]:
    """Where someone has one of these roles or a narrower one: ids of schools, and None for the whole board."""
    wanted = with_narrower(roles)
    return frozenset(one.school_id for one in roles_of(person, on) if one.role in wanted)


def of_schools(where: frozenset[UUID | None]) -> Q:
    """The rows of these schools; every row for who has the whole board. The caller keeps to one board."""
    return ~Q(pk__in=[]) if None in where else Q(school__in=where)


def acting_person(doing: Doing) -> UUID:
    """The id of the person who acts; refused when it is none."""
    try:
        return UUID(doing.actor.id)
    except ValueError:
        raise Refused("not_yours") from None


def signed(doing: Doing) -> dict[str, str]:
    """Who acts and when, to be kept in a row beside what they said."""
    return {"by": str(acting_person(doing)), "at": doing.at.isoformat()}


def require(doing: Doing, roles: Iterable[str], *, school: School) -> None:
    """Refuse who has none of these roles at this school. A system (import, nightly, the command line) may pass."""
    require_any(doing, roles, schools=[school])


def require_any(doing: Doing, roles: Iterable[str], *, schools: Iterable[School]) -> None:
    """Refuse who has none of these roles at any of these schools, or for the whole board."""
    wanted, places = tuple(roles), tuple(schools)
    if any(school.board_id != doing.board for school in places):
        raise Refused("not_yours")
    if doing.actor.kind == "systeem":
        return
    if doing.actor.kind == "persoon" and any(
        has_role(acting_person(doing), wanted, school=school, on=doing.today) for school in places
    ):
        return
    require_board(doing, wanted, board=doing.board)


def require_board(doing: Doing, roles: Iterable[str], *, board: UUID) -> None:
    """Refuse who has none of these roles for the board as a whole."""
    if board != doing.board:
        raise Refused("not_yours")
    wanted, who = tuple(roles), doing.actor
    if who.kind == "systeem":
        return
    if who.kind == "persoon" and has_board_role(acting_person(doing), wanted, board=board, on=doing.today):
        return
    raise Refused("no_right", roles=", ".join(ROLES.dutch(role) for role in wanted))


def board_of(doing: Doing) -> Board:
    """The board for which is acted, or Refused when there is none."""
    board = Board.objects.filter(pk=doing.board).first()
    if board is None:
        raise Refused("not_yours")
    return board


def _held(person: UUID | str, roles: Iterable[str], day: date) -> QuerySet[Role]:
    return roles_on(person, day).filter(role__in=with_narrower(roles))
