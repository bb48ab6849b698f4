"""Every trace an image file carries beyond its picture, part by part.

A part that is not known to be harmless is a trace: an unknown box may hold anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from magdit.check.images.containers.examine import examine
from magdit.check.images.containers.part import Container, Part
from magdit.check.images.exif import Exif
from magdit.check.images.limits import DEFAULT
from magdit.check.images.reading import read_whole
from magdit.check.images.trace_kinds import Trace, TraceKind

HARMLESS = {
    "jpeg": {"SOF", "SOS", "DQT", "DHT", "DRI"},
    "png": {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "sRGB", "gAMA", "cHRM", "pHYs", "sBIT", "bKGD", "hIST", "cICP"},
    "webp": {"VP8", "VP8L", "VP8X", "ALPH"},
    "gif": {"picture", "control"},
    "heic": {"ftyp", "meta", "mdat", "free", "skip", "wide"},
}
EXIF_PART = {"jpeg": "APP1", "png": "eXIf", "webp": "EXIF"}
EXIF_START = b"Exif\x00\x00"
XMP_STARTS = (b"http://ns.adobe.com/xap/1.0/\x00", b"http://ns.adobe.com/xmp/extension/\x00")
GPS_WORDS = (b"exif:GPS", b"GPSLatitude")
GIF_LOOP = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def traces_of(container: Container, data: bytes) -> tuple[Trace, ...]:
    """Name every trace in a file that was walked over, without doubles, in a fixed order."""
    found = {trace for part in container.parts for trace in _of_part(part, container=container, data=data)}
    if container.animated:
        found.add(Trace(TraceKind.MORE_IMAGES, "after the first picture"))
    if container.end < len(data):
        found.add(Trace(TraceKind.TRAILING_BYTES, "after the picture"))
    if container.format == "heic":
        found |= _in_heif(data)
    return tuple(sorted(found))


def traces_left(path: Path) -> tuple[Trace, ...]:
    """Name the traces in a file on disk; a clean copy has none."""
    data = read_whole(path, limit=DEFAULT.file_bytes)
    return traces_of(examine(data, path=path), data)


def exif_of(container: Container, data: bytes) -> Exif | None:
    """Read the first EXIF block, which is the one that browsers turn a photo by."""
    for part in container.parts:
        content = part.content(data) if part.name == EXIF_PART.get(container.format) else b""
        if content and (container.format != "jpeg" or content.startswith(EXIF_START)):
            return Exif(content)
    return None


def _of_part(part: Part, *, container: Container, data: bytes) -> Iterator[Trace]:
    if part.name in HARMLESS[container.format]:
        return
    content = part.content(data)
    yield from READERS[container.format](part, content)


def _in_jpeg(part: Part, content: bytes) -> Iterator[Trace]:
    if part.name == "APP1" and content.startswith(EXIF_START):
        yield from Exif(content).traces
    elif part.name == "APP1" and content.startswith(XMP_STARTS):
        yield from _in_xmp(content)
    elif part.name == "APP0" and content.startswith(b"JFIF\x00"):
        if len(content) > 14:
            yield Trace(TraceKind.THUMBNAIL, "JFIF")
    elif not (part.name == "APP14" and content.startswith(b"Adobe") and len(content) == 12):
        yield _named(part, content)


def _named(part: Part, content: bytes) -> Trace:
    """The kind of a JPEG segment that is neither EXIF nor XMP."""
    known = {
        ("COM", b""): TraceKind.COMMENT,
        ("APP0", b"JFXX\x00"): TraceKind.THUMBNAIL,
        ("APP2", b"ICC_PROFILE\x00"): TraceKind.ICC,
        ("APP2", b"MPF\x00"): TraceKind.MORE_IMAGES,
        ("APP13", b""): TraceKind.IPTC,
    }
    fits = (kind for (name, start), kind in known.items() if part.name == name and content.startswith(start))
    return Trace(next(fits, TraceKind.OTHER), part.name)


def _in_png(part: Part, content: bytes) -> Iterator[Trace]:
    kinds = {"iCCP": TraceKind.ICC, "tIME": TraceKind.DATETIME}
    keyword = content.split(b"\x00", 1)[0]
    if part.name == "eXIf":
        yield from Exif(content).traces
    elif part.name not in ("tEXt", "zTXt", "iTXt"):
        yield Trace(kinds.get(part.name, TraceKind.OTHER), part.name)
    elif keyword == b"XML:com.adobe.xmp":
        yield from _in_xmp(content)
    else:
        yield Trace(_text_kind(keyword), part.name)


def _text_kind(keyword: bytes) -> TraceKind:
    """Some programs put a whole EXIF block in a text, packed; no viewer reads it there, and neither do we."""
    kinds = {
        b"Software": TraceKind.SOFTWARE,
        b"Author": TraceKind.OWNER,
        b"Copyright": TraceKind.OWNER,
        b"Creation Time": TraceKind.DATETIME,
        b"Raw profile type exif": TraceKind.UNREADABLE,
        b"Raw profile type APP1": TraceKind.UNREADABLE,
        b"Raw profile type iptc": TraceKind.IPTC,
        b"Raw profile type xmp": TraceKind.XMP,
    }
    return kinds.get(keyword, TraceKind.COMMENT)


def _in_webp(part: Part, content: bytes) -> Iterator[Trace]:
    if part.name == "EXIF":
        yield from Exif(content).traces
    elif part.name == "XMP":
        yield from _in_xmp(content)
    else:
        yield Trace(TraceKind.ICC if part.name == "ICCP" else TraceKind.OTHER, part.name)


def _in_gif(part: Part, content: bytes) -> Iterator[Trace]:
    application = content[1:12]
    if part.name == "application" and application == b"XMP DataXMP":
        yield from _in_xmp(content)
    elif not (part.name == "application" and application in GIF_LOOP):
        yield Trace(TraceKind.COMMENT if part.name in ("comment", "text") else TraceKind.OTHER, part.name)


def _in_heif_box(part: Part, content: bytes) -> Iterator[Trace]:
    """An outer box that a still does not need; a phone keeps its moving part in `mpvd`."""
    yield Trace(TraceKind.MORE_IMAGES if part.name in ("mpvd", "moov") else TraceKind.OTHER, part.name)


def _in_heif(data: bytes) -> set[Trace]:
    """Metadata lies inside the boxes there, so libheif is asked."""
    import pillow_heif

    picture = pillow_heif.open_heif(data)
    info = picture.info
    found = set(Exif(info["exif"]).traces) if info.get("exif") else set()
    if info.get("xmp"):
        found |= set(_in_xmp(info["xmp"]))
    if info.get("icc_profile"):
        found.add(Trace(TraceKind.ICC, "colr"))
    if info.get("thumbnails"):
        found.add(Trace(TraceKind.THUMBNAIL, "thmb"))
    if len(picture) > 1 or info.get("depth_images") or info.get("aux"):
        found.add(Trace(TraceKind.MORE_IMAGES, "meta"))
    return found


def _in_xmp(content: bytes) -> Iterator[Trace]:
    yield Trace(TraceKind.XMP, "XMP")
    if any(word in content for word in GPS_WORDS):
        yield Trace(TraceKind.GPS, "XMP")


READERS: dict[str, Callable[[Part, bytes], Iterator[Trace]]] = {
    "jpeg": _in_jpeg,
    "png": _in_png,
    "webp": _in_webp,
    "gif": _in_gif,
    "heic": _in_heif_box,
}
