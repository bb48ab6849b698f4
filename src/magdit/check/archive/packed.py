"""The parts of a packed document (DOCX is a zip), opened with care: no bombs, nothing larger than it says."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from magdit.check.archive.bounds import DOCUMENT_BYTES, PARTS, SMALL, SWOLLEN, UNPACKED_BYTES
from magdit.check.archive.piece import NotReadable

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_LEGACY = b"\xd0\xcf\x11\xe0"  # an old Office file; a DOCX with a password is packed in one


class Packed:
    """The parts by their name. Nothing is written to disk, so a name that leads elsewhere leads nowhere."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The parts there are."""
        return tuple(sorted(self._entries))

    def read(self, name: str, *, limit: int) -> bytes:
        """A part as it is, or NotReadable; never more than the limit."""
        if self._entries[name].file_size > limit:
            raise NotReadable("too_large")
        try:
            with self._archive.open(self._entries[name]) as part:
                return part.read(limit + 1)
        except _BROKEN:
            raise NotReadable("damaged") from None


@contextmanager
def unpacked(path: Path) -> Iterator[Packed]:
    """The parts of this file; NotReadable when it is no such file, or not to be trusted."""
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            if opened.read(4) == _LEGACY:
                raise NotReadable("encrypted")
        archive = zipfile.ZipFile(path)
    except _BROKEN:
        raise NotReadable("damaged") from None
    with archive:
        if size > DOCUMENT_BYTES:
            raise NotReadable("too_large")
        _trusted(archive.infolist())
        yield Packed(archive)


def _trusted(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > PARTS or sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
        raise NotReadable("bomb")
    if any(entry.file_size > SMALL and entry.file_size > SWOLLEN * max(entry.compress_size, 1) for entry in entries):
        raise NotReadable("bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise NotReadable("encrypted")
