"""Where pieces come from. A source hands over what was not judged yet, one piece at a time, and knows how many more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from magdit.check.archive.docx import docx_sheets
from magdit.check.archive.pdf import pdf_sheets
from magdit.check.archive.piece import Missed, NotReadable, Picture, Piece, Sheet, key_of

DOCUMENTS: Mapping[str, Callable[[Path], Iterator[Sheet]]] = {".docx": docx_sheets, ".pdf": pdf_sheets}


class Remembered(Protocol):
    """What was judged before."""

    @property
    def pieces(self) -> Mapping[str, Mapping[str, Any]]:
        """What is known of each piece, by its key."""

    def is_done(self, key: str, stamp: str) -> bool:
        """Whether this piece was judged as it is now."""

    def has_picture(self, key: str) -> bool:
        """Whether this picture was looked at, on whatever page it stands."""


class Source(Protocol):
    """A folder, a sitemap or a WordPress site."""

    def pieces(self, done: Remembered) -> Iterator[Piece]:
        """Everything that was not judged yet."""

    def fetch(self, picture: Picture, into: Path) -> Path:
        """A file with this picture, or NotReadable."""

    def still_there(self, told: Mapping[str, Any]) -> bool:
        """Whether what was judged before still stands there, as far as can be seen from here."""

    @property
    def at(self) -> int:
        """At which place it is."""

    @property
    def count(self) -> int:
        """How many places there are to look at, as far as is known by now."""


def sheets_of(path: Path, kind: str, place: str, done: Remembered, stamp: str) -> Iterator[Piece]:
    """The pages of a document that were not judged yet; a document that breaks halfway is named."""
    if is_whole(place, done, stamp):
        return
    number = 0
    try:
        for sheet in DOCUMENTS[kind](path):
            number = sheet.number
            if not done.is_done(key_of(place, number), stamp):
                yield Piece(
                    place, sheet.words, sheet.pictures, sheet.missed, page=number, of=sheet.of, stamp=stamp
                )  # fmt: skip
    except NotReadable as error:
        part = f"na bladzijde {number}" if number else ""
        yield unread(place, error.code, stamp=stamp, part=part)


def unread(place: str, code: str, *, stamp: str = "", part: str = "", rest: bool = False) -> Piece:
    """Something that could not be read, as a piece: it is named in the report and never counted as clean."""
    return Piece(place, missed=(Missed(part or "alles", code),), stamp=stamp, part=part, rest=rest)


def is_whole(place: str, done: Remembered, stamp: str) -> bool:
    """Whether every page of this document was judged, or all of it found unreadable."""
    if done.is_done(key_of(place), stamp):
        return True
    first = done.pieces.get(key_of(place, 1))
    of = first["of"] if first is not None and first["stamp"] == stamp else 0
    return bool(of) and all(done.is_done(key_of(place, number), stamp) for number in range(1, of + 1))
