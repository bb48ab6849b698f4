"""The chunks of a PNG file, from its signature to IEND. An acTL chunk makes it an animation."""

from __future__ import annotations

from magdit.check.images.containers.part import Broken, Container, CutShort, Part, add

START = b"\x89PNG\r\n\x1a\n"
AROUND = 12  # length, name and checksum


def walk(data: bytes) -> Container:
    """Name the chunks; the size is that of IHDR, which must come first."""
    parts: list[Part] = []
    at = len(START)
    while not parts or parts[-1].name != "IEND":
        part = _chunk(data, at=at)
        add(parts, part)
        at += part.length + AROUND
    header = parts[0].content(data)
    if parts[0].name != "IHDR" or len(header) != 13:
        raise Broken
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    animated = any(part.name == "acTL" for part in parts)
    return Container(format="png", parts=tuple(parts), end=at, width=width, height=height, animated=animated)


def _chunk(data: bytes, *, at: int) -> Part:
    if at + AROUND > len(data):
        raise CutShort
    length = int.from_bytes(data[at : at + 4], "big")
    name = data[at + 4 : at + 8]
    if not (name.isalpha() and name.isascii()):
        raise Broken
    if at + AROUND + length > len(data):
        raise CutShort
    return Part(name=name.decode("ascii"), start=at + 8, length=length)
