"""What an EXIF block tells: which way is up, and which traces it holds. Values are looked at and let go."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import ExifTags, Image

from magdit.check.images.trace_kinds import Trace, TraceKind

WHERE = "EXIF"
ORIENTATION, GPS, EXIF_PART, INTEROP_PART = 0x0112, 0x8825, 0x8769, 0xA005
# Needed to read the rest, and telling nothing by themselves.
STRUCTURE = {GPS, EXIF_PART, INTEROP_PART}

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
        self.traces: frozenset[Trace]
        try:
            self._read(block)
        except Exception:  # Pillow raises a dozen kinds on a hostile block; none of them may pass for "no GPS".
            self.traces = frozenset({Trace(TraceKind.UNREADABLE, WHERE)})

    def _read(self, block: bytes) -> None:
        exif = Image.Exif()
        exif.load(block)
        turned = exif.get(ORIENTATION, 1)
        self.orientation = turned if turned in range(1, 9) else 1
        kinds = set(_kinds(exif)) or {TraceKind.EXIF}
        self.traces = frozenset(Trace(kind, WHERE) for kind in kinds)


def _kinds(exif: Image.Exif) -> Iterator[TraceKind]:
    tags = set(exif) | set(exif.get_ifd(ExifTags.IFD.Exif))
    if exif.get_ifd(ExifTags.IFD.GPSInfo) or GPS in tags:
        yield TraceKind.GPS
    if exif.get_ifd(ExifTags.IFD.IFD1):
        yield TraceKind.THUMBNAIL
    for tag in tags - STRUCTURE:
        yield KIND_OF.get(tag, TraceKind.EXIF)
