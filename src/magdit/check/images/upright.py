"""A decoded picture as plain pixels, the right way up. Works band by band: one copy of a large photo is enough."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]
PlainRows = Callable[[int, int], Image.Image]

ROWS_AT_ONCE = 256
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = {5, 6, 7, 8}  # the rows of the file become columns
BACKWARDS = {3, 4, 6, 7}  # the first row of the file comes last


def upright(rows: PlainRows, *, size: tuple[int, int], orientation: int) -> Pixels:
    """Return height x width x 3, turned by the EXIF orientation (1 to 8); `rows` gives the rows from one to another.

    The answer cannot be written to.
    """
    width, height = size
    pixels = np.empty((width, height, 3) if orientation in SIDEWAYS else (height, width, 3), dtype=np.uint8)
    for top in range(0, height, ROWS_AT_ONCE):
        bottom = min(top + ROWS_AT_ONCE, height)
        band = np.asarray(_turned(rows(top, bottom), orientation))
        start, end = (height - bottom, height - top) if orientation in BACKWARDS else (top, bottom)
        if orientation in SIDEWAYS:
            pixels[:, start:end] = band
        else:
            pixels[start:end] = band
    return finished(pixels)


def finished(pixels: Pixels) -> Pixels:
    """The same pixels, which nobody can write to any more."""
    pixels.flags.writeable = False
    return pixels


def _turned(band: Image.Image, orientation: int) -> Image.Image:
    turn = TURNS.get(orientation)
    return band if turn is None else band.transpose(turn)
