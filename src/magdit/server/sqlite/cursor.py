"""A cursor that waits for the pen before a statement that writes, and lets go only when the file has been written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from django.db.backends.sqlite3.base import SQLiteCursorWrapper

# Whatever does not begin like this may write; and some that do begin like this write all the same.
READS = ("SELECT", "PRAGMA", "EXPLAIN", "SAVEPOINT", "RELEASE", "ROLLBACK TO", "VACUUM INTO")
WRITES = ("PRAGMA WAL_CHECKPOINT", "PRAGMA OPTIMIZE", "PRAGMA INCREMENTAL_VACUUM", "PRAGMA JOURNAL_MODE")


class PenCursor(SQLiteCursorWrapper):
    """Runs what writes inside `writing`."""

    writing: Callable[[], AbstractContextManager[None]]
    _kept: Iterator[Any] | None = None

    def execute(self, query: Any, params: Any = None) -> Any:
        """Run one statement. SQLite ends a statement that answers rows when the last is read: so read them at once."""
        self._kept = None
        if not writes(query):
            return super().execute(query, params)
        with self.writing():
            super().execute(query, params)
            if self.description is not None:
                self._kept = iter(super().fetchall())
        return self

    def executemany(self, query: Any, param_list: Iterable[Any]) -> Any:
        """Run one statement for many rows."""
        self._kept = None
        with self.writing():
            return super().executemany(query, param_list)

    def fetchone(self) -> Any:
        """The next row, or None."""
        return super().fetchone() if self._kept is None else next(self._kept, None)

    def fetchmany(self, size: int | None = 1) -> Any:
        """The next rows."""
        return super().fetchmany(size) if self._kept is None else list(islice(self._kept, size))

    def fetchall(self) -> Any:
        """All rows that are left."""
        return super().fetchall() if self._kept is None else list(self._kept)

    def __next__(self) -> Any:
        return super().__next__() if self._kept is None else next(self._kept)


def writes(query: str) -> bool:
    """Whether a statement may change the file, or copies the log back into it."""
    statement = query.lstrip(" \n\t(").upper()
    return not statement.startswith(READS) or statement.startswith(WRITES)
