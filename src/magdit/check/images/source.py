"""What a film or sound is read from: a path, or anything else that opens as one, such as a file kept enciphered."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal, Protocol

from magdit.check.images.reading import ordinary_size
from magdit.check.images.refusal import Refused


class Source(Protocol):
    """A file that is read from any place in it, so never whole."""

    @property
    def name(self) -> str:
        """What to call it."""

    @property
    def suffix(self) -> str:
        """The end of its name, with the dot."""

    def open(self, mode: Literal["rb"], /) -> io.BufferedReader:
        """From its start."""


def size_of(source: Source, *, limit: int) -> int:
    """How many bytes it is. Refused when it is empty, larger than the limit, or a path to no ordinary file."""
    if isinstance(source, Path):
        return ordinary_size(source, limit=limit)
    with source.open("rb") as opened:
        size = opened.seek(0, io.SEEK_END)
    if size == 0:
        raise Refused("empty", path=source)
    if size > limit:
        raise Refused("too_many_bytes", path=source, size=size, limit=limit)
    return size
