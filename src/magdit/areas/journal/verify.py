"""Is the journal of a board still the one that was written? Reads every line once and keeps none.

Holds each line against its own mark (keyed), against the mark of the line before, and against the marks outside the
database. Says what it finds; mends nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain as one_after_other
from itertools import repeat
from uuid import UUID

from django.db import connection

from magdit.areas.journal import heads, key_files, second_lock
from magdit.areas.journal.canonical import FIRST, Line, mark_of
from magdit.areas.journal.finding import Finding, joined
from magdit.areas.journal.models import Chain, Entry
from magdit.areas.journal.reading import UNREADABLE, lines_of
from magdit.areas.journal.verify_keys import key_findings

Progress = Callable[[int], None]
EVERY = 10_000


def _in_silence(_: int) -> None:
    """Nobody waits to hear how far we are."""


def verify_all(
    *,
    boards: list[UUID] | None = None,
    told: Mapping[tuple[UUID, int], str] | None = None,
    progress: Progress = _in_silence,
) -> Iterator[Finding]:
    """Everything that is wrong with the journals of these boards, or of all. `told`: heads that came by e-mail."""
    missing = second_lock.missing(connection)
    if missing:
        yield Finding("unlocked", None, facts={"names": ", ".join(missing)})
    known = known_boards(told or {})
    for board in boards or known:
        said = {number: mark for (whose, number), mark in (told or {}).items() if whose == board}
        yield from verify(board, told=said, progress=progress)
        try:
            yield from key_findings(board)
        except UNREADABLE:
            yield Finding("keys_unreadable", board)
    strays = Entry.objects.exclude(board__in=known).count()
    if strays:
        yield Finding("stray", None, facts={"count": strays})


def known_boards(told: Iterable[tuple[UUID, int]] = ()) -> list[UUID]:
    """Every board that has a chain, or marks outside."""
    try:
        chains = set(Chain.objects.values_list("board", flat=True))
    except UNREADABLE:
        chains = set()
    return sorted({*chains, *heads.boards(), *(board for board, _ in told)})


def verify(
    board: UUID, *, told: Mapping[int, str] | None = None, progress: Progress = _in_silence
) -> Iterator[Finding]:
    """Everything that is wrong with the lines of one board; what stretches over many lines is told once."""
    # In this order: lines that are written meanwhile are then more than we ask for, never less.
    witnessed = heads.length(board)
    walk = _Walk(board, told or {}, _chain_of(board), progress)
    yield from joined(walk.findings(witnessed))


def _chain_of(board: UUID) -> tuple[int, str]:
    try:
        number, mark = Chain.objects.filter(board=board).values_list("number", "mark").first() or (0, FIRST)
    except UNREADABLE:
        return 0, ""
    return (number, str(mark)) if isinstance(number, int) else (0, "")


class _Walk:
    """One pass over the lines: where we are, and what the next line must hang on."""

    def __init__(self, board: UUID, told: Mapping[int, str], chain: tuple[int, str], progress: Progress) -> None:
        self.board, self.told, self.chain, self.progress = board, told, chain, progress
        self.key = key_files.chain_key(in_use=Entry.objects.exists)
        self.number, self.before, self.count = 0, FIRST, 0

    def findings(self, witnessed: int) -> Iterator[Finding]:
        outside = one_after_other(heads.read(self.board), repeat(None))
        for number, line in lines_of(self.board):
            self.count += 1
            if self.count % EVERY == 0:
                self.progress(self.count)
            if number <= self.number:
                yield self._at("double", number)
                continue
            marks = [next(outside) for _ in range(min(number, witnessed + 1) - min(self.number, witnessed + 1))]
            yield from self._line(number, line, marks[-1] if marks else None)
        yield from self._end(witnessed)

    def _line(self, number: int, line: Line | None, outside: str | None) -> Iterator[Finding]:
        gap = number > self.number + 1
        if gap:
            yield Finding("removed", self.board, self.number + 1, number - 1)
        self.number = number
        if line is None:
            yield self._at("unreadable", number)
            self.before = ""
            return
        if mark_of(line, self.key) != line.mark:
            yield self._at("changed", number)
        elif not gap and self.before and line.before != self.before:
            yield self._at("moved", number)
        if outside is not None and outside != line.mark:
            yield self._at("rewritten", number)
        if self.told.get(number, line.mark) != line.mark:
            yield self._at("told_otherwise", number)
        if number == self.chain[0] and line.mark != self.chain[1]:
            yield self._at("chain", number)
        self.before = line.mark

    def _end(self, witnessed: int) -> Iterator[Finding]:
        known = max([witnessed, *self.told])
        if self.number < known:
            yield Finding("cut", self.board, self.number + 1, known)
        if self.number < self.chain[0]:
            yield Finding("chain", self.board, self.number + 1, self.chain[0])
        now = _chain_of(self.board)[0]
        if self.number > max(now, self.chain[0]):
            yield Finding("chain", self.board, max(now, self.chain[0]) + 1, self.number)
        if Entry.objects.filter(board=self.board, number__lte=self.number).count() > self.count:
            yield self._at("double", self.number)

    def _at(self, code: str, number: int) -> Finding:
        return Finding(code, self.board, number, number)
