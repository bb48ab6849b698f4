"""Keys that were destroyed, remembered outside the database: an older back-up may not bring anyone back.

DATA/journaal/vernietigd.txt only grows; a line holds a board, a kind and an opaque id. Knows nothing else of anyone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from magdit.areas.journal.doing import Ref
from magdit.areas.journal.heads import folder
from magdit.areas.journal.key_files import sync_folder
from magdit.areas.journal.models import FileKey


class Gone(NamedTuple):
    """A person or case whose key was destroyed."""

    board: UUID
    file: Ref


def overwrite(row: FileKey, at: datetime) -> None:
    """Make the key row empty, and have the database wipe the place where it stood."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    row.wrapped, row.destroyed_at = None, at
    row.save()


def tell_outside_after_commit(row: FileKey) -> None:
    """Add to the list outside, once it is certain."""
    gone = Gone(row.board, Ref(row.kind, row.subject))
    transaction.on_commit(lambda: tell_outside([gone]), robust=True)


def tell_outside(gone: Iterable[Gone]) -> None:
    """Add to the list outside what is not on it yet, and see it on the disk."""
    known = set(read(path()))
    lines = [f"{one.board} {one.file.kind} {one.file.id}\n" for one in gone if one not in known]
    if not lines:
        return
    path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(lines))
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path().parent)


def in_database() -> Iterator[Gone]:
    """Who is destroyed according to the database."""
    rows = FileKey.objects.filter(destroyed_at__isnull=False)
    for board, kind, subject in rows.values_list("board", "kind", "subject"):
        yield Gone(board, Ref(kind, subject))


def read(file: Path) -> Iterator[Gone]:
    """Who is destroyed according to a list; a line that was cut short in a crash is passed over."""
    if not file.exists():
        return
    for line in file.read_text(encoding="ascii", errors="replace").splitlines():
        parts = line.split()
        if len(parts) == 3 and len(parts[0]) == 36:
            yield Gone(UUID(parts[0]), Ref(parts[1], parts[2]))


def path() -> Path:
    """The list of this register."""
    return folder() / "vernietigd.txt"
