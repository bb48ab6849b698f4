"""What a file tells beyond its picture, in words: the kinds of traces, never their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from magdit.check.images.trace_kinds import Trace, TraceKind

DUTCH: Mapping[TraceKind, str] = {
    TraceKind.GPS: "de plaats",
    TraceKind.SERIAL_NUMBER: "een serienummer",
    TraceKind.CAMERA: "de camera of telefoon",
    TraceKind.SOFTWARE: "het programma",
    TraceKind.DATETIME: "dag en tijd",
    TraceKind.OWNER: "een eigenaar of maker",
    TraceKind.COMMENT: "een opmerking of titel",
    TraceKind.MAKER_NOTE: "gegevens van de maker van de camera",
    TraceKind.UNIQUE_ID: "een eigen nummer van de foto",
    TraceKind.EXIF: "instellingen van de camera",
    TraceKind.XMP: "gegevens van een fotoprogramma (XMP)",
    TraceKind.IPTC: "gegevens van een fotoprogramma (IPTC)",
    TraceKind.ICC: "een kleurprofiel",
    TraceKind.THUMBNAIL: "een klein voorbeeld van de foto",
    TraceKind.MORE_IMAGES: "nog een beeld",
    TraceKind.TRAILING_BYTES: "iets achter de foto",
    TraceKind.CHAPTERS: "hoofdstukken",
    TraceKind.EXTRA_STREAM: "een extra spoor",
    TraceKind.UNREADABLE: "iets dat niet te lezen is",
    TraceKind.OTHER: "nog iets",
}


def told_by(traces: Iterable[Trace]) -> str:
    """All kinds once, the place first: 'de plaats, dag en tijd'; empty when the file tells nothing."""
    kinds = {trace.kind for trace in traces}
    return ", ".join(DUTCH[kind] for kind in TraceKind if kind in kinds)
