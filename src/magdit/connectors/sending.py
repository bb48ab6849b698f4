"""A clean file on its way out: the bytes that were approved and no others, and what kind they are by how they begin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from magdit.connectors.connector import OutPicture, Trouble

PIECE = 65_536


@dataclass(frozen=True)
class Outgoing:
    """An open file that was looked at: its bytes from the start, how many, and what they are."""

    file: BinaryIO
    length: int
    extension: str
    media_type: str

    def parts(self) -> Iterator[bytes]:
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece


@contextmanager
def outgoing(picture: OutPicture) -> Iterator[Outgoing]:
    """The file of a picture, held open from the look at its hash until it was sent."""
    try:
        file = picture.path.open("rb")
    except OSError:
        raise Trouble("file_gone", again=False) from None
    with file:
        try:
            head, length, digest = _read(file)
        except OSError:
            raise Trouble("file_gone", again=False) from None
        if digest != picture.sha256:
            raise Trouble("file_changed", again=False)
        extension, media_type = _kind(head)
        yield Outgoing(file=file, length=length, extension=extension, media_type=media_type)


def look_over(pictures: Iterable[OutPicture]) -> None:
    """Trouble when one of these may not go out; asked before the first goes."""
    for picture in pictures:
        with outgoing(picture):
            pass


def mark_of(key: str) -> str:
    """How a post is called at the other side: always the same for a key, and it tells nothing about it."""
    return f"bericht-{hashlib.sha256(key.encode()).hexdigest()[:20]}"


def _read(file: BinaryIO) -> tuple[bytes, int, str]:
    """How it begins, how long it is, and its hash."""
    head, length, digest = file.read(16), 0, hashlib.sha256()
    file.seek(0)
    while piece := file.read(PIECE):
        length += len(piece)
        digest.update(piece)
    return head, length, digest.hexdigest()


def _kind(head: bytes) -> tuple[str, str]:
    for at, begin, extension, media_type in (
        (0, b"\xff\xd8\xff", "jpg", "image/jpeg"),
        (0, b"\x89PNG\r\n\x1a\n", "png", "image/png"),
        (0, b"GIF8", "gif", "image/gif"),
        (8, b"WEBP", "webp", "image/webp"),
        (8, b"WAVE", "wav", "audio/wav"),
        (4, b"ftypM4A", "m4a", "audio/mp4"),
        (4, b"ftyp", "mp4", "video/mp4"),
        (0, b"\x1a\x45\xdf\xa3", "webm", "video/webm"),
        (0, b"OggS", "ogg", "audio/ogg"),
        (0, b"ID3", "mp3", "audio/mpeg"),
        (0, b"\xff\xfb", "mp3", "audio/mpeg"),
        (0, b"fLaC", "flac", "audio/flac"),
    ):
        if head[at : at + len(begin)] == begin:
            return extension, media_type
    raise Trouble("unknown_file", again=False)
