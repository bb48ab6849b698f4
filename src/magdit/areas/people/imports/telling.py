"""What the journal is told of an import: a line for the run with its counts, and one for everyone and all it touched.

Open are ids, codes and numbers; what a field was and became lies under the key of the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from magdit.areas.journal.actions import Told
from magdit.areas.journal.doing import Ref
from magdit.areas.people.imports.difference import Difference
from magdit.areas.people.models import School


def lines_of(school: School, found: Difference) -> Iterator[Told]:
    """All lines of one run, the run itself first."""
    system, where = found.system.partition(":")[0], str(school.pk)
    run = {"systeem": system, "soort": found.delivery.kind, "stand": found.delivery.as_of, **found.counts()}
    yield Told("lijst ingelezen", Ref("school", where), run)
    roles = {role.person: role.role for role in found.roles}
    for who, _ in found.people:
        details = {"school": where, "rol": roles.get(who, ""), "bron": system}
        yield Told("persoon toegevoegd", Ref("persoon", str(who)), details)
    for change in found.changes:
        was = {field: _plain(old) for field, (old, _) in change.fields.items()}
        now = {field: _plain(new) for field, (_, new) in change.fields.items()}
        about, fields = Ref("persoon", str(change.id)), {"velden": sorted(change.fields), "bron": system}
        yield Told("persoon gewijzigd", about, fields, {"was": was, "is": now})
    yield from _placed(found, system)
    for group in found.groups:
        yield Told("groep toegevoegd", Ref("groep", str(group.id)), {"schooljaar": group.year, "bron": system})
    for held, _, kind in found.renamed:
        yield Told("groep gewijzigd", Ref("groep", str(held)), {"soort": kind, "bron": system})
    yield from _bonds(found, system)


def _placed(found: Difference, system: str) -> Iterator[Told]:
    """One line for everyone known whose roles or groups changed, however many of them."""
    new = {who for who, _ in found.people}
    roles = Counter([role.person for role in found.roles] + [period.person for period in found.role_periods])
    groups = Counter([stay.person for stay in found.members] + [period.person for period in found.member_periods])
    for who in (roles | groups).keys() - new:
        details = {"rollen": roles[who], "groepen": groups[who], "bron": system}
        yield Told("plaatsing gewijzigd", Ref("persoon", str(who)), details)


def _bonds(found: Difference, system: str) -> Iterator[Told]:
    for bond in found.bonds:
        told = {"gezag": bond.authority, "sinds": _plain(bond.since)} if bond.authority != "onbekend" else None
        details = {"verzorger": str(bond.guardian), "bron": system}
        yield Told("verzorger verbonden", Ref("persoon", str(bond.child)), details, told)
    for other in found.other_bonds:
        if other.relation:
            details = {"verzorger": str(other.guardian), "bron": system}
            yield Told("band gewijzigd", Ref("persoon", str(other.child)), details, {"is": other.relation})


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
