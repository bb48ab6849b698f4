"""What an EXIF block tells: which way is up, and which kinds of traces it holds. No other value is read.

A reader of our own, because Pillow warns about a broken block and goes on as if the broken part were not there;
here a block that cannot be read to its end says so.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from magdit.check.images.trace_kinds import Trace, TraceKind

WHERE = "EXIF"
ORIENTATION, GPS, DETAILS, INTEROP = 0x0112, 0x8825, 0x8769, 0xA005
GPS_VERSION = 0
# Needed to read the rest, and telling nothing by themselves.
STRUCTURE = {GPS, DETAILS, INTEROP}
BYTE_ORDERS = {b"II*\x00": "<", b"MM\x00*": ">"}
ENTRY = 12

KINDS = {
    TraceKind.CAMERA: (0x010F, 0x0110, 0xA433, 0xA434, 0xC614),
    TraceKind.SOFTWARE: (0x000B, 0x0131, 0x013C),
    TraceKind.DATETIME: (0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292),
    TraceKind.OWNER: (0x013B, 0x8298, 0x9C9D, 0xA430, 0xA437, 0xA438),
    TraceKind.COMMENT: (0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, 0xA436),
    TraceKind.MAKER_NOTE: (0x927C,),
    TraceKind.UNIQUE_ID: (0xA420,),
    TraceKind.SERIAL_NUMBER: (0xA431, 0xA435, 0xC62F),
    TraceKind.IPTC: (0x83BB, 0x8649),
    TraceKind.XMP: (0x02BC,),
}
KIND_OF = {tag: kind for kind, tags in KINDS.items() for tag in tags}


class Exif:
    """One EXIF block, read once. A block that cannot be read is a trace of its own and turns nothing."""

    def __init__(self, block: bytes) -> None:
        self.orientation = 1
        kinds: set[TraceKind] = set()
        try:
            for kind in self._read(Directories(block.removeprefix(b"Exif\x00\x00"))):
                kinds.add(kind)
        except (struct.error, ValueError):
            kinds.add(TraceKind.UNREADABLE)
        self.traces = frozenset(Trace(kind, WHERE) for kind in kinds or {TraceKind.EXIF})

    def _read(self, directories: Directories) -> Iterator[TraceKind]:
        main, following = directories.at(directories.first)
        self.orientation = main.get(ORIENTATION, 1) if main.get(ORIENTATION) in range(1, 9) else 1
        yield from (KIND_OF.get(tag, TraceKind.EXIF) for tag in main.keys() - STRUCTURE)
        if GPS in main:
            yield from _place(directories, main[GPS])
        if DETAILS in main:
            details, _ = directories.at(main[DETAILS])
            yield from (KIND_OF.get(tag, TraceKind.EXIF) for tag in details.keys() - STRUCTURE)
        if following and directories.at(following)[0]:
            yield TraceKind.THUMBNAIL


class Directories:
    """The lists of tags in a TIFF structure. Of each tag one number is read: a pointer, or the orientation."""

    def __init__(self, block: bytes) -> None:
        if block[:4] not in BYTE_ORDERS:
            raise ValueError("no TIFF header")
        self._block = block
        self._order = BYTE_ORDERS[block[:4]]
        self.first: int = self._number("I", 4)

    def at(self, offset: int) -> tuple[dict[int, int], int]:
        """Return the tags of the list that begins here, and where the next list begins (0: nowhere)."""
        count = self._number("H", offset)
        tags = {}
        for entry in range(offset + 2, offset + 2 + count * ENTRY, ENTRY):
            short = self._number("H", entry + 2) == 3
            tags[self._number("H", entry)] = self._number("H" if short else "I", entry + 8)
        return tags, self._number("I", offset + 2 + count * ENTRY)

    def _number(self, kind: str, offset: int) -> int:
        return int(struct.unpack_from(self._order + kind, self._block, offset)[0])


def _place(directories: Directories, offset: int) -> Iterator[TraceKind]:
    """A list that cannot be read counts as a place; one with its version alone tells none."""
    try:
        tags, _ = directories.at(offset)
    except struct.error:
        tags = {}
        yield TraceKind.GPS
    if tags.keys() - {GPS_VERSION}:
        yield TraceKind.GPS
