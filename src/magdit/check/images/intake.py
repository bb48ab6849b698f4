"""A photo file taken in: checked before it is decoded, turned upright, as plain 8-bit sRGB pixels.

The file is read once and never written. What cannot be taken in is refused with its reason; nothing is guessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from magdit.check.images.colour import Plain
from magdit.check.images.containers.examine import examine
from magdit.check.images.containers.part import Container
from magdit.check.images.decode import Decoded, decoded, guard
from magdit.check.images.limits import DEFAULT, Limits
from magdit.check.images.metadata import exif_of, traces_of
from magdit.check.images.reading import read_whole
from magdit.check.images.refusal import Refused
from magdit.check.images.remark import Remark
from magdit.check.images.spill import JPEG_SPILL, spill_of
from magdit.check.images.trace_kinds import Trace, TraceKind
from magdit.check.images.upright import TURNS, finished, upright

Pixels = npt.NDArray[np.uint8]

EXTENSIONS = {
    "jpeg": {".jpg", ".jpeg", ".jpe", ".jfif"},
    "png": {".png"},
    "webp": {".webp"},
    "gif": {".gif"},
    "heic": {".heic", ".heif", ".hif"},
}


@dataclass(frozen=True)
class Photo:
    """A still picture as a viewer would show it, and what came with it. The hash is of the file as it was handed in."""

    path: Path
    format: str
    pixels: Pixels = field(repr=False, compare=False)
    sha256: str
    remarks: tuple[Remark, ...]
    traces: tuple[Trace, ...]
    spill: int = JPEG_SPILL  # how far beside a face its file may hold something of it, in pixels

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    def without_pixels(self) -> Photo:
        """What is known of it, and its size; for who is done looking at it."""
        return replace(self, pixels=np.empty((self.height, self.width, 0), dtype=np.uint8))


@dataclass(frozen=True)
class HandedIn:
    """A file that may be decoded: walked over, held to the limits, no pixel made yet."""

    path: Path
    data: bytes = field(repr=False)
    container: Container
    limits: Limits

    @property
    def room(self) -> int:
        """How much room it takes while it is worked on: its pixels, weighed by what their kind may have at most."""
        size, limits = self.container, self.limits
        if not size.width or not size.height:
            return limits.pixels
        return size.width * size.height * limits.pixels // limits.most_pixels(size.format)


def take_in(path: Path, limits: Limits = DEFAULT) -> Photo:
    """Return the photo in this file, or raise Refused; what is refused early is never decoded."""
    return decode(hand_in(path, limits))


def hand_in(path: Path, limits: Limits = DEFAULT) -> HandedIn:
    """Read the file and walk over it, or raise Refused; nothing is decoded here."""
    data = read_whole(path, limit=limits.file_bytes)
    container = examine(data, path=path)
    guard(container, limits=limits, path=path)
    return HandedIn(path=path, data=data, container=container, limits=limits)


def decode(handed: HandedIn) -> Photo:
    """Return the photo in a file that was handed in, or raise Refused."""
    path = handed.path
    try:
        return _photo(handed.data, container=handed.container, limits=handed.limits, path=path)
    except Refused:
        raise
    except MemoryError as error:
        raise Refused("out_of_memory", path=path) from error
    except Exception as error:  # decoders raise a dozen kinds on a broken file; to its owner they mean the same
        code = "truncated" if "truncated" in str(error) else "damaged"
        raise Refused(code, path=path) from error


def _photo(data: bytes, *, container: Container, limits: Limits, path: Path) -> Photo:
    picture = decoded(data, container=container, limits=limits, path=path)
    exif = exif_of(container, data)
    plain = Plain(picture.image)
    pixels = _upright(picture, plain, orientation=exif.orientation if exif else 1)
    traces = traces_of(container, data)
    return Photo(
        path=path,
        format=container.format,
        pixels=pixels,
        sha256=hashlib.sha256(data).hexdigest(),
        remarks=(*_of_file(container, traces=traces, path=path), *plain.said()),
        traces=traces,
        spill=spill_of(container, data),
    )


def _upright(picture: Decoded, plain: Plain, *, orientation: int) -> Pixels:
    """What is plain and upright already is taken as it is: that spares a copy of a large photo."""
    rows = picture.rows
    if rows is not None and rows.shape[2] == 3 and not plain.changes_colours and orientation not in TURNS:
        return finished(rows)
    return upright(
        lambda top, bottom: plain.rgb(picture.piece(top, bottom)), size=picture.image.size, orientation=orientation
    )


def _of_file(container: Container, *, traces: tuple[Trace, ...], path: Path) -> Iterator[Remark]:
    extension = path.suffix.lower()
    if extension not in EXTENSIONS[container.format]:
        yield Remark("wrong_extension", {"path": path, "extension": extension, "found": container.format})
    kinds = {trace.kind for trace in traces}
    if TraceKind.MORE_IMAGES in kinds:
        yield Remark("first_image_only", {"path": path})
    if TraceKind.TRAILING_BYTES in kinds:
        yield Remark("bytes_after_the_picture", {"path": path})
