"""Carries marks out of the database once their transaction is committed: one write and one fsync per transaction."""

from __future__ import annotations

import threading
from uuid import UUID

from django.db import transaction

from magdit.areas.journal import heads
from magdit.areas.journal.models import Chain, Entry

_LAST = threading.local()
AT_ONCE = 5000


def after_commit(board: UUID, number: int, mark: str) -> None:
    """Witness this entry and those after it when the transaction stands; a transaction that is undone leaves nothing.

    When the disk fails then, the change stands and the log says so: `magdit journal verify` tells what is unwitnessed.
    """

    def carry() -> None:  # no partial: Django asks a hook that fails for its name
        _carry(board, number, mark)

    transaction.on_commit(carry, robust=True)


def catch_up() -> int:
    """Witness what a crash left between commit and disk; answers how many lines. Nightly and the back-up call this."""
    caught = 0
    for board, number in Chain.objects.values_list("board", "number"):
        known = heads.length(board)
        caught += max(0, number - known)
        _keep_from(board, known)
    return caught


def _carry(board: UUID, number: int, mark: str) -> None:
    # A transaction of a thousand actions calls this a thousand times; the first call carries all of them.
    if mark in getattr(_LAST, "marks", ()):
        return
    _LAST.marks = _keep_from(board, number - 1)


def _keep_from(board: UUID, number: int) -> set[str]:
    kept: set[str] = set()
    while True:
        rows = Entry.objects.filter(board=board, number__gte=number).order_by("number")
        page = dict(rows.values_list("number", "mark")[:AT_ONCE])
        heads.keep(board, page)
        kept |= set(page.values())
        if len(page) < AT_ONCE:
            return kept
        number = max(page) + 1
