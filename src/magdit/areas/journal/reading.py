"""Reads the lines of a board in order, page by page. A line that can no longer be read is told, not stumbled over."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db import DatabaseError

from magdit.areas.journal.canonical import FIELDS, Line, is_legible
from magdit.areas.journal.models import Entry

PAGE = 2000
UNREADABLE = (DatabaseError, ValueError, TypeError, OverflowError, UnicodeError)


def lines_of(board: UUID) -> Iterator[tuple[int, Line | None]]:
    """Every line with its number, in order; None for one that is damaged beyond reading."""
    after = -(2**63)
    while page := _page(board, after):
        yield from page
        after = page[-1][0]


def _page(board: UUID, after: int) -> list[tuple[int, Line | None]]:
    rows = Entry.objects.filter(board=board, number__gt=after).order_by("number")
    try:
        read = [Line(*row) for row in rows.values_list(*FIELDS)[:PAGE]]
    except UNREADABLE:
        numbers = list(rows.values_list("number", flat=True)[:PAGE])
        return [(number, _one(board, number)) for number in numbers if isinstance(number, int)]
    # SQLite keeps a word where a number should be: such a line is missing in its place, and told as such.
    return [(line.number, line if is_legible(line) else None) for line in read if isinstance(line.number, int)]


def _one(board: UUID, number: int) -> Line | None:
    try:
        row = Entry.objects.filter(board=board, number=number).values_list(*FIELDS).first()
    except UNREADABLE:
        return None
    line = Line(*row) if row else None
    return line if line is not None and is_legible(line) else None
