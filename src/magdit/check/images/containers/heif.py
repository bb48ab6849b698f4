"""The outer boxes of a HEIF file (ISO base media). What lies inside them is for libheif to read."""

from __future__ import annotations

from magdit.check.images.containers.part import Broken, Container, CutShort, Part, add

STILLS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
SEQUENCES = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}
AV1 = {b"avif", b"avis"}


def brands(data: bytes) -> tuple[bytes, ...]:
    """Name the brands a file claims, the main one first; none when it has no such box."""
    if data[4:8] != b"ftyp":
        return ()
    box = data[8 : min(int.from_bytes(data[:4], "big"), 256)]
    return tuple(box[at : at + 4] for at in (0, *range(8, len(box) - 3, 4)))


def recognises(data: bytes) -> bool:
    """Tell whether this is a HEIF picture or sequence, and not AVIF or a film."""
    claimed = brands(data)
    return bool(claimed) and claimed[0] in STILLS | SEQUENCES and not AV1 & set(claimed)


def walk(data: bytes) -> Container:
    """Name the outer boxes."""
    parts: list[Part] = []
    at = 0
    while at < len(data):
        if parts and not _looks_like_a_box(data, at):
            break
        part = _box(data, at=at)
        add(parts, part)
        at = part.start + part.length
    names = {part.name for part in parts}
    if "meta" not in names and "moov" not in names:
        raise CutShort
    animated = "moov" in names and brands(data)[0] in SEQUENCES
    return Container(format="heic", parts=tuple(parts), end=at, animated=animated)


def _looks_like_a_box(data: bytes, at: int) -> bool:
    name = data[at + 4 : at + 8]
    return len(name) == 4 and name.isascii() and name.isalnum()


def _box(data: bytes, *, at: int) -> Part:
    length, head = int.from_bytes(data[at : at + 4], "big"), 8
    if length == 1:
        length, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
    if length == 0:
        length = len(data) - at
    if length < head:
        raise Broken
    if at + length > len(data):
        raise CutShort
    return Part(name=data[at + 4 : at + 8].decode("latin-1"), start=at + head, length=length - head)
