"""What the register knows that a delivery may be about: read once, with a fixed number of queries. Changes nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from magdit.areas.people.models import ExternalId, Group, Guardianship, Membership, Person, Role, School


class KnownPerson(NamedTuple):
    """A person as the register has them."""

    id: UUID
    first: str
    called: str
    infix: str
    last: str
    born: date | None
    email: str
    shielded: bool
    institution: bool
    left_on: date | None


class KnownRole(NamedTuple):
    """A role at this school."""

    pk: int
    role: str
    begins: date | None
    ends: date | None


class KnownGroup(NamedTuple):
    """A group of this school."""

    id: UUID
    year: int
    name: str
    kind: str


class KnownMember(NamedTuple):
    """Someone in a group of this school."""

    pk: int
    begins: date | None
    ends: date | None


class KnownBond(NamedTuple):
    """Someone around a child of this school."""

    pk: int
    relation: str
    authority: str
    ended: date | None
    version: int


@dataclass(slots=True)
class Known:
    """The register, as far as one delivery can touch it."""

    people: dict[UUID, KnownPerson] = field(default_factory=dict)
    keys: dict[str, UUID] = field(default_factory=dict)  # of this system
    elsewhere: dict[str, set[UUID]] = field(default_factory=dict)  # keys of other systems of this school
    here: set[UUID] = field(default_factory=set)  # of this school, by a role or as guardian
    busy: set[UUID] = field(default_factory=set)  # with a role at another school, or board-wide
    roles: dict[UUID, list[KnownRole]] = field(default_factory=dict)
    groups: dict[UUID, KnownGroup] = field(default_factory=dict)
    group_keys: dict[str, UUID] = field(default_factory=dict)  # "2026/6a"
    members: dict[tuple[UUID, UUID, str], KnownMember] = field(default_factory=dict)
    bonds: dict[tuple[UUID, UUID], KnownBond] = field(default_factory=dict)


def system_of(kind: str, school: School) -> str:
    """The name under which keys are kept: per school, for two may number their pupils alike; short names may change."""
    return f"{kind}:{school.pk}"


def known_of(school: School, kind: str, *, whole_board: bool) -> Known:
    """Everything a delivery of this kind of system can touch at this school.

    `whole_board`: someone of another school may be offered as the same person. Not to who keeps one school only.
    """
    known = Known()
    _people(school, known)
    _keys(school, kind, known)
    _roles(school, known)
    _groups(school, known)
    _bonds(school, known)
    if not whole_board:
        seen = known.here | set(known.keys.values())
        known.people = {who: person for who, person in known.people.items() if who in seen}
    return known


def school_key(school: School, kind: str) -> str:
    """How this system named our school the last time, or ''."""
    found = ExternalId.objects.filter(
        board=school.board_id, system=system_of(kind, school), kind="school", object=school.pk
    ).first()
    return found.key if found else ""


def _people(school: School, known: Known) -> None:
    fields = KnownPerson._fields
    rows = Person.objects.filter(board=school.board_id, removed_on=None).values_list(*fields).iterator(5000)
    known.people = {row[0]: KnownPerson(*row) for row in rows}


def _keys(school: School, kind: str, known: Known) -> None:
    own = system_of(kind, school)
    others = defaultdict(set)
    rows = ExternalId.objects.filter(board=school.board_id, system__endswith=f":{school.pk}")
    for system, what, key, held in rows.values_list("system", "kind", "key", "object").iterator(5000):
        if what == "groep" and system == own:
            known.group_keys[key] = held
        elif what == "persoon" and held in known.people:
            others[key].add(held)
            if system == own:
                known.keys[key] = held
    known.elsewhere = dict(others)


def _roles(school: School, known: Known) -> None:
    found: dict[UUID, list[KnownRole]] = defaultdict(list)
    rows = Role.objects.filter(person__board=school.board_id)
    for person, at, pk, role, begins, ends in rows.values_list(
        "person", "school", "pk", "role", "begins", "ends"
    ).iterator(5000):
        if at == school.pk:
            found[person].append(KnownRole(pk, role, begins, ends))
            known.here.add(person)
        elif ends is None:
            known.busy.add(person)
    known.roles = dict(found)


def _groups(school: School, known: Known) -> None:
    rows = Group.objects.filter(school=school).values_list("id", "year", "name", "kind")
    known.groups = {row[0]: KnownGroup(*row) for row in rows}
    members = Membership.objects.filter(group__school=school)
    for group, person, role, pk, begins, ends in members.values_list(
        "group", "person", "role", "pk", "begins", "ends"
    ).iterator(5000):
        known.members[group, person, role] = KnownMember(pk, begins, ends)


def _bonds(school: School, known: Known) -> None:
    rows = Guardianship.objects.filter(child__board=school.board_id)
    fields = ("child", "guardian", "pk", "relation", "authority", "ended", "version")
    for child, guardian, pk, relation, authority, ended, version in rows.values_list(*fields).iterator(5000):
        known.bonds[child, guardian] = KnownBond(pk, relation, authority, ended, version)
        if child in known.here:
            known.here.add(guardian)
