"""A clean copy: a new file built from pixels alone. Nothing of the original file comes along but what is seen.

How it is encoded is fixed, so that the same pixels give the same bytes. The alt text goes beside the file, never in it.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import simplejpeg  # type: ignore[import-untyped]  # it ships no types; one function of it is used, with bytes out
from PIL import Image

from magdit.check.images.atomic import new_file
from magdit.check.images.shrink import shrunk

Pixels = npt.NDArray[np.uint8]
Kind = Literal["jpeg", "png"]

GOOD = 92
# Colour at half size, as phones store it: a third faster and an eighth smaller than at full size, and no eye sees it.
COLOUR = "420"
ROWS_AT_ONCE = 256


@dataclass(frozen=True)
class CleanCopy:
    """A file that was written: where, its hash, its size in pixels and the alt text that belongs beside it."""

    path: Path
    sha256: str
    width: int
    height: int
    alt_text: str = ""


def write_clean(
    pixels: Pixels,
    target: Path,
    kind: Kind = "jpeg",
    *,
    quality: int = GOOD,
    long_side: int | None = None,
    alt_text: str = "",
) -> CleanCopy:
    """Write upright sRGB pixels to a new file without metadata, made smaller when a long side is asked.

    `channel_sizes.long_side_for` knows what a channel needs.
    """
    pixels = _at_most(pixels, long_side)
    content = _as_jpeg(pixels, quality=quality) if kind == "jpeg" else _as_png(pixels)
    with new_file(target) as temporary, temporary.open("xb") as opened:
        opened.write(content)
    height, width = pixels.shape[:2]
    sha256 = hashlib.sha256(content).hexdigest()
    return CleanCopy(path=target, sha256=sha256, width=width, height=height, alt_text=alt_text)


def as_clean_jpeg(pixels: Pixels, *, long_side: int, quality: int = GOOD) -> bytes:
    """The same as bytes, to look at on a page: smaller by a whole number of times, which is five times as quick."""
    return _as_jpeg(shrunk(pixels, -(-max(pixels.shape[:2]) // long_side)), quality=quality)


def _as_jpeg(pixels: Pixels, *, quality: int) -> bytes:
    """Without Pillow, which would copy a large photo once more."""
    whole = np.ascontiguousarray(pixels)
    return bytes(simplejpeg.encode_jpeg(whole, quality=quality, colorspace="RGB", colorsubsampling=COLOUR))


def _as_png(pixels: Pixels) -> bytes:
    written = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(written, "PNG")
    return written.getvalue()


def _at_most(pixels: Pixels, long_side: int | None) -> Pixels:
    """Scale down, never up."""
    height, width = pixels.shape[:2]
    longest = max(height, width)
    if long_side is None or longest <= long_side:
        return pixels
    small = shrunk(pixels, longest // (3 * long_side))
    narrow = _narrowed(small, max(1, round(width * long_side / longest)))
    return _narrowed(narrow.swapaxes(0, 1), max(1, round(height * long_side / longest))).swapaxes(0, 1)


def _narrowed(pixels: Pixels, width: int) -> Pixels:
    """Make the rows shorter, a few at a time: Pillow would hold a large photo once more, in four bytes a pixel."""
    narrow = np.empty((len(pixels), width, 3), dtype=np.uint8)
    for top in range(0, len(pixels), ROWS_AT_ONCE):
        band = Image.fromarray(np.ascontiguousarray(pixels[top : top + ROWS_AT_ONCE]))
        narrow[top : top + ROWS_AT_ONCE] = np.asarray(band.resize((width, band.height), Image.Resampling.LANCZOS))
    return narrow
