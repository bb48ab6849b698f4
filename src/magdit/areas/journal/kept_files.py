"""A file kept enciphered beside the database, piece by piece, so that it is never whole in memory or open on the disk.

Its key is that of what it belongs to (a list, a draft): destroyed with that, also for a back-up. To be read it gets a
path that leads to memory only; what may be large is read in pieces (`kept_reading`). What goes wrong is NotKept; who
knows what kind of file it is makes a refusal of that.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import FileKey
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import keys_of, seal, unseal, unwrapped, wrapping

PIECE = 1_000_000
LENGTH = 4  # bytes that say how long a piece is


class NotKept(Exception):
    """The file is too big (`most` bytes), it is empty, or it is gone: with its key, or not as it was kept."""

    def __init__(self, why: Literal["too_big", "empty", "gone"], *, most: int = 0) -> None:
        super().__init__(why)
        self.why, self.most = why, most


@contextmanager
def told_as(refusal: Callable[[NotKept], Refused]) -> Iterator[None]:
    """Within this, what cannot be kept or read is told as a refusal of the area whose file it is."""
    try:
        yield
    except NotKept as trouble:
        raise refusal(trouble) from None


def write(doing: Doing, file: Ref, path: Path, parts: Iterable[bytes], *, most: int) -> int:
    """Encipher what comes in, under the key of `file`; answers how long it is. Too long or empty: nothing is kept."""
    key = unwrapped(keys_of(doing, [file])[file], wrapping())
    length, number = 0, 0
    try:
        with _fresh(path) as target:
            for part in parts:
                for start in range(0, len(part), PIECE):
                    length += len(part[start : start + PIECE])
                    if length > most:
                        raise NotKept("too_big", most=most)
                    _put(target, seal(key, part[start : start + PIECE], label_of(file, path, number)))
                    number += 1
            _put(target, seal(key, b"", label_of(file, path, number)))  # the end: a file that was cut off is noticed
            if not length:
                raise NotKept("empty")
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return length


def pieces(board: UUID, file: Ref, path: Path) -> Iterator[bytes]:
    """What was kept, piece by piece. NotKept when it is gone, its key is gone, or something of it is not as it was."""
    key, number = key_of(board, file, path), 0
    with path.open("rb") as source:
        while head := source.read(LENGTH):
            piece = unseal(key, source.read(int.from_bytes(head, "big")), label_of(file, path, number))
            if not piece:
                return
            yield piece
            number += 1
    raise NotKept("gone")


@contextmanager
def opened(board: UUID, file: Ref, path: Path, *, name: str) -> Iterator[Path]:
    """The file to read, under a name to speak of. It stands in memory only, and goes when this ends."""
    handle = os.memfd_create("bestand", os.MFD_CLOEXEC)
    place = Path(tempfile.mkdtemp(dir=path.parent, prefix="open-"))
    try:
        for piece in pieces(board, file, path):
            os.write(handle, piece)
        link = place / name
        link.symlink_to(f"/proc/{os.getpid()}/fd/{handle}")
        yield link
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(handle)


def key_of(board: UUID, file: Ref, path: Path) -> bytes:
    """The key with which it was enciphered; NotKept when that is gone, or the file."""
    row = FileKey.objects.filter(board=board, kind=file.kind, subject=file.id).first()
    if row is None or row.wrapped is None or not path.is_file():
        raise NotKept("gone")
    return unwrapped(row, wrapping())


def _put(target: Any, sealed: bytes) -> None:
    target.write(len(sealed).to_bytes(LENGTH, "big") + sealed)


def _fresh(path: Path) -> Any:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def label_of(file: Ref, path: Path, number: int) -> str:
    """Where a piece belongs: it can be read nowhere else."""
    return f"{file.kind}|{file.id}|{path.name}|{number}"
