"""The chunks of a WebP file (RIFF). Its length stands in its head; what follows is not the picture."""

from __future__ import annotations

from magdit.check.images.containers.part import Broken, Container, CutShort, Part, add

HEAD = 12
ANIMATION = 0x02
FOURTEEN_BITS = 0x3FFF


def recognises(data: bytes) -> bool:
    """Tell whether the file begins as a WebP file does."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def walk(data: bytes) -> Container:
    """Name the chunks; the size is that of the first chunk that holds one."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise CutShort
    parts = _chunks(data, end=end)
    if not parts:
        raise Broken
    width, height = _size(parts[0].name, parts[0].content(data))
    animated = any(part.name in ("ANIM", "ANMF") for part in parts) or _says_animated(parts[0], data)
    return Container(format="webp", parts=parts, end=end, width=width, height=height, animated=animated)


def _chunks(data: bytes, *, end: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    at = HEAD
    while at + 8 <= end:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise CutShort
        add(parts, Part(name=data[at : at + 4].decode("latin-1").strip(), start=at + 8, length=length))
        at += 8 + length + length % 2
    return tuple(parts)


def _says_animated(part: Part, data: bytes) -> bool:
    return part.name == "VP8X" and bool(part.content(data)[0] & ANIMATION)


def _size(name: str, head: bytes) -> tuple[int, int]:
    if len(head) < 10:
        raise Broken
    if name == "VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if name == "VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & FOURTEEN_BITS) + 1, (bits >> 14 & FOURTEEN_BITS) + 1
    if name == "VP8":
        width, height = int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")
        return width & FOURTEEN_BITS, height & FOURTEEN_BITS
    raise Broken
