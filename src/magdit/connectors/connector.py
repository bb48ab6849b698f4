"""What every connector can do, and how it says that it could not. Others come in through an entry point.

A connector gets clean files and finished words alone. It is asked with a key that stays the same however often it is
tried, and must place a post once. It never judges: whether something may go out was decided before it is called.
What it wants to know of an account it says in `asks` (asking.py).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from io import BufferedReader
from typing import Any, Literal, Protocol

from magdit.connectors.asking import Ask as Ask

GROUP = "magdit.connectors"
LOG = logging.getLogger("magdit.connectors")


class Readable(Protocol):
    """A file to read: a path, or one that is deciphered piece by piece."""

    @property
    def name(self) -> str:
        """What it may be called outside."""

    def open(self, mode: Literal["rb"], /) -> BufferedReader:
        """From its start."""


@dataclass(frozen=True)
class OutPicture:
    """A clean picture or film, ready to go: its file, what stands beside it for who cannot see it, and its hash.

    `sha256` is that of the bytes in the file; what is otherwise is never sent.
    """

    path: Readable
    kind: str  # foto | video | geluid
    alt: str
    sha256: str


@dataclass(frozen=True)
class Post:
    """A post as it goes out. `key` is the same at every try, so that it is placed once."""

    key: str
    title: str
    text: str
    pictures: tuple[OutPicture, ...] = ()


@dataclass(frozen=True)
class Way:
    """An account as its connector needs it: where it is, what the school chose, and what it signs in with."""

    address: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    secret: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Placed:
    """Where a post stands now, and how the other side calls it and its pictures. `remote` always holds the key."""

    url: str
    remote: Mapping[str, Any]


class Trouble(Exception):
    """It did not work. `again`: trying later may help; otherwise a person must do something first."""

    def __init__(self, code: str, *, again: bool, **facts: object) -> None:
        super().__init__(code)
        self.code, self.again, self.facts = code, again, facts


class Connector(Protocol):
    """One way to a channel."""

    code: str
    by_hand: bool  # a person places and removes it; magdit only says what to do
    asks: tuple[Ask, ...]  # what an account must or may be given

    def check(self, way: Way) -> None:
        """Raise Trouble when this account cannot be used as it is set up."""

    def place(self, way: Way, post: Post) -> Placed:
        """Place the post, or find the one that an earlier try with this key placed."""

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        """Take the post and its pictures away; what is gone already is no trouble.

        With `{"key": …}` alone (no answer ever came) it looks for whatever tries with that key left behind.
        """

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        """Whether neither the post nor any of its pictures can be seen any more."""


def connectors() -> dict[str, Connector]:
    """Every connector that is installed, by its code; our own cannot be pushed out by another of the same code."""
    found: dict[str, Connector] = {}
    for one in _loaded():
        if one.code not in found or type(one).__module__.startswith("magdit."):
            found[one.code] = one
    return found


def _loaded() -> Iterator[Connector]:
    for entry in entry_points(group=GROUP):
        try:
            yield entry.load()()
        except Exception as error:  # a broken plug-in of others takes nobody else's accounts away
            LOG.error("connector %s cannot be loaded: %s", entry.name, type(error).__name__)
