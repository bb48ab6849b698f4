"""Who is at a school, or at any school of a board, as another program may be told. One page of people at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.people.models import Board, ExternalId, Group, Person, Role, School
from magdit.areas.people.queries import members_on
from magdit.norms.act import school_year
from magdit.words.roles import ROLES


@dataclass(frozen=True, slots=True)
class Found:
    """One person with what they are today, in which groups, and how other systems name them."""

    person: Person
    roles: tuple[tuple[str, str], ...] = ()  # role, code of the school ("" for the whole board)
    groups: tuple[Group, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()  # system, key


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of them: of a group by its id or name, and of a role (a wider word means all narrower ones)."""

    group: str = ""
    role: str = ""
    person: UUID | None = None
    after: UUID | None = None


def people_within(board: Board, school: School | None, on: date, wanted: Wanted | None = None) -> QuerySet[Person]:
    """Everyone with a role there today, in an order that stays: by their id."""
    want = wanted or Wanted()
    roles = _roles(board, school, on)
    if want.role:
        roles = roles.filter(role__in=ROLES.below(ROLES.code(want.role)) if want.role in ROLES else [want.role])
    people = Person.objects.filter(pk__in=roles.values("person"), board=board, removed_on=None)
    if want.group:
        people = people.filter(_of_group(board, school, on, want.group))
    if want.person is not None:
        people = people.filter(pk=want.person)
    return (people.filter(pk__gt=want.after) if want.after is not None else people).order_by("pk")


def told_of(people: Sequence[Person], board: Board, school: School | None, on: date) -> tuple[Found, ...]:
    """What these people are, in three questions to the database however many they are."""
    ids = [one.pk for one in people]
    roles: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for person, role, code in (
        _roles(board, school, on).filter(person__in=ids).values_list("person", "role", "school__code")
    ):
        roles[person].append((role, code or ""))
    groups: dict[UUID, list[Group]] = defaultdict(list)
    for member in (
        members_on(on).filter(person__in=ids, group__in=_groups(board, school, on)).select_related("group__school")
    ):
        groups[member.person_id].append(member.group)
    keys = _keys(board, school, ids)
    return tuple(
        Found(
            one,
            tuple(sorted(set(roles[one.pk]))),
            tuple(sorted(groups[one.pk], key=lambda group: (group.name, str(group.pk)))),
            tuple(sorted(keys[one.pk])),
        )
        for one in people
    )


def _roles(board: Board, school: School | None, on: date) -> QuerySet[Role]:
    begun = Q(begins=None) | Q(begins__lte=on)
    lasting = Q(ends=None) | Q(ends__gte=on)
    here = Q(school=school) if school is not None else Q(school__board=board) | Q(school=None, person__board=board)
    return Role.objects.filter(begun, lasting, here, person__board=board)


def _groups(board: Board, school: School | None, on: date) -> QuerySet[Group]:
    here = Q(school=school) if school is not None else Q(school__board=board)
    return Group.objects.filter(here, year=school_year(on))


def _of_group(board: Board, school: School | None, on: date, told: str) -> Q:
    groups = _groups(board, school, on)
    try:
        groups = groups.filter(pk=UUID(told))
    except ValueError:
        groups = groups.filter(name=told)
    return Q(pk__in=members_on(on).filter(group__in=groups).values("person"))


def _keys(board: Board, school: School | None, ids: Iterable[UUID]) -> Mapping[UUID, list[tuple[str, str]]]:
    """Keys are kept per school ("oneroster:" and the id of the school); another school's are not told."""
    found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    rows = ExternalId.objects.filter(board=board, kind="persoon", object__in=list(ids))
    if school is not None:
        rows = rows.filter(system__endswith=f":{school.pk}")
    for held, system, key in rows.values_list("object", "system", "key"):
        found[held].append((system.partition(":")[0], key))
    return found
