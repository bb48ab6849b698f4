"""A list that was handed in, enciphered beside the database until it is taken over. Knows files, no columns.

The key is its own: destroyed with the list, also for a back-up. It is read as a file that has no place on the disk.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import FileKey
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, encipher, keys_of, seal, unseal, unwrapped, wrapping

MOST = 200_000_000
PIECE = 1_000_000
LENGTH = 4  # bytes that say how long a piece is


def folder() -> Path:
    """Where lists wait."""
    found = Path(settings.DATA) / "bestanden" / "lijsten"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def ref(intake: UUID) -> Ref:
    """A list as the journal names it, and its key."""
    return Ref("lijst", str(intake))


def keep(doing: Doing, intake: UUID, parts: Iterable[bytes]) -> int:
    """Encipher a list piece by piece, so that it is never whole in memory; answers how long it is."""
    key = unwrapped(keys_of(doing, [ref(intake)])[ref(intake)], wrapping())
    path, length, number = _path(intake), 0, 0
    with _fresh(path) as file:
        for part in parts:
            for start in range(0, len(part), PIECE):
                length += len(part[start : start + PIECE])
                if length > MOST:
                    path.unlink()
                    raise Refused("list_too_big", most=MOST // 1_000_000)
                _write(file, seal(key, part[start : start + PIECE], _label(intake, number)))
                number += 1
        _write(file, seal(key, b"", _label(intake, number)))  # the end: a list that was cut off is noticed
    if not length:
        path.unlink()
        raise Refused("list_empty")
    return length


@contextmanager
def opened(board: UUID, intake: UUID, name: str) -> Iterator[Path]:
    """The list to read, under a name to speak of. It stands in memory only, and goes when this ends."""
    handle = os.memfd_create("lijst", os.MFD_CLOEXEC)
    place = Path(tempfile.mkdtemp(dir=folder(), prefix="open-"))
    try:
        for piece in _pieces(board, intake):
            os.write(handle, piece)
        link = place / name
        link.symlink_to(f"/proc/{os.getpid()}/fd/{handle}")
        yield link
    finally:
        close_place(place)
        os.close(handle)


def close_place(place: Path) -> None:
    """Take away the folder in which a list stood open; the list itself was never on the disk."""
    shutil.rmtree(place, ignore_errors=True)


def keep_shown(doing: Doing, intake: UUID, shown: dict[str, Any]) -> None:
    """Keep what a look found: names stand in it."""
    sealed = encipher(doing, ref(intake), json.dumps(shown).encode(), label=f"kijk|{intake}")
    ready = _path(intake).with_suffix(".nieuw")
    with _fresh(ready) as file:
        file.write(sealed)
    ready.replace(_path(intake).with_suffix(".kijk"))


def shown(board: UUID, intake: UUID) -> dict[str, Any] | None:
    """What the last look found; None when nobody looked, or it is gone."""
    path = _path(intake).with_suffix(".kijk")
    if not path.is_file():
        return None
    data = decipher(board, ref(intake), path.read_bytes(), label=f"kijk|{intake}")
    found: dict[str, Any] | None = None if data is None else json.loads(data)
    return found


def remove(intake: UUID) -> None:
    """Take the list and all beside it away; what is gone already stays gone."""
    for path in folder().glob(f"{intake}*"):
        path.unlink(missing_ok=True)


def _pieces(board: UUID, intake: UUID) -> Iterator[bytes]:
    row = FileKey.objects.filter(board=board, kind="lijst", subject=str(intake)).first()
    path = _path(intake)
    if row is None or row.wrapped is None or not path.is_file():
        raise Refused("list_gone")
    key, number = unwrapped(row, wrapping()), 0
    with path.open("rb") as file:
        while head := file.read(LENGTH):
            piece = unseal(key, file.read(int.from_bytes(head, "big")), _label(intake, number))
            if not piece:
                return
            yield piece
            number += 1
    raise Refused("list_gone")


def _write(file: Any, sealed: bytes) -> None:
    file.write(len(sealed).to_bytes(LENGTH, "big") + sealed)


def _fresh(path: Path) -> Any:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _label(intake: UUID, number: int) -> str:
    return f"lijst|{intake}|{number}"


def _path(intake: UUID) -> Path:
    return folder() / str(intake)
