"""A film or sound file taken in: what it holds and what it tells, never who is in it. People say that themselves.

Nothing is decoded. The file is opened as exactly the kind its first bytes show, as a stream of bytes: a playlist
that calls for other files or addresses is no film here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

from magdit.check.images.containers.film import FilmFormat, film_format, last_box_fits
from magdit.check.images.limits import DEFAULT, Limits
from magdit.check.images.reading import cannot_read
from magdit.check.images.refusal import Refused
from magdit.check.images.source import Source, size_of
from magdit.check.images.trace_kinds import Trace, TraceKind

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.stream import Stream

SECOND = 1_000_000  # ffmpeg counts a file's duration in millionths
HEAD = 64

# What a file tells, by a part of the name it is stored under.
KINDS = (
    (TraceKind.GPS, ("location", "gps", "xyz", "geo")),
    (TraceKind.SERIAL_NUMBER, ("serial",)),
    (TraceKind.CAMERA, ("make", "model", "camera", "lens", "manufacturer")),
    (TraceKind.DATETIME, ("creation_time", "date", "year", "time")),
    (TraceKind.SOFTWARE, ("encoder", "software", "encoded_by", "version", "tool", "firmware")),
    (TraceKind.OWNER, ("artist", "author", "copyright", "composer", "performer", "owner", "publisher")),
    (TraceKind.COMMENT, ("title", "comment", "description", "synopsis", "keywords", "lyrics", "album", "genre")),
)
# What every file of the kind says, and what it says of itself when nothing was filled in.
PLAIN_KEYS = {"major_brand", "minor_version", "compatible_brands", "duration", "language"}
PLAIN_VALUES = {
    ("handler_name", "VideoHandler"),
    ("handler_name", "SoundHandler"),
    ("vendor_id", "[0][0][0][0]"),
    ("vendor_id", "FFMP"),
    ("encoder", "Lavf"),
    ("encoder", "ffmpeg"),
}


@dataclass(frozen=True)
class Media:
    """A film (`video`) or a sound recording (`geluid`), not looked at. The hash is of the file as handed in."""

    path: Source
    kind: Literal["video", "geluid"]
    format: FilmFormat
    duration: float
    has_sound: bool
    has_picture: bool
    traces: tuple[Trace, ...]
    sha256: str


def take_in_media(path: Source, limits: Limits = DEFAULT) -> Media:
    """Return what this file holds, or raise Refused."""
    size = size_of(path, limit=limits.video_bytes)
    try:
        with path.open("rb") as opened:
            kind = film_format(opened.read(HEAD))
            if kind is None:
                raise Refused("not_media", path=path)
            if not last_box_fits(opened, kind=kind, size=size):
                raise Refused("truncated", path=path)
            opened.seek(0)
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
            return _described(opened, kind=kind, path=path, digest=digest, limits=limits)
    except OSError as error:
        raise cannot_read(path, error) from error


def open_media(opened: BinaryIO, *, kind: FilmFormat, limits: Limits = DEFAULT) -> InputContainer:
    """Open as this kind and no other; with nothing to follow, no other file or address is ever read."""
    import av

    opened.seek(0)
    # ffmpeg decodes a first frame while opening; one that is far too large it leaves alone.
    options = {"protocol_whitelist": "", "enable_drefs": "0", "max_pixels": str(limits.video_pixels)}
    return av.open(opened, "r", format=kind.demuxer, options=options, metadata_errors="replace")


def _described(opened: BinaryIO, *, kind: FilmFormat, path: Source, digest: str, limits: Limits) -> Media:
    try:
        with open_media(opened, kind=kind, limits=limits) as container:
            _within_limits(container, path=path, limits=limits)
            pictures = [stream for stream in container.streams if is_film(stream)]
            sounds = [stream for stream in container.streams if stream.type == "audio"]
            traces = tuple(sorted(set(_traces(container))))
            duration = _duration(container)
    except Refused:
        raise
    except Exception as error:  # ffmpeg raises a dozen kinds on a broken file; to its owner they mean the same
        raise Refused("damaged", path=path) from error
    if not pictures and not sounds:
        raise Refused("no_picture_or_sound", path=path)
    if duration > limits.video_seconds:
        raise Refused("too_long", path=path, seconds=round(duration), limit=round(limits.video_seconds))
    return Media(
        path=path,
        kind="video" if pictures else "geluid",
        format=kind,
        duration=duration,
        has_sound=bool(sounds),
        has_picture=bool(pictures),
        traces=traces,
        sha256=digest,
    )


def _duration(container: InputContainer) -> float:
    """As the file says. What a browser recorded says nothing; then its packets tell, without one being decoded."""
    if container.duration:
        return container.duration / SECOND
    ends = (packet.pts * packet.time_base for packet in container.demux() if packet.pts is not None)
    return float(max(ends, default=0))


def _within_limits(container: InputContainer, *, path: Source, limits: Limits) -> None:
    count = len(container.streams)
    if count > limits.video_streams:
        raise Refused("too_many_streams", path=path, count=count, limit=limits.video_streams)
    for stream in container.streams.video:
        width, height = stream.codec_context.width, stream.codec_context.height
        if width * height > limits.video_pixels:
            raise Refused("film_too_large", path=path, width=width, height=height, limit=limits.video_pixels)


def is_film(stream: Stream) -> bool:
    """Tell moving pictures from a cover picture that was put beside the sound."""
    from av.stream import Disposition

    still = Disposition.attached_pic | Disposition.timed_thumbnails
    return stream.type == "video" and not stream.disposition & still


def _traces(container: InputContainer) -> Iterator[Trace]:
    yield from _told(container.metadata, where="file")
    if container.chapters():
        yield Trace(TraceKind.CHAPTERS, "file")
    for stream in container.streams:
        where = f"stream {stream.index}"
        yield from _told(stream.metadata, where=where)
        if stream.type == "video" and not is_film(stream):
            yield Trace(TraceKind.THUMBNAIL, where)
        elif stream.type not in ("video", "audio"):
            yield Trace(TraceKind.EXTRA_STREAM, where)


def _told(metadata: dict[str, str], *, where: str) -> Iterator[Trace]:
    for key, value in metadata.items():
        if key.lower() not in PLAIN_KEYS and (key.lower(), value) not in PLAIN_VALUES:
            yield Trace(_kind(key.lower()), where)


def _kind(key: str) -> TraceKind:
    return next((kind for kind, words in KINDS if any(word in key for word in words)), TraceKind.OTHER)
