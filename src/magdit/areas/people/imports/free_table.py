"""Any table a school saved as CSV or XLSX: headings and rows, without knowing what they mean. Knows no columns."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from magdit.areas.people.imports.delivery import Place
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.workbook import is_workbook, rows_of_workbook
from magdit.check.tables.raw import text_of
from magdit.check.tables.table import DELIMITERS

MAX_BYTES = 60_000_000
MAX_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class FreeTable:
    """The headings as they stand, and each row with the line it starts on. A cell is text and stays text."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_free_table(source: Path, problems: Problems) -> FreeTable:
    """The table, or NotTaken (or Unreadable, from reading the text) with what is wrong. Empty rows are left out."""
    place = Place(source.name, 0)
    if not source.is_file():
        raise problems.fail("file_missing", place)
    found = (
        rows_of_workbook(source, problems, most=MAX_ROWS) if is_workbook(source) else _rows_of_text(source, problems)
    )
    filled = [(line, cells) for line, cells in found if any(cells)]
    if not filled:
        raise problems.fail("empty_file", place)
    head_line, headings = filled[0]
    while headings and not headings[-1]:
        headings = headings[:-1]
    rows = tuple(_row(line, cells, len(headings), source.name, problems) for line, cells in filled[1:])
    if len(rows) > MAX_ROWS:
        raise problems.fail("too_many_rows", place, most=MAX_ROWS)
    if not rows:
        raise problems.fail("no_rows", Place(source.name, head_line))
    return FreeTable(source.name, headings, rows)


def _row(line: int, cells: tuple[str, ...], width: int, file: str, problems: Problems) -> tuple[int, tuple[str, ...]]:
    """A row as wide as the headings; more filled cells than headings, or fewer cells, means it has shifted."""
    if any(cells[width:]) or len(cells) < width:
        problems.add("row_length", Place(file, line), found=len(cells), expected=width)
    return line, (cells + ("",) * width)[:width]


def _rows_of_text(source: Path, problems: Problems) -> list[tuple[int, tuple[str, ...]]]:
    lines = text_of(source, max_bytes=MAX_BYTES).splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.strip())
    if lines[first].lower().startswith("sep="):  # Excel's own first line, which names the sign between the cells
        first += 1
    heading = lines[first] if first < len(lines) else ""
    delimiter = max(DELIMITERS, key=lambda sign: len(next(csv.reader([heading], delimiter=sign), [])))
    text = io.StringIO("".join(lines[first:]), newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = first + 1
    try:
        for record in reader:
            rows.append((line, tuple(cell.strip() for cell in record)))
            line = first + reader.line_num + 1
    except csv.Error:
        problems.add("broken_quotes", Place(source.name, line))
    return rows
