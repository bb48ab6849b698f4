"""Putting a database and files in place of what is there, with the old within reach until all went well.

Whatever fails inside `replaced` puts everything back as it was.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import ProgrammingError, connection, connections, transaction

from magdit.areas.journal.key_files import sync_folder
from magdit.areas.journal.refused import Refused
from magdit.journeys.backup import database, files

Drop = Callable[[], None]
SIDES = ("", "-wal", "-shm", "-journal")


@contextmanager
def replaced(unpacked: Path, *, with_keys: bool) -> Iterator[None]:
    """Inside: the new database and files are in place. After: the old are gone for good."""
    with ExitStack() as undo:
        old = unpacked.parent / f".vervangen-{secrets.token_hex(4)}"
        old.mkdir(mode=0o700)
        undo.callback(shutil.rmtree, old, ignore_errors=True)
        _swap_files(unpacked, old, undo, with_keys=with_keys)
        drop_old = _swap_database(unpacked / database.part_name(), old, undo)
        yield
        drop_old()
        sync_folder(files.data())
        undo.pop_all()
        shutil.rmtree(old, ignore_errors=True)


def _swap_files(unpacked: Path, old: Path, undo: ExitStack, *, with_keys: bool) -> None:
    going = files.folders() + ([files.data() / "sleutels"] if with_keys else [])
    for path in going:
        if path.exists():
            _move(path, old / path.name, undo)
    coming = [unpacked / files.OUTSIDE, *_inside(unpacked / "gegevens")]
    for path in coming + ([unpacked / "sleutels"] if with_keys else []):
        if path.exists():
            _move(path, files.data() / path.name, undo)


def _swap_database(new: Path, old: Path, undo: ExitStack) -> Drop:
    connections.close_all()
    if connection.vendor == "sqlite":
        return _swap_sqlite(new, old, undo)
    return _swap_postgresql(new, undo)


def _swap_sqlite(new: Path, old: Path, undo: ExitStack) -> Drop:
    place = Path(connection.settings_dict["NAME"])
    for side in SIDES:
        path = place.with_name(place.name + side)
        if path.exists():
            _move(path, old / path.name, undo)
    new.rename(place)
    undo.callback(_forget, place)
    return lambda: None


def _swap_postgresql(new: Path, undo: ExitStack) -> Drop:
    """The old tables step aside in a schema of their own, so that the dump finds an empty place."""
    aside = f"vervangen_{secrets.token_hex(4)}"
    try:
        _run(f"ALTER SCHEMA public RENAME TO {aside}", "CREATE SCHEMA public")
    except ProgrammingError as error:  # before PostgreSQL 15 the schema belongs to whoever set up the server
        raise Refused("schema_not_ours") from error
    undo.callback(_run, "DROP SCHEMA public CASCADE", f"ALTER SCHEMA {aside} RENAME TO public")
    options = ["--no-owner", "--no-privileges", "--no-comments", "--exit-on-error", "--single-transaction"]
    name = str(connection.settings_dict["NAME"])
    database.run_postgresql("pg_restore", [*options, f"--dbname={name}", str(new)])
    connections.close_all()
    return lambda: _run(f"DROP SCHEMA {aside} CASCADE")


def _forget(place: Path) -> None:
    connections.close_all()
    for side in SIDES:
        place.with_name(place.name + side).unlink(missing_ok=True)


def _move(source: Path, target: Path, undo: ExitStack) -> None:
    source.rename(target)
    undo.callback(_move_back, target, source)


def _move_back(source: Path, target: Path) -> None:
    if target.is_dir() and source.is_dir():
        shutil.rmtree(target)  # made anew by us while we tried
    source.rename(target)


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def _run(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
