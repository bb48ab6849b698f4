"""A copy of the database while others go on writing: of SQLite as a compact file, of PostgreSQL as its own dump.

What it counts is counted in the copy itself, or in the very moment that was copied.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from magdit.areas.journal.refused import Refused

CHAINS = "SELECT board, number, mark FROM journal_chain ORDER BY board"
LIBPQ = {
    "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands in a database: rows per table, and where each journal is."""

    tables: dict[str, int]
    heads: list[list[Any]]


def part_name() -> str:
    """What the database is called in a back-up."""
    return "database.sqlite3" if connection.vendor == "sqlite" else "database.dump"


def copy(target: Path) -> Counted:
    """Copy the database as it is at one moment to a file that is not there yet."""
    return copy_sqlite(target) if connection.vendor == "sqlite" else copy_postgresql(target)


def copy_sqlite(target: Path) -> Counted:
    """VACUUM INTO: one moment, nobody waits, and what was erased is not in the empty places of the copy."""
    source = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(source, timeout=20)) as own:
        own.execute("VACUUM INTO ?", [str(target)])
    target.chmod(0o600)
    return counted_in_file(target)


def counted_in_file(path: Path) -> Counted:
    """What stands in a copy of SQLite; refused when it is damaged."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as own:
            if own.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Refused("backup_broken")
            names = own.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            tables = {name: _count(own.execute(_counting(name))) for (name,) in sorted(names.fetchall())}
            heads = [[str(UUID(board)), number, mark] for board, number, mark in own.execute(CHAINS)]
    except sqlite3.DatabaseError as error:
        raise Refused("backup_broken") from error
    return Counted(tables, heads)


def copy_postgresql(target: Path) -> Counted:
    """pg_dump and the counting look at one snapshot, so they agree however busy it is."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        counted = counted_now()
        asked = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}"]
        run_postgresql("pg_dump", asked)
    target.chmod(0o600)
    return counted


def counted_now() -> Counted:
    """What stands in the database we are connected to."""
    names = sorted(name for name in connection.introspection.table_names() if not name.startswith("sqlite_"))
    with connection.cursor() as cursor:
        tables = {}
        for name in names:
            cursor.execute(_counting(name))
            tables[name] = _count(cursor)
        cursor.execute(CHAINS)
        heads = [[str(UUID(str(board))), number, mark] for board, number, mark in cursor.fetchall()]
    return Counted(tables, heads)


def migrations() -> list[str]:
    """The migrations that were run on this database."""
    return sorted(f"{app}.{name}" for app, name in MigrationLoader(connection).applied_migrations)


def unknown_migrations(wanted: list[str]) -> list[str]:
    """Those that this magdit does not have: the back-up is of a newer one."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    return sorted(set(wanted) - known)


def run_postgresql(program: str, options: list[str]) -> None:
    """Run a program of PostgreSQL on our database; the password goes by the environment, where no list shows it."""
    found = shutil.which(program)
    if found is None:
        raise Refused("program_missing", program=program)
    told = connection.get_connection_params()
    environment = {LIBPQ[name]: str(value) for name, value in told.items() if name in LIBPQ and value}
    ran = subprocess.run(  # noqa: S603  (the program is PostgreSQL's own, the options are ours)
        [found, *options], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise Refused("program_failed", program=program, said=(ran.stderr.strip().splitlines() or ["?"])[-1])


def _counting(table: str) -> str:
    return f"SELECT count(*) FROM {connection.ops.quote_name(table)}"  # noqa: S608  (a name the database gave us)


def _count(cursor: Any) -> int:
    return int(cursor.fetchone()[0])
