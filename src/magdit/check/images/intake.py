"""A photo file taken in: checked before it is decoded, turned upright, as plain 8-bit sRGB pixels.

The file is read once and never written. What cannot be taken in is refused with its reason; nothing is guessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from magdit.check.images.containers.examine import examine
from magdit.check.images.containers.part import Container
from magdit.check.images.decode import decode, guard
from magdit.check.images.limits import DEFAULT, Limits
from magdit.check.images.metadata import exif_of, traces_of
from magdit.check.images.reading import read_whole
from magdit.check.images.remark import Remark
from magdit.check.images.trace_kinds import Trace, TraceKind

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

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])


def take_in(path: Path, limits: Limits = DEFAULT) -> Photo:
    """Return the photo in this file, or raise Refused; what is refused early is never decoded."""
    data = read_whole(path, limit=limits.file_bytes)
    container = examine(data, path=path)
    guard(container, limits=limits, path=path)
    image, remarks = decode(data, container=container, limits=limits, path=path)
    sideways = np.asarray(image)
    del image  # two copies of a phone photo are enough
    exif = exif_of(container, data)
    traces = traces_of(container, data)
    return Photo(
        path=path,
        format=container.format,
        pixels=turned(sideways, orientation=exif.orientation if exif else 1),
        sha256=hashlib.sha256(data).hexdigest(),
        remarks=(*_of_file(container, traces=traces, path=path), *remarks),
        traces=traces,
    )


def turned(pixels: Pixels, *, orientation: int) -> Pixels:
    """Turn pixels upright by the EXIF orientation (1 to 8); the answer cannot be written to."""
    ways = {
        1: pixels,
        2: pixels[:, ::-1],
        3: pixels[::-1, ::-1],
        4: pixels[::-1],
        5: pixels.transpose(1, 0, 2),
        6: pixels.transpose(1, 0, 2)[:, ::-1],
        7: pixels.transpose(1, 0, 2)[::-1, ::-1],
        8: pixels.transpose(1, 0, 2)[::-1],
    }
    upright = np.ascontiguousarray(ways[orientation])
    upright.flags.writeable = False
    return upright


def _of_file(container: Container, *, traces: tuple[Trace, ...], path: Path) -> Iterator[Remark]:
    extension = path.suffix.lower()
    if extension not in EXTENSIONS[container.format]:
        yield Remark("wrong_extension", {"path": path, "extension": extension, "found": container.format})
    kinds = {trace.kind for trace in traces}
    if TraceKind.MORE_IMAGES in kinds:
        yield Remark("first_image_only", {"path": path})
    if TraceKind.TRAILING_BYTES in kinds:
        yield Remark("bytes_after_the_picture", {"path": path})
