"""Putting a back-up back: all of it is looked at before anything is touched, and when something fails nothing changed.

What was destroyed stays destroyed: keys that were destroyed after the back-up was made are destroyed again, as far as
any list that we can find knows of them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection

from magdit.areas.journal import destroyed, heads
from magdit.areas.journal.actions import destroy, record
from magdit.areas.journal.destroyed import Gone
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.finding import Finding
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.verify import verify_all
from magdit.journeys.backup import archive, database, files, keys
from magdit.journeys.backup.database import Counted
from magdit.journeys.backup.manifest import Manifest
from magdit.journeys.backup.replace import replaced
from magdit.journeys.nightly_server import forget_all_sessions

NOT_OURS = {"auth", "contenttypes", "sessions", "admin"}


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was done. `lost`: lines per board of after the back-up; `again`: whose keys were destroyed once more."""

    manifest: Manifest
    findings: list[Finding]
    lost: dict[str, int]
    again: list[Gone]


def put_back(
    path: Path, *, at: datetime, passphrase: str | None = None, overwrite: bool = False, gone: Path | None = None
) -> PutBack:
    """Put a back-up in place. `gone` is a list of destroyed keys that is newer than what is here and in the back-up."""
    manifest = archive.checked(path)
    _check_fit(manifest)
    if not overwrite and is_in_use():
        raise Refused("register_in_use")
    erased = [*_erased_here(), *(destroyed.read(gone) if gone else [])]
    longest = {board: heads.length(board) for board in heads.boards()}
    with _unpacked(path) as room:
        own = _keys(manifest, room, passphrase)
        with replaced(room, with_keys=own):
            _check_database(manifest)
            call_command("migrate", interactive=False, verbosity=0)
            forget_all_sessions()  # an account of then may be another's now
    lost = {board: longest.get(UUID(board), 0) - number for board, number, _ in manifest.heads}
    lost = {board: count for board, count in lost.items() if count > 0}
    again = _destroy_again([*erased, *destroyed.read(destroyed.path())], at)
    findings = list(verify_all(told={(UUID(board), number): mark for board, number, mark in manifest.heads}))
    _tell(manifest, lost, at)
    return PutBack(manifest, findings, lost, again)


def is_in_use() -> bool:
    """Whether a school has anything here already: a row in one of our tables, or a file."""
    there = set(connection.introspection.table_names())
    models = [model for model in apps.get_models() if model._meta.app_label not in NOT_OURS]
    rows = (model._default_manager.exists() for model in models if model._meta.db_table in there)
    return files.any_kept() or any(rows)


def _check_fit(manifest: Manifest) -> None:
    if manifest.engine != connection.vendor:
        raise Refused("backup_other_engine", engine=manifest.engine, here=connection.vendor)
    if database.unknown_migrations(manifest.migrations):
        raise Refused("backup_newer")


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """The parts in a room within the data folder: the same disk, so that moving them in cannot run out of room."""
    files.data().mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=files.data(), prefix=".herstel-") as room:
        inside = Path(room) / "uitgepakt"
        inside.mkdir()
        archive.unpack(path, inside)
        yield inside


def _keys(manifest: Manifest, room: Path, passphrase: str | None) -> bool:
    """Whether the keys come from the back-up; refused when those of this back-up are nowhere to be had."""
    if manifest.keys_inside and passphrase is not None:
        keys.put(keys.unlocked((room / keys.NAME).read_bytes(), passphrase), room / "sleutels")
        return True
    if not set(manifest.keys) <= keys.any_fingerprints(keys.present()):
        raise Refused("passphrase_needed" if manifest.keys_inside else "keys_needed")
    return False


def _check_database(manifest: Manifest) -> None:
    """What came out is what went in: counted again before anything else touches it."""
    if database.counted_now() != Counted(manifest.tables, manifest.heads):
        raise Refused("backup_broken")


def _erased_here() -> list[Gone]:
    """Whose keys were destroyed according to what is about to be replaced."""
    found = list(destroyed.read(destroyed.path()))
    # No tables, or too damaged to read: that may well be why there is a back-up to put back.
    with suppress(DatabaseError):
        found += destroyed.in_database()
    return found


def _destroy_again(gone: list[Gone], at: datetime) -> list[Gone]:
    already = set(destroyed.in_database())
    again = [one for one in dict.fromkeys(gone) if one not in already]
    for one in again:
        destroy(Doing(Ref("systeem", "restore"), one.board, at), one.file)
    destroyed.tell_outside(again)
    return again


def _tell(manifest: Manifest, lost: dict[str, int], at: datetime) -> None:
    for board, number, _ in manifest.heads:
        details = {"back-up": manifest.made_at, "tot": number, "verloren": lost.get(board, 0)}
        doing = Doing(Ref("systeem", "restore"), UUID(board), at)
        record(doing, "back-up teruggezet", Ref("bestuur", board), details=details)
