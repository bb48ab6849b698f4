"""What a file can tell beyond its picture: a kind and a place. That something is told, never what: no value is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TraceKind(StrEnum):
    """What a trace is about; its Dutch name is in wording."""

    GPS = "gps"
    SERIAL_NUMBER = "serial_number"
    CAMERA = "camera"
    SOFTWARE = "software"
    DATETIME = "datetime"
    OWNER = "owner"
    COMMENT = "comment"
    MAKER_NOTE = "maker_note"
    UNIQUE_ID = "unique_id"
    EXIF = "exif"
    XMP = "xmp"
    IPTC = "iptc"
    ICC = "icc"
    THUMBNAIL = "thumbnail"
    MORE_IMAGES = "more_images"
    TRAILING_BYTES = "trailing_bytes"
    CHAPTERS = "chapters"
    EXTRA_STREAM = "extra_stream"
    UNREADABLE = "unreadable"
    OTHER = "other"


@dataclass(frozen=True, order=True)
class Trace:
    """Something is told, in this part of the file."""

    kind: TraceKind
    where: str
