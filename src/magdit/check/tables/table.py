"""From text to rows: which sign parts the cells, which heading is which column, and whether every row is whole.

Knows columns by name; knows nothing of people. A cell is text and stays text: '=1+1' is three signs, not two.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from magdit.check.tables.folded import folded
from magdit.check.tables.raw import text_of
from magdit.check.tables.unreadable import Unreadable

MAX_ROWS = 60_000
DELIMITERS = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class Column:
    """A column we know: its name here, and the other headings people give it."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table may hold and what it must hold. Of each group in `needed`, one heading is enough."""

    known: tuple[Column, ...]
    needed: tuple[tuple[str, ...], ...]

    def by_heading(self) -> dict[str, str]:
        """Every accepted heading, folded, with the name of its column."""
        return {folded(heading): column.name for column in self.known for heading in (column.name, *column.also)}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: where it stands in the file, and its cells by column name ('' when empty or absent)."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, the columns found, and the headings that were left aside unread."""

    path: Path
    columns: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, columns: Columns, *, max_rows: int = MAX_ROWS) -> Table:
    """Read a table that a school's system or spreadsheet saved as CSV, or raise Unreadable. Never half of it."""
    lines = text_of(path).splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.strip())
    if lines[first].lower().startswith("sep="):  # Excel's own first line, which names the sign between the cells
        first += 1
    delimiter = _delimiter(lines[first] if first < len(lines) else "", columns)
    records = _records(path, lines[first:], delimiter=delimiter, skipped=first)
    heading_line, headings = next(records, (None, []))
    names = _names(path, headings, columns=columns, line=heading_line)
    rows = tuple(_rows(path, records, names=names, max_rows=max_rows))
    if not rows:
        raise Unreadable("no_rows", path)
    ignored = tuple(heading for heading, name in zip(headings, names, strict=True) if name is None and heading)
    return Table(path, tuple(name for name in names if name), ignored, rows)


def _delimiter(heading: str, columns: Columns) -> str:
    known = columns.by_heading()
    return max(
        DELIMITERS, key=lambda sign: (sum(folded(cell) in known for cell in heading.split(sign)), heading.count(sign))
    )


def _records(path: Path, lines: list[str], *, delimiter: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """The records that hold anything, each with the line it starts on (a quoted cell may run over several lines)."""
    reader = csv.reader(
        io.StringIO("".join(lines), newline=""), delimiter=delimiter, strict=True, skipinitialspace=True
    )
    while True:
        line = skipped + reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as cause:
            raise Unreadable("broken_quotes", path, line=line, reason=str(cause)) from None
        cells = [unicodedata.normalize("NFC", cell).strip() for cell in record]
        if any(cells):
            yield line, cells


def _names(path: Path, headings: list[str], *, columns: Columns, line: int | None) -> list[str | None]:
    known = columns.by_heading()
    names = [known.get(folded(heading)) for heading in headings]
    for name in names:
        if name is not None and names.count(name) > 1:
            twice = tuple(heading for heading, other in zip(headings, names, strict=True) if other == name)
            raise Unreadable("double_column", path, line=line, column=name, headings=twice)
    for group in columns.needed:
        if not set(group) & set(names):
            raise Unreadable(
                "missing_column", path, line=line, column=group[0], others=group[1:],
                nearest=_nearest(group, headings, names), found=tuple(heading for heading in headings if heading),
            )  # fmt: skip
    return names


def _nearest(group: tuple[str, ...], headings: list[str], names: list[str | None]) -> str | None:
    spare = [heading for heading, name in zip(headings, names, strict=True) if name is None and heading]
    best = (process.extractOne(name, spare, scorer=fuzz.ratio, processor=folded, score_cutoff=60) for name in group)
    found = max((match for match in best if match), key=lambda match: match[1], default=None)
    return found[0] if found else None


def _rows(
    path: Path, records: Iterator[tuple[int, list[str]]], *, names: list[str | None], max_rows: int
) -> Iterator[Row]:
    for number, (line, cells) in enumerate(records):
        if number >= max_rows:
            raise Unreadable("too_many_rows", path, line=line, max_rows=max_rows)
        # Empty cells past the headings are what spreadsheets leave behind; a filled one means the row has shifted.
        if len(cells) < len(names) or any(cells[len(names) :]):
            raise Unreadable("other_row_length", path, line=line, expected=len(names), found=len(cells))
        yield Row(line, {name: cell for name, cell in zip(names, cells, strict=False) if name})
