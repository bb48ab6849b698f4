"""How the columns and words of a table are read as ours: proposed from the headings, changed by hand, and checked.

A mapping that fits no column is refused; so is one that reads what we may not keep. Knows headings, no cells.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.fields import ITEM, NEEDED, by_heading, fields_of
from magdit.areas.people.imports.forbidden import is_forbidden
from magdit.areas.people.imports.free_table import FreeTable
from magdit.areas.people.imports.problems import Problems
from magdit.check.tables.folded import folded
from magdit.wording.imports import field_told

NAMES = ("voornaam", "roepnaam", "tussenvoegsel", "achternaam")


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns`: their heading -> our field. `values`: our field -> their word (folded) -> our word."""

    kind: str
    columns: Table[str, str]
    values: Table[str, Table[str, str]] = field(default_factory=dict)

    def changed(self, columns: Table[str, str], values: Table[str, Table[str, str]]) -> Mapping:
        """The same with some columns or words read otherwise; a column read as '-' is left out."""
        taken = {ours for ours in columns.values() if ours != "-"}
        kept = {theirs: ours for theirs, ours in self.columns.items() if ours not in taken and theirs not in columns}
        told = {theirs: ours for theirs, ours in columns.items() if ours != "-"}
        words = {ours: dict(known) for ours, known in self.values.items()}
        for ours, known in values.items():
            words.setdefault(ours, {}).update({folded(theirs): our for theirs, our in known.items()})
        return Mapping(self.kind, kept | told, words)


def proposed(kind: str, headings: Sequence[str], items: Table[str, str]) -> Mapping:
    """What the headings seem to say. `items`: headings of items of the board (code or title), with their code."""
    known = by_heading(kind)
    by_item = {folded(name): code for title, code in items.items() for name in (code, title)}
    columns: dict[str, str] = {}
    for heading in headings:
        ours = None if is_forbidden(heading) else known.get(folded(heading))
        if ours is None and kind == "toestemmingen" and folded(heading) in by_item:
            ours = ITEM + by_item[folded(heading)]  # "foto op de website" is a question here, not a photo
        if heading and ours is not None and ours not in columns.values():
            columns[heading] = ours
    if any(ours.startswith(("v1_", "v2_")) for ours in columns.values()):
        # Where guardians have a number, the names without one are those of the child.
        columns = {theirs: f"kind_{ours}" if ours in NAMES else ours for theirs, ours in columns.items()}
    return Mapping(kind, columns)


def field_named(kind: str, given: str) -> str:
    """The field that was typed: by its code, or as the screen calls it ("nummer van het kind"); else as it stands."""
    if given in fields_of(kind):
        return given
    spoken = {folded(field_told(field)): field for field in fields_of(kind)}
    return spoken.get(folded(given), given)


def check(mapping: Mapping, table: FreeTable, items: Table[str, str], problems: Problems) -> None:
    """Every reason why this table cannot be read so; the headings that are there are named, to choose from."""
    place, found = Place(table.file, 1), ", ".join(filter(None, table.headings))
    if mapping.columns and not set(mapping.columns) & set(table.headings):
        problems.add("mapping_fits_nothing", place, found=found)
        return
    for theirs, ours in mapping.columns.items():
        _check_heading(theirs, ours, table, problems)
        _check_field(ours, mapping.kind, set(items.values()), problems, at=Place(table.file, 1, theirs))
    told = {ITEM if ours.startswith(ITEM) else ours for ours in mapping.columns.values()}
    for group in NEEDED[mapping.kind]:
        if not told & set(group):
            needed = " of ".join(f"{ITEM}CODE" if field == ITEM else field_told(field) for field in group)
            problems.add("field_needed", place, field=needed, found=found)


def _check_heading(theirs: str, ours: str, table: FreeTable, problems: Problems) -> None:
    at, headings = Place(table.file, 1, theirs), [heading for heading in table.headings if heading]
    if theirs not in headings:
        near = get_close_matches(theirs, headings, n=1)
        problems.add("column_gone", at, near=near[0] if near else "", found=", ".join(headings))
    elif headings.count(theirs) > 1:
        problems.add("double_column", at)
    elif is_forbidden(theirs) and not ours.startswith(ITEM):
        problems.add("column_forbidden", at)


def _check_field(ours: str, kind: str, codes: set[str], problems: Problems, *, at: Place) -> None:
    known = fields_of(kind)
    if ours.startswith(ITEM):
        if kind != "toestemmingen" or ours.removeprefix(ITEM) not in codes:
            problems.add("item_unknown", at, item=ours.removeprefix(ITEM), known=", ".join(sorted(codes)) or "geen")
    elif ours not in known:
        spoken = [field_told(field) for field in known if not field.startswith(("v1_", "v2_"))]
        near = get_close_matches(ours, spoken, n=1)
        problems.add("field_unknown_here", at, given=ours, near=near[0] if near else ", ".join(spoken)[:300])
