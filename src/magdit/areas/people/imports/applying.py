"""Writing a difference into the register, and a line in the journal for everyone it touched.

`ready` works everything out before the transaction and writes nothing; `write` runs inside the transaction of `run`.
Ends and adds; removes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.many import ReadyLines, ready_lines, record_ready
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.rows import NewRows, OtherValues, new_rows, other_values
from magdit.areas.people.actions.bonds import change_authority
from magdit.areas.people.imports.delivery import DeliveredPerson
from magdit.areas.people.imports.difference import Change, Difference, OtherBond, Period
from magdit.areas.people.imports.telling import lines_of
from magdit.areas.people.models import ExternalId, Group, Guardianship, Membership, Person, Role, School

Progress = Callable[[str, int, int], None]
Rows = NewRows | OtherValues
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Ready:
    """A difference as it will be written: rows in the order in which they lean on each other, and the lines."""

    found: Difference
    rows: tuple[tuple[str, Rows], ...]
    lines: ReadyLines


def ready(doing: Doing, school: School, found: Difference, progress: Progress) -> Ready:
    """Everything that can be worked out beforehand. Writes nothing."""
    rows: list[tuple[str, Rows]] = []
    made = list(_made(doing, school, found))
    for done, (what, model, some) in enumerate(made):
        rows.append((what, new_rows(model, some)))
        progress("voorbereiden", done + 1, len(made) + 1)
    rows += [("mensen", values) for values in _people(found.changes)]
    rows.append(("rollen", _periods(Role, found.role_periods)))
    rows.append(("leden van groepen", _periods(Membership, found.member_periods)))
    lines = ready_lines(doing, lines_of(school, found))
    progress("voorbereiden", len(made) + 1, len(made) + 1)
    return Ready(found, tuple(rows), lines)


def write(doing: Doing, school: School, ready: Ready, progress: Progress, *, last_look: Callable[[], None]) -> None:
    """Write it all. `last_look` is called when every row stands and before the first line: it may still refuse."""
    found = ready.found
    _refuse_changed(found.changes)
    for what, rows in ready.rows:
        rows.write()
        progress(what, len(rows.rows), len(rows.rows))
    for who, name, kind in found.renamed:
        Group.objects.filter(pk=who, school=school).update(name=name, kind=kind)
    _moved_keys(doing, found)
    last_look()
    for bond in found.other_bonds:
        _other_bond(doing, bond, source_of(found))
    record_ready(doing, ready.lines)
    progress("journaal", len(ready.lines.lines), len(ready.lines.lines))


def _made(doing: Doing, school: School, found: Difference) -> Iterator[tuple[str, type[Model], Iterable[Model]]]:
    """New rows, each kind after those it points at."""
    source = source_of(found)
    yield "mensen", Person, (_person(doing, who, told) for who, told in found.people)
    yield "groepen", Group, (Group(id=g.id, school=school, year=g.year, name=g.name, kind=g.kind) for g in found.groups)
    yield "rollen", Role, (
        Role(person_id=r.person, school=school, role=r.role, begins=r.begins, ends=r.ends) for r in found.roles
    )  # fmt: skip
    yield "leden van groepen", Membership, (
        Membership(group_id=m.group, person_id=m.person, role=m.role, begins=m.begins, ends=m.ends)
        for m in found.members
    )  # fmt: skip
    yield "verzorgers", Guardianship, (
        Guardianship(
            child_id=b.child, guardian_id=b.guardian, relation=b.relation, authority=b.authority, source=source,
            since=b.since,
        )
        for b in found.bonds
    )  # fmt: skip
    yield "sleutels", ExternalId, (
        ExternalId(board_id=doing.board, system=found.system, kind=kind, key=key, object=held)
        for kind, key, held in found.keys
    )  # fmt: skip


def _person(doing: Doing, who: UUID, told: DeliveredPerson) -> Person:
    return Person(
        id=who, board_id=doing.board, first=told.first or "", called=told.called or "", infix=told.infix or "",
        last=told.last or "", born=told.born, email=told.email or "", institution=bool(told.institution),
        shielded=bool(told.shielded),
    )  # fmt: skip


def _people(changes: list[Change]) -> Iterator[OtherValues]:
    """Per set of fields one statement, run for everyone of whom just those fields change."""
    by_fields: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for change in changes:
        fields = tuple(sorted(change.fields))
        by_fields[fields].append((*(change.fields[field][1] for field in fields), change.id))
    for fields, rows in by_fields.items():
        yield other_values(Person, fields, rows, also="version = version + 1")


def _refuse_changed(changes: list[Change]) -> None:
    """What the journal did not tell of either: someone is not as they were when we looked."""
    for some in _parts(changes):
        rows = Person.objects.select_for_update().in_bulk([change.id for change in some])
        for change in some:
            row = rows.get(change.id)
            if row is None or any(getattr(row, field) != was for field, (was, _) in change.fields.items()):
                raise Refused("changed_meanwhile")


def _periods(model: type[Role] | type[Membership], periods: list[Period]) -> OtherValues:
    return other_values(model, ("begins", "ends"), ((period.begins, period.ends, period.pk) for period in periods))


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


def _moved_keys(doing: Doing, found: Difference) -> None:
    own = ExternalId.objects.filter(board=doing.board, system=found.system, kind="persoon")
    for key, held in found.moved_keys:
        own.filter(key=key).update(object=held)


Some = TypeVar("Some")


def _parts(rows: list[Some]) -> Iterator[list[Some]]:
    return (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))
