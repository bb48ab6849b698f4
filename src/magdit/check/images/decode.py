"""The pixels of a file that was walked over: decoded whole or not at all, as 8-bit sRGB, not yet turned upright."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

from PIL import Image

from magdit.check.images.colour import as_rgb
from magdit.check.images.containers.part import Container
from magdit.check.images.limits import Limits
from magdit.check.images.refusal import Refused
from magdit.check.images.remark import Remark

PILLOW_NAMES = {"jpeg": ("JPEG", "MPO"), "png": ("PNG",), "webp": ("WEBP",), "gif": ("GIF",)}


def guard(container: Container, *, limits: Limits, path: Path) -> None:
    """Refuse what must not reach a decoder: animations, bombs, and HEIC on a machine that cannot read it."""
    if container.animated:
        raise Refused("animated", path=path, found=container.format)
    if container.width is not None and container.height is not None:
        _within(limits, container.width, container.height, path=path)
    if container.format == "heic" and importlib.util.find_spec("pillow_heif") is None:
        raise Refused("no_heic", path=path)


def decode(data: bytes, *, container: Container, limits: Limits, path: Path) -> tuple[Image.Image, tuple[Remark, ...]]:
    """Return the first picture of the file; refuse it when a decoder stumbles anywhere."""
    try:
        image = _opened(data, container=container, limits=limits, path=path)
        return as_rgb(image, profile=image.info.get("icc_profile"))
    except Refused:
        raise
    except Exception as error:  # decoders raise a dozen kinds on a broken file; to its owner they mean the same
        code = "truncated" if "truncated" in str(error) else "damaged"
        raise Refused(code, path=path) from error


def _opened(data: bytes, *, container: Container, limits: Limits, path: Path) -> Image.Image:
    if container.format == "heic":
        return _opened_heif(data, limits=limits, path=path)
    image = Image.open(io.BytesIO(data), formats=PILLOW_NAMES[container.format])
    _within(limits, *image.size, path=path)
    image.load()
    return image


def _opened_heif(data: bytes, *, limits: Limits, path: Path) -> Image.Image:
    """Libheif turns the picture itself; the EXIF orientation beside it must not turn it twice."""
    import pillow_heif

    picture = pillow_heif.open_heif(data)
    _within(limits, *picture.size, path=path)
    image: Image.Image = picture.to_pillow()
    return image


def _within(limits: Limits, width: int, height: int, *, path: Path) -> None:
    if not width or not height:
        raise Refused("damaged", path=path)
    if width * height > limits.pixels or max(width, height) > limits.side:
        raise Refused("too_many_pixels", path=path, width=width, height=height, limit=limits.pixels, side=limits.side)
