"""A line that stands cannot be changed or removed: not through Python, not past it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from magdit.areas.journal.actions import destroy, record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry, FileKey
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.second_lock import missing, unlocking
from tests.areas.journal.attacks import run

pytestmark = pytest.mark.django_db
NOOR = Ref("persoon", "6f1c0e5a-0000-4000-8000-000000000009")


@pytest.fixture
def line(system: Doing) -> Entry:
    return record(system, "ingelezen", NOOR, personal={"naam": "Noor"})


WAYS: dict[str, Callable[[Entry], Any]] = {
    "save": lambda line: line.save(),
    "delete": lambda line: line.delete(),
    "create": lambda line: Entry.objects.create(board=line.board, number=2),
    "update": lambda line: Entry.objects.update(verb="gewist"),
    "delete many": lambda line: Entry.objects.filter(number=1).delete(),
    "bulk_update": lambda line: Entry.objects.bulk_update([line], ["verb"]),
    "bulk_create": lambda line: Entry.objects.bulk_create([line]),
    "update_or_create": lambda line: Entry.objects.update_or_create(number=1, defaults={"verb": "gewist"}),
    "get_or_create": lambda line: Entry.objects.get_or_create(number=2),
}


@pytest.mark.parametrize("way", WAYS)
def test_python_refuses(line: Entry, way: str) -> None:
    with pytest.raises(Refused, match="journal_only_grows"):
        WAYS[way](line)

    assert Entry.objects.get().verb == "ingelezen"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET verb = 'gewist'",
        "DELETE FROM journal_entry",
        "DELETE FROM journal_filekey",
    ],
)
def test_the_database_refuses_what_goes_past_python(line: Entry, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        run(statement)

    assert (Entry.objects.get().verb, FileKey.objects.count()) == ("ingelezen", 1)


def test_a_destroyed_key_cannot_be_brought_back(line: Entry, system: Doing) -> None:
    destroy(system, NOOR)

    with pytest.raises(DatabaseError), transaction.atomic():
        FileKey.objects.update(wrapped=b"terug", destroyed_at=None)


def test_migrating_puts_the_lock_back(db: None) -> None:
    for statement in unlocking(connection.vendor):
        run(statement)
    assert missing(connection)

    call_command("migrate", "journal", verbosity=0)

    assert missing(connection) == []


def test_a_line_is_kept_at_the_very_microsecond(system: Doing) -> None:
    at = system.at + timedelta(microseconds=123457)

    record(Doing(system.actor, system.board, at), "gezien", NOOR)

    assert Entry.objects.get().at == at
