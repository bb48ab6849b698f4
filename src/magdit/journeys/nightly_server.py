"""What the nightly does for the server itself: forget who was signed in long ago, and keep the database tidy."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.backends import file
from django.contrib.sessions.models import Session
from django.db import connection

from magdit.areas.journal.mailing import mail_heads
from magdit.areas.journal.witness import catch_up
from magdit.areas.people.models import Link

LINKS_KEPT = timedelta(days=30)


def witness_the_journal(at: datetime) -> int:
    """Marks that a crash left between the database and the file beside it; how many."""
    return catch_up()


def mail_the_heads(at: datetime) -> int:
    """Where each journal is, to an address of which nobody here can rewrite the mail; how many."""
    return mail_heads()


def forget_old_sessions(at: datetime) -> int:
    """Sessions that ended, in the database or in files beside SQLite; how many."""
    gone, _ = Session.objects.filter(expire_date__lt=at).delete()
    if not settings.SESSION_ENGINE.endswith(".file"):
        return gone
    folder = Path(settings.SESSION_FILE_PATH or "")
    before = sum(1 for _ in folder.iterdir())
    file.SessionStore.clear_expired()
    return gone + before - sum(1 for _ in folder.iterdir())


def forget_all_sessions() -> None:
    """Sign everyone out: after a back-up was put back."""
    Session.objects.all().delete()
    if settings.SESSION_ENGINE.endswith(".file"):
        for session in Path(settings.SESSION_FILE_PATH or "").glob(f"{settings.SESSION_COOKIE_NAME}*"):
            session.unlink(missing_ok=True)


def forget_old_links(at: datetime) -> int:
    """Links to come in that were over a month ago: until then they can still say why they do not work. How many."""
    gone, _ = Link.objects.filter(until__lt=at - LINKS_KEPT).delete()
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
