"""A file that was kept enciphered, to be read from any place in it, as a film asks: a piece at a time, never whole.

Only the piece that is being read stands in memory, and nothing of it ever stands open on the disk.
"""

from __future__ import annotations

import errno
import io
import os
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal
from uuid import UUID

from magdit.areas.journal.doing import Ref
from magdit.areas.journal.kept_files import LENGTH, NotKept, key_of, label_of
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import OVERHEAD, unseal


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a piece of the file begins, in what was kept (`at`) and in what it says (`start`)."""

    number: int
    at: int
    sealed: int
    start: int


@dataclass(frozen=True)
class KeptFile:
    """To be opened as a path is, under a name to speak of."""

    name: str
    path: Path
    file: Ref
    key: bytes = field(repr=False)
    pieces: tuple[Piece, ...]
    size: int

    @property
    def suffix(self) -> str:
        """As of a path."""
        return Path(self.name).suffix

    def open(self, mode: Literal["rb"] = "rb", /) -> io.BufferedReader:
        """The file, from its start."""
        return io.BufferedReader(_Reading(self, self.path.open(mode)))

    def __str__(self) -> str:
        return self.name


def kept_file(board: UUID, file: Ref, path: Path, *, name: str) -> KeptFile:
    """Find it. NotKept when it is gone, its key is gone, or its end is not there."""
    key = key_of(board, file, path)
    try:
        pieces = tuple(_pieces(path))
        end = pieces[-1]
        with path.open("rb") as source:
            source.seek(end.at)
            whole = not unseal(key, source.read(end.sealed), label_of(file, path, end.number))
    except (OSError, IndexError, Refused):
        raise NotKept("gone") from None
    if not whole:
        raise NotKept("gone")
    return KeptFile(name, path, file, key, pieces[:-1], end.start)


def _pieces(path: Path) -> Iterator[Piece]:
    """Every piece, by the lengths that stand before them; the last one is empty."""
    at, start, number, length = 0, 0, 0, path.stat().st_size
    with path.open("rb") as source:
        while at + LENGTH <= length:
            source.seek(at)
            sealed = int.from_bytes(source.read(LENGTH), "big")
            yield Piece(number, at + LENGTH, sealed, start)
            at, start, number = at + LENGTH + sealed, start + sealed - OVERHEAD, number + 1


class _Reading(io.RawIOBase):
    """Deciphers the piece that is asked for, and remembers that one only."""

    def __init__(self, kept: KeptFile, source: BinaryIO) -> None:
        super().__init__()
        self._kept, self._source, self._at = kept, source, 0
        self._starts = [piece.start for piece in kept.pieces]
        self._number, self._plain = -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._kept.size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer; we need these
        if self._at >= self._kept.size:
            return 0
        number = bisect_right(self._starts, self._at) - 1
        plain, begin = self._piece(number), self._at - self._starts[number]
        part = plain[begin : begin + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._source.close()
        self._plain = b""
        super().close()

    def _piece(self, number: int) -> bytes:
        if number != self._number:
            piece, kept = self._kept.pieces[number], self._kept
            self._source.seek(piece.at)
            sealed, label = self._source.read(piece.sealed), label_of(kept.file, kept.path, number)
            try:
                self._plain, self._number = unseal(kept.key, sealed, label), number
            except Refused:  # whoever reads knows files, and what can be wrong with one of those
                raise OSError(errno.EIO, os.strerror(errno.EIO)) from None
        return self._plain
