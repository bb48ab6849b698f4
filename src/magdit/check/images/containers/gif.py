"""The blocks of a GIF file, up to and including its first picture when there are more.

A second picture makes it an animation; the walk stops there, so that a thousand more cost nothing.
"""

from __future__ import annotations

from magdit.check.images.containers.part import Broken, Container, CutShort, Part, add

STARTS = (b"GIF87a", b"GIF89a")
PICTURE, EXTENSION, END = 0x2C, 0x21, 0x3B
EXTENSIONS = {0xFE: "comment", 0xFF: "application", 0x01: "text", 0xF9: "control"}


def walk(data: bytes) -> Container:
    """Name the blocks; the size is that of the screen it describes. All that follows a first picture is its own."""
    if len(data) < 13:
        raise CutShort
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    parts: list[Part] = []
    at = 13 + _colours(data[10])
    while _byte(data, at) != END:
        if data[at] == PICTURE and any(part.name == "picture" for part in parts):
            return Container("gif", parts=tuple(parts), end=len(data), width=width, height=height, animated=True)
        part = _block(data, at=at)
        add(parts, part)
        at = part.start + part.length
    return Container("gif", parts=tuple(parts), end=at + 1, width=width, height=height)


def _block(data: bytes, *, at: int) -> Part:
    kind = _byte(data, at)
    if kind == EXTENSION:
        name, start = EXTENSIONS.get(_byte(data, at + 1), "other"), at + 2
        return Part(name=name, start=start, length=_after_pieces(data, start) - start)
    if kind == PICTURE:
        start = at + 11 + _colours(_byte(data, at + 9))
        return Part(name="picture", start=start, length=_after_pieces(data, start) - start)
    raise Broken


def _after_pieces(data: bytes, at: int) -> int:
    """Walk pieces of at most 255 bytes up to and including the empty one."""
    while length := _byte(data, at):
        at += 1 + length
    return at + 1


def _colours(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _byte(data: bytes, at: int) -> int:
    if at >= len(data):
        raise CutShort
    return data[at]
