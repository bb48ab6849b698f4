"""A piece of an archive: the words and pictures that stand together on one page, and what of it was not read.

A piece is judged as one post. What stands around every page of a site (menu, head and foot) is a piece of its own,
so that a name in the foot of five hundred pages is told once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

AGAIN = frozenset({"no_answer", "no_host", "too_slow"})  # another day the other side may answer


@dataclass(frozen=True)
class Picture:
    """A picture of a piece. Two with the same key are the same picture, and looked at once.

    It lies in a file, or was taken out of a document (`data`), or still stands at an address (`url`).
    """

    key: str
    name: str
    alt: str = ""
    path: Path | None = None
    data: bytes | None = field(default=None, repr=False)
    url: str = ""

    @classmethod
    def of_bytes(cls, data: bytes, name: str, alt: str = "") -> Picture:
        """A picture that lies inside a document, known by what it holds."""
        return cls(hashlib.sha256(data).hexdigest(), name, alt, data=data)


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that was not read or looked at: what it is called, and why in one code."""

    where: str
    code: str


@dataclass(frozen=True)
class Piece:
    """What stands together: where it stands, the number of its page in a document, its words and pictures.

    `stamp` changes when what stands there changes. `of`: how many pages the document has. `links`: documents that
    are offered on this page, by address. `remote`: how the site itself calls it. `rest`: not one place, but all of a
    list that was not read.
    """

    place: str
    words: str = ""
    pictures: tuple[Picture, ...] = ()
    missed: tuple[Missed, ...] = ()
    page: int | None = None
    of: int = 1
    title: str = ""
    stamp: str = ""
    part: str = ""
    links: tuple[str, ...] = ()
    remote: Mapping[str, Any] = field(default_factory=dict)
    rest: bool = False

    @property
    def key(self) -> str:
        """By what it is remembered; nothing of its name can be read in it."""
        return key_of(self.place, self.page, self.part)


def key_of(place: str, page: int | None = None, part: str = "") -> str:
    """The key of the piece at this place."""
    told = f"{place}\n{page or ''}\n{part}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class NotReadable(Exception):
    """A document, page or list that cannot be read, and why in one code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Sheet:
    """One page of a document, before it is known where that document stands."""

    number: int
    of: int
    words: str
    pictures: tuple[Picture, ...] = ()
    missed: tuple[Missed, ...] = ()
