"""Pixels at a whole part of their size: every block becomes its average. Band by band, to stay small in memory."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8]

ROWS_AT_ONCE = 512


def shrunk(pixels: Pixels, block: int) -> Pixels:
    """Average blocks of `block` x `block`; those at the right and bottom edge may be smaller."""
    if block <= 1:
        return pixels
    rows = max(1, ROWS_AT_ONCE // block) * block
    bands = [Image.fromarray(pixels[top : top + rows]).reduce(block) for top in range(0, len(pixels), rows)]
    return np.concatenate([np.asarray(band) for band in bands])
