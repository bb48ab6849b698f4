"""Mappings of columns as a school keeps them: looked up by name, proposed when there is none, and saved."""

from __future__ import annotations

from collections.abc import Mapping as Table
from pathlib import Path

from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.entry import free_text
from magdit.areas.people.imports.free_table import read_free_table
from magdit.areas.people.imports.mapping import Mapping, field_named, proposed
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.models import ColumnMapping, School
from magdit.areas.people.rights import KEEPERS, require

MOST_NAME = 60


def mapping_for(
    school: School,
    source: Path,
    *,
    name: str,
    kind: str | None,
    items: Table[str, str],
    columns: Table[str, str] | None = None,
    values: Table[str, Table[str, str]] | None = None,
) -> Mapping:
    """The saved mapping of this name, or what the headings of the file propose; with what was told now on top."""
    name = mapping_name(name)
    kept = ColumnMapping.objects.filter(school=school, name=name).first() if name else None
    if kept is not None and kind not in {None, kept.kind}:
        raise Refused("import_other_mapping", name=name, kind=kept.kind)
    if kept is not None:
        found = Mapping(kept.kind, kept.columns, kept.values)
    elif kind is None and name:
        raise Refused("import_no_mapping", name=name)
    else:
        headings = read_free_table(source, Problems()).headings
        found = proposed(kind or "leerlingen", headings, items)
    told = {theirs: field_named(found.kind, ours) for theirs, ours in (columns or {}).items()}
    return found.changed(told, {field_named(found.kind, ours): words for ours, words in (values or {}).items()})


def mapping_name(typed: str) -> str:
    """The name of a mapping as it is kept; refused when it is too long."""
    return free_text(typed, field="naam van de koppeling", most=MOST_NAME)


@transaction.atomic
def save_mapping(doing: Doing, school: School, name: str, mapping: Mapping) -> ColumnMapping:
    """Keep a mapping under a name; the same again changes nothing and tells the journal nothing."""
    require(doing, KEEPERS, school=school)
    name = mapping_name(name)
    if not name:
        raise Refused("mapping_unnamed")
    told = {
        "kind": mapping.kind,
        "columns": dict(mapping.columns),
        "values": {k: dict(v) for k, v in mapping.values.items()},
    }
    kept = ColumnMapping.objects.select_for_update().filter(school=school, name=name).first()
    if kept is not None and all(getattr(kept, field) == value for field, value in told.items()):
        return kept
    kept, _ = ColumnMapping.objects.update_or_create(school=school, name=name, defaults={**told, "made_at": doing.at})
    details = {"kolommen": len(mapping.columns), "wat": mapping.kind}
    record(doing, "koppeling bewaard", Ref("koppeling", str(kept.pk)), details=details)
    return kept
