"""The segments of a JPEG file, from its start to its end marker. What follows is not the picture."""

from __future__ import annotations

import re

from magdit.check.images.containers.part import Broken, Container, CutShort, Part, add

START = b"\xff\xd8\xff"
END_OF_IMAGE = 0xD9
WITHOUT_LENGTH = {0x01, 0xD8, *range(0xD0, 0xD8)}
# A frame header says how large the picture is: C0 to CF without DHT, JPG and DAC.
FRAME_HEADERS = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Every scan is a pass over the whole picture. Programs write ten of them; a thousand in a small file take hours.
MOST_SCANS = 40
NAMES = {0xFE: "COM", 0xDA: "SOS", 0xDB: "DQT", 0xC4: "DHT", 0xDD: "DRI"} | {0xE0 + n: f"APP{n}" for n in range(16)}

# Inside a scan FF is followed by 00 or a restart marker; anything else begins the next segment. One FF, although more
# may stand there to fill up: a search for one fixed byte is ten times as fast, and the last one is found all the same.
NEXT_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7\x01])", re.DOTALL)


def walk(data: bytes) -> Container:
    """Name the segments; the size is that of the first frame header."""
    parts: list[Part] = []
    size: tuple[int, int] | None = None
    at = 2
    while True:
        found = NEXT_MARKER.search(data, at)
        if found is None:
            raise CutShort
        marker, at = found[1][0], found.end()
        if marker == END_OF_IMAGE:
            break
        if marker in WITHOUT_LENGTH:
            continue
        part = _segment(data, marker=marker, at=at)
        add(parts, part)
        at = part.start + part.length
        if marker in FRAME_HEADERS and size is None:
            size = _size(part.content(data))
    if size is None or sum(part.name == "SOS" for part in parts) > MOST_SCANS:
        raise Broken
    return Container(format="jpeg", parts=tuple(parts), end=at, width=size[0], height=size[1])


def _segment(data: bytes, *, marker: int, at: int) -> Part:
    if at + 2 > len(data):
        raise CutShort
    length = int.from_bytes(data[at : at + 2], "big")
    if length < 2:
        raise Broken
    if at + length > len(data):
        raise CutShort
    name = "SOF" if marker in FRAME_HEADERS else NAMES.get(marker, f"{marker:02X}")
    return Part(name=name, start=at + 2, length=length - 2)


def _size(header: bytes) -> tuple[int, int]:
    if len(header) < 6:
        raise Broken
    return int.from_bytes(header[3:5], "big"), int.from_bytes(header[1:3], "big")
