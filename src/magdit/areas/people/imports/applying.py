"""Writing a difference into the register: rows in bulk, and a line in the journal for everyone it touched.

Runs inside the transaction of `run`. Ends and adds; removes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from magdit.areas.journal.actions import record_all
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.bonds import change_authority
from magdit.areas.people.imports.delivery import DeliveredPerson
from magdit.areas.people.imports.difference import Difference, OtherBond, Period
from magdit.areas.people.imports.telling import lines_of
from magdit.areas.people.models import ExternalId, Group, Guardianship, Membership, Person, Role, School

Progress = Callable[[str, int, int], None]
Row = TypeVar("Row", bound=Model)
AT_ONCE = 2000


def apply(doing: Doing, school: School, found: Difference, progress: Progress) -> None:
    """Write it all, in the order in which rows lean on each other."""
    _create(Person, (_person(doing, who, told) for who, told in found.people), len(found.people), "mensen", progress)
    _change_people(found)
    _groups(school, found)
    roles = (Role(person_id=r.person, school=school, role=r.role, begins=r.begins, ends=r.ends) for r in found.roles)
    _create(Role, roles, len(found.roles), "rollen", progress)
    _periods(Role.objects.all(), found.role_periods)
    members = (
        Membership(group_id=m.group, person_id=m.person, role=m.role, begins=m.begins, ends=m.ends)
        for m in found.members
    )
    _create(Membership, members, len(found.members), "leden van groepen", progress)
    _periods(Membership.objects.all(), found.member_periods)
    _bonds(doing, found, progress)
    _keys(doing, found, progress)
    lines = list(lines_of(school, found))
    progress("journaal", 0, len(lines))
    record_all(doing, lines)
    progress("journaal", len(lines), len(lines))


def _person(doing: Doing, who: UUID, told: DeliveredPerson) -> Person:
    return Person(
        id=who, board_id=doing.board, first=told.first or "", called=told.called or "", infix=told.infix or "",
        last=told.last or "", born=told.born, email=told.email or "", institution=bool(told.institution),
        shielded=bool(told.shielded),
    )  # fmt: skip


def _change_people(found: Difference) -> None:
    for some in _parts(found.changes):
        rows = Person.objects.select_for_update().in_bulk([change.id for change in some])
        fields: set[str] = set()
        for change in some:
            row = rows[change.id]
            for field, (was, now) in change.fields.items():
                if getattr(row, field) != was:
                    raise Refused("changed_meanwhile")
                setattr(row, field, now)
            row.version += 1
            fields |= set(change.fields)
        Person.objects.bulk_update(rows.values(), [*sorted(fields), "version"], batch_size=200)


def _groups(school: School, found: Difference) -> None:
    made = (Group(id=g.id, school=school, year=g.year, name=g.name, kind=g.kind) for g in found.groups)
    Group.objects.bulk_create(made, batch_size=AT_ONCE)
    for who, name, kind in found.renamed:
        Group.objects.filter(pk=who, school=school).update(name=name, kind=kind)


def _periods(rows: QuerySet[Role] | QuerySet[Membership], periods: list[Period]) -> None:
    for some in _parts(periods):
        held = rows.in_bulk([period.pk for period in some])
        for period in some:
            held[period.pk].begins, held[period.pk].ends = period.begins, period.ends
        rows.bulk_update(list(held.values()), ["begins", "ends"], batch_size=200)  # type: ignore[arg-type]  # one kind of row at a time


def _bonds(doing: Doing, found: Difference, progress: Progress) -> None:
    source = source_of(found)
    made = (
        Guardianship(
            child_id=b.child, guardian_id=b.guardian, relation=b.relation, authority=b.authority, source=source,
            since=b.since,
        )
        for b in found.bonds
    )  # fmt: skip
    _create(Guardianship, made, len(found.bonds), "verzorgers", progress)
    for bond in found.other_bonds:
        _other_bond(doing, bond, source)


def _other_bond(doing: Doing, bond: OtherBond, source: str) -> None:
    """Authority goes by the action that is there for it, with its own line in the journal."""
    version = bond.version
    if bond.relation:
        seen = Guardianship.objects.filter(pk=bond.pk, version=version)
        if not seen.update(relation=bond.relation, version=version + 1):
            raise Refused("changed_meanwhile")
        version += 1
    if bond.authority:
        change_authority(
            doing, bond.pk, seen_version=version, authority=bond.authority, source=source, since=bond.since
        )


def source_of(found: Difference) -> str:
    """Who says so, as it stands with a bond: the system and the day of its list."""
    return f"{found.system.partition(':')[0]}, lijst van {found.delivery.as_of:%d-%m-%Y}"


def _keys(doing: Doing, found: Difference, progress: Progress) -> None:
    keys = (
        ExternalId(board_id=doing.board, system=found.system, kind=kind, key=key, object=held)
        for kind, key, held in found.keys
    )
    _create(ExternalId, keys, len(found.keys), "sleutels", progress)
    own = ExternalId.objects.filter(board=doing.board, system=found.system, kind="persoon")
    for key, held in found.moved_keys:
        own.filter(key=key).update(object=held)


def _create(model: type[Row], rows: Iterable[Row], total: int, what: str, progress: Progress) -> None:
    done = 0
    for some in _parts(rows):
        model._default_manager.bulk_create(some)
        done += len(some)
        progress(what, done, total)


Some = TypeVar("Some")


def _parts(rows: Iterable[Some]) -> Iterator[list[Some]]:
    some: list[Some] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some
