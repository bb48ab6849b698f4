"""What a walk over an image file finds: its parts in order, its size, and where it ends. Holds no pixels."""

from __future__ import annotations

from dataclasses import dataclass

# A photo has some tens of parts, and one of 100 MB in pieces of 8 kB some twelve thousand. More is an attack: every
# part takes memory and time, and two million of them fit in a file of 30 MB.
MOST_PARTS = 20_000


class CutShort(Exception):
    """The file ends before the picture does."""


class Broken(Exception):
    """The file starts like this format and then does not keep to it."""


@dataclass(frozen=True)
class Part:
    """One segment, chunk or box: its name, and where its content lies in the file."""

    name: str
    start: int
    length: int

    def content(self, data: bytes) -> bytes:
        """Cut the content out of the file it was found in."""
        return data[self.start : self.start + self.length]


@dataclass(frozen=True)
class Container:
    """A whole file as found. Width and height are None where only a decoder can tell."""

    format: str
    parts: tuple[Part, ...]
    end: int
    width: int | None = None
    height: int | None = None
    animated: bool = False


def add(parts: list[Part], part: Part) -> None:
    """One more part; Broken when there are more than any picture has."""
    if len(parts) >= MOST_PARTS:
        raise Broken
    parts.append(part)
