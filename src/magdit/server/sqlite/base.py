"""Django's SQLite, with the pen: who writes waits for it, and keeps it to the end of the transaction.

The name of this file is Django's: it looks for `base.DatabaseWrapper` in the module that the settings name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from magdit.server.sqlite.cursor import PenCursor
from magdit.server.sqlite.pen import Pen, PenTaken


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that shares its file with other processes."""

    pen: Pen | None = None
    patience = 5.0

    def get_new_connection(self, conn_params: Any) -> Any:
        """Open the file; the first time ever, make it keep a log ahead of itself."""
        self.patience = float(conn_params.get("timeout", self.patience))
        connection = super().get_new_connection(conn_params)
        if not self.is_in_memory_db():
            self.pen = Pen(Path(f"{self.settings_dict['NAME']}-pen"))
            self._keep_a_log(connection)
        return connection

    def create_cursor(self, name: Any = None) -> Any:
        """A cursor that knows when to wait for the pen."""
        cursor = self.connection.cursor(factory=PenCursor)
        cursor.writing = self.writing
        return cursor

    @contextmanager
    def writing(self, connection: sqlite3.Connection | None = None) -> Iterator[None]:
        """Hold the pen meanwhile, and after that for as long as a transaction goes on."""
        if self.pen is None:
            yield
            return
        try:
            self.pen.take(self.patience)
        except PenTaken:
            # The words of SQLite itself for the same thing, so that whoever catches that catches this.
            raise sqlite3.OperationalError("database is locked") from None
        try:
            yield
        finally:
            self._lay_down(connection or self.connection)

    def commit(self) -> None:
        """End the transaction, and let another write."""
        try:
            super().commit()
        finally:
            self._lay_down(self.connection)

    def rollback(self) -> None:
        """Undo the transaction, and let another write."""
        try:
            super().rollback()
        finally:
            self._lay_down(self.connection)

    def close(self) -> None:
        """Close the file. The last to do so copies the log back, without the pen: SQLite sees that it is alone then."""
        try:
            super().close()
        finally:
            if self.pen is not None:
                self.pen.put_away()

    def _keep_a_log(self, connection: sqlite3.Connection) -> None:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            with self.writing(connection):
                connection.execute("PRAGMA journal_mode=WAL")

    def _lay_down(self, connection: sqlite3.Connection | None) -> None:
        if self.pen is not None and not (connection is not None and connection.in_transaction):
            self.pen.lay_down()
