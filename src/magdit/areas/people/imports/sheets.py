"""One CSV file of a bundle, read by the names of its columns. Knows headings and rows; knows no people.

Order of columns is free, and columns may be missing that a format only allows: real exports swap them. What we have
no use for is left unread and named; what we may not keep as well.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from magdit.areas.people.imports.bundle import Bundle
from magdit.areas.people.imports.delivery import Dropped, Place
from magdit.areas.people.imports.forbidden import is_forbidden
from magdit.areas.people.imports.problems import Problems

MAX_ROWS = 1_500_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row: where it starts, and the cells we asked for ('' when empty or absent). Others cannot be reached."""

    file: str
    line: int
    record: list[str]
    places: Mapping[str, int]

    def __getitem__(self, name: str) -> str:
        at = self.places.get(name)
        return "" if at is None else self.record[at].strip()

    def at(self, column: str = "") -> Place:
        """The place of a cell of this row."""
        return Place(self.file, self.line, column)


class Counting(Protocol):
    """A csv reader: rows, and the line that was read last."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


class Sheets:
    """Reads the sheets of one bundle and keeps what was dropped of each."""

    def __init__(self, bundle: Bundle, problems: Problems) -> None:
        self.bundle, self.problems = bundle, problems
        self.dropped: list[Dropped] = []
        self.columns: dict[str, frozenset[str]] = {}

    def rows(self, file: str, *, needed: tuple[str, ...], known: tuple[str, ...] = ()) -> Iterator[Line]:
        """The rows of a file; every wrong row becomes a problem, and reading goes on."""
        with self.bundle.text(file) as text:
            reader = csv.reader(text, strict=True)
            try:
                headings = [heading.strip() for heading in next(reader, [])]
                places = self._places(file, headings, needed=needed, known=known)
                if places is not None:
                    yield from self._lines(file, reader, places, width=len(headings))
            except csv.Error:
                self.problems.add("broken_quotes", Place(file, reader.line_num))

    def _places(
        self, file: str, headings: list[str], *, needed: tuple[str, ...], known: tuple[str, ...]
    ) -> dict[str, int] | None:
        if not any(headings):
            self.problems.add("empty_file", Place(file, 1))
            return None
        by_name = {name.lower(): name for name in (*needed, *known)}
        places: dict[str, int] = {}
        for at, heading in enumerate(headings):
            name = by_name.get(heading.lower())
            if name is None:
                if heading:
                    self.dropped.append(Dropped(file, heading, is_forbidden(heading)))
            elif name in places:
                self.problems.add("double_column", Place(file, 1, heading))
            else:
                places[name] = at
        missing = [name for name in needed if name not in places]
        for name in missing:
            self.problems.add("missing_column", Place(file, 1, name), found=", ".join(filter(None, headings)))
        self.columns[file] = frozenset(places)
        return None if missing else places

    def _lines(self, file: str, reader: Counting, places: dict[str, int], *, width: int) -> Iterator[Line]:
        line = 2
        for number, record in enumerate(reader):
            starts, line = line, reader.line_num + 1
            if number >= MAX_ROWS:
                self.problems.add("too_many_rows", Place(file, starts), most=MAX_ROWS)
                return
            if len(record) != width:
                if any(record):
                    self.problems.add("row_length", Place(file, starts), found=len(record), expected=width)
                continue
            yield Line(file, starts, record, places)

    def day(self, line: Line, column: str) -> date | None:
        """A date as jjjj-mm-dd, with or without a time behind it."""
        value = line[column]
        if not value:
            return None
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            self.problems.add("bad_date", line.at(column), value=value[:20], form="jjjj-mm-dd")
            return None


def listed(value: str) -> tuple[str, ...]:
    """The parts of a list in one cell."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if value else ()
