"""From a file that was walked over to a decoded picture. Limits are held before any decoder sees a pixel."""

from __future__ import annotations

import importlib.util
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from magdit.check.images.containers.part import Container
from magdit.check.images.jpeg import rows_of
from magdit.check.images.limits import Limits
from magdit.check.images.refusal import Refused

# Pillow looks into a JPEG's EXIF for its resolution and warns on the terminal about a broken one; exif.py judges it.
warnings.filterwarnings("ignore", module=r"PIL\.(?:Tiff|Jpeg)ImagePlugin")

Pixels = npt.NDArray[np.uint8]

PILLOW_NAMES = {"jpeg": ("JPEG", "MPO"), "png": ("PNG",), "webp": ("WEBP",), "gif": ("GIF",)}


def guard(container: Container, *, limits: Limits, path: Path) -> None:
    """Refuse what must not reach a decoder: animations, bombs, and HEIC on a machine that cannot read it.

    Of a GIF that moves the first picture comes in; it is what a page shows before it moves, and that is remarked.
    """
    if container.animated and container.format != "gif":
        raise Refused("animated", path=path, found=container.format)
    if container.width is not None and container.height is not None:
        _within(limits, container.width, container.height, kind=container.format, path=path)
    if container.format == "heic" and importlib.util.find_spec("pillow_heif") is None:
        raise Refused("no_heic", path=path)


@dataclass(frozen=True)
class Decoded:
    """The first picture of a file. Its rows lie in `rows` where those came without Pillow, else in `image`."""

    image: Image.Image
    rows: Pixels | None = None

    def piece(self, top: int, bottom: int) -> Image.Image:
        """Cut out these rows."""
        if self.rows is None:
            return self.image.crop((0, top, self.image.width, bottom))
        return Image.fromarray(
            self.rows[top:bottom].squeeze(axis=2) if self.rows.shape[2] == 1 else self.rows[top:bottom]
        )


def decoded(data: bytes, *, container: Container, limits: Limits, path: Path) -> Decoded:
    """Return the first picture of the file, decoded to its last pixel."""
    if container.format == "heic":
        return Decoded(_decoded_heif(data, limits=limits, path=path))
    image = Image.open(io.BytesIO(data), formats=PILLOW_NAMES[container.format])
    _within(limits, *image.size, kind=container.format, path=path)
    if container.format == "jpeg":
        rows = rows_of(data, size=image.size)
        if rows is not None:
            return Decoded(image, rows)
    image.load()
    return Decoded(image)


def _decoded_heif(data: bytes, *, limits: Limits, path: Path) -> Image.Image:
    """Libheif turns the picture itself; the EXIF orientation beside it must not turn it twice."""
    import pillow_heif

    picture = pillow_heif.open_heif(data)
    _within(limits, *picture.size, kind="heic", path=path)
    image: Image.Image = picture.to_pillow()
    return image


def _within(limits: Limits, width: int, height: int, *, kind: str, path: Path) -> None:
    if not width or not height:
        raise Refused("damaged", path=path)
    most = limits.most_pixels(kind)
    if width * height > most or max(width, height) > limits.side:
        raise Refused("too_many_pixels", path=path, width=width, height=height, limit=most, side=limits.side)
