"""Tests that commit for real empty their database afterwards, and the journal does not let itself be emptied.

So the second lock comes off for that one moment. Only tests do this; nothing in src takes the lock away.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import flush
from django.core.management.sql import sql_flush


def unlocked_flush(style: Any, connection: Any, **more: Any) -> list[str]:
    """Django's statements that empty all tables, between taking the lock off and putting it back."""
    from magdit.areas.journal.second_lock import locking, unlocking

    return [*unlocking(connection.vendor), *sql_flush(style, connection, **more), *locking(connection.vendor)]


def allow_flush() -> None:
    """From here on `flush`, which the test runner calls, can do its work."""
    flush.sql_flush = unlocked_flush
