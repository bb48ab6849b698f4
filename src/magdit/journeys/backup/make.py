"""Making a back-up: the database as it is at one moment, the files beside it, and proof that all of it is there."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.db import connection

from magdit.areas.journal import destroyed, witness
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.queries import heads_now
from magdit.journeys.backup import archive, database, files, keys
from magdit.journeys.backup.manifest import NAME, Manifest


@dataclass(frozen=True, slots=True)
class Made:
    """The file, and whether the keys are in it."""

    path: Path
    size: int
    manifest: Manifest


def back_up(*, at: datetime, into: Path | None = None, passphrase: str | None = None) -> Made:
    """Write one file into a folder. Others go on working meanwhile; what they write after this moment is not in it."""
    witness.catch_up()
    destroyed.tell_outside(destroyed.in_database())
    target = _free(into or files.data() / files.OWN, at)
    with archive.written(target) as writer, tempfile.TemporaryDirectory(dir=target.parent, prefix=".magdit-") as room:
        manifest = _fill(writer, Path(room) / "copy", at, passphrase)
    _tell(manifest, at)
    return Made(target, target.stat().st_size, manifest)


def _fill(writer: archive.Writer, copy: Path, at: datetime, passphrase: str | None) -> Manifest:
    # The database first: a row whose file was written before it then always has its file with it.
    counted = database.copy(copy)
    migrations = database.migrations()
    writer.add_file(database.part_name(), copy)
    for board, number, _ in counted.heads:
        writer.add_bytes(f"journaal/{board}.txt", files.marks_until(board, number))
    gone = destroyed.path()
    writer.add_bytes("journaal/vernietigd.txt", gone.read_bytes() if gone.exists() else b"")
    for name, path in files.kept():
        _add_if_there(writer, name, path)
    own = keys.present()
    if passphrase is not None:
        writer.add_bytes(keys.NAME, keys.locked(own, passphrase))
    manifest = Manifest(
        made_at=at.isoformat(), magdit=version("magdit"), engine=connection.vendor, migrations=migrations,
        tables=counted.tables, heads=counted.heads, keys=keys.fingerprints(own), keys_inside=passphrase is not None,
        parts=list(writer.parts),
    )  # fmt: skip
    writer.add_bytes(NAME, manifest.as_json())
    return manifest


def _add_if_there(writer: archive.Writer, name: str, path: Path) -> None:
    try:
        content = path.open("rb")
    except FileNotFoundError:
        return  # erased since we looked: then it does not belong in a back-up either
    with content:
        writer.add(name, content, path.stat().st_size)


def _free(folder: Path, at: datetime) -> Path:
    stem = f"magdit-{at.astimezone(SCHOOL_CLOCK):%Y-%m-%d-%H%M%S}"
    names = [f"{stem}.tar", *(f"{stem}-{number}.tar" for number in range(2, 100))]
    return next(folder / name for name in names if not (folder / name).exists())


def _tell(manifest: Manifest, at: datetime) -> None:
    """All that a school keeps went into a file: that is a line in every journal."""
    for board, _, _ in heads_now():
        doing = Doing(Ref("systeem", "backup"), board, at)
        record(doing, "back-up gemaakt", Ref("bestuur", str(board)), details={"sleutels_erin": manifest.keys_inside})
