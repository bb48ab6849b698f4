"""The secrets of the journal, kept in files outside the database: the master keys, and the key of the marks.

`sleutels/journaal` holds master keys, a line each, the newest first: keys of persons and cases are wrapped with them.
`sleutels/keten` holds the key under which marks are made; it never changes, or old lines could no longer be checked.
"""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from magdit.areas.journal.refused import Refused


def folder() -> Path:
    """Where the keys lie; only we can read there."""
    return Path(settings.DATA) / "sleutels"


def chain_key(*, in_use: Callable[[], bool]) -> bytes:
    """The key of the marks; made the first time. Refused when it is gone while there are lines (`in_use`)."""
    return base64.urlsafe_b64decode(_kept("keten", in_use)[0])


def master(*, in_use: Callable[[], bool]) -> MultiFernet:
    """Wraps with the newest master key, unwraps with any."""
    return MultiFernet([Fernet(line) for line in _kept("journaal", in_use)])


def masters() -> list[str]:
    """The master keys as they stand in the file, the newest first."""
    return _read(folder() / "journaal")


def keep_masters(keys: Sequence[str]) -> None:
    """Put these master keys in place of those in the file, whole or not at all."""
    path = folder() / "journaal"
    beside = path.with_name(f"journaal.{secrets.token_hex(4)}")
    write_new(beside, "\n".join(keys) + "\n")
    beside.replace(path)
    sync_folder(path.parent)


def write_new(path: Path, text: str) -> None:
    """Write a file that was not there, readable for us alone, and see it on the disk. FileExistsError if it was."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """See the names in a folder on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _kept(name: str, in_use: Callable[[], bool]) -> list[str]:
    path = folder() / name
    if not path.exists():
        # Another may have made it, and used it, since we looked.
        if in_use() and not path.exists():
            raise Refused("key_lost", file=f"sleutels/{name}")
        _make(path)
    return _read(path)


def _make(path: Path) -> None:
    # A name that appears at once with all that is in it: two processes may start together, and one may read meanwhile.
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    write_new(beside, Fernet.generate_key().decode("ascii") + "\n")
    try:
        os.link(beside, path)
    except FileExistsError:
        return
    finally:
        beside.unlink()
    sync_folder(path.parent)


def _read(path: Path) -> list[str]:
    lines = path.read_text(encoding="ascii").split()
    if not lines:
        raise Refused("key_lost", file=f"sleutels/{path.name}")
    return lines
