"""The second lock on the journal: triggers, so that no other program changes or removes a line by mistake either.

They are put there after every `migrate`, not by a migration: SQLite rebuilds a table to change it, and a trigger does
not come along. Whoever owns the database can take them away; `verify` tells that they are gone, and what was done.
"""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

LINES, KEYS = "journal_entry", "journal_filekey"
FUNCTION = """CREATE OR REPLACE FUNCTION journal_stands() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$"""
GONE = "OLD.destroyed_at IS NOT NULL"
TRIGGERS = {
    "journal_entry_never_changes": (LINES, "UPDATE", ""),
    "journal_entry_never_leaves": (LINES, "DELETE", ""),
    "journal_filekey_stays_destroyed": (KEYS, "UPDATE", GONE),
    "journal_filekey_never_leaves": (KEYS, "DELETE", ""),
}
EMPTYING = {"journal_entry_never_emptied": LINES, "journal_filekey_never_emptied": KEYS}  # PostgreSQL's TRUNCATE


def put(*, using: str, **_: Any) -> None:
    """Put the triggers on their tables (again), where those tables are."""
    connection = connections[using]
    if {LINES, KEYS} <= set(connection.introspection.table_names()):
        with connection.cursor() as cursor:
            for statement in locking(connection.vendor):
                cursor.execute(statement)


def locking(vendor: str) -> list[str]:
    """The statements that put the triggers there."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table}{f' WHEN {when}' if when else ''}"
            " BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
            for name, (table, event, when) in TRIGGERS.items()
        ]
    rows = [
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
        f"{f' WHEN ({when})' if when else ''} EXECUTE FUNCTION journal_stands()"
        for name, (table, event, when) in TRIGGERS.items()
    ]
    tables = [
        f"CREATE OR REPLACE TRIGGER {name} BEFORE TRUNCATE ON {table} EXECUTE FUNCTION journal_stands()"
        for name, table in EMPTYING.items()
    ]
    return [FUNCTION, *rows, *tables]


def unlocking(vendor: str) -> list[str]:
    """The statements that take them away: for tests that empty their database."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS]
    tables = {name: table for name, (table, _, _) in TRIGGERS.items()} | EMPTYING
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in tables.items()]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not, or sleep."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    wanted = set(TRIGGERS)
    if connection.vendor != "sqlite":
        asked = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
        wanted |= set(EMPTYING)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return sorted(wanted - {name for (name,) in cursor.fetchall()})
