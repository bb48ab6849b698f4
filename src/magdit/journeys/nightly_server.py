"""What the nightly does for the server itself: forget who was signed in long ago, and keep the database tidy."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import connection

from magdit.areas.journal.mailing import mail_heads
from magdit.areas.journal.witness import catch_up


def witness_the_journal(at: datetime) -> int:
    """Marks that a crash left between the database and the file beside it; how many."""
    return catch_up()


def mail_the_heads(at: datetime) -> int:
    """Where each journal is, to an address of which nobody here can rewrite the mail; how many."""
    return mail_heads()


def forget_old_sessions(at: datetime) -> int:
    """Sessions that ended; how many."""
    gone, _ = Session.objects.filter(expire_date__lt=at).delete()
    return gone


def tidy_the_database(at: datetime) -> int:
    """SQLite: copy the log back into the file (the connection holds the pen meanwhile) and look at its indexes.

    PostgreSQL does this by itself, and within a transaction it cannot be done.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _, _, copied = cursor.fetchone()
        cursor.execute("PRAGMA optimize")
    return max(0, int(copied))
