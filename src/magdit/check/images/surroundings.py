"""A small smooth picture of what surrounds the erased parts of a photo, flowing into them from all sides.

Only blocks that lie wholly outside every erased part give colour. Colours are averaged to ever coarser pictures until
the gaps are closed, and the gaps are filled from those on the way back ("pull-push").
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from magdit.check.images.shrink import shrunk

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Box = tuple[int, int, int, int]  # left, top, right, bottom

LONG_SIDE = 512
NEUTRAL = 128.0


@dataclass(frozen=True)
class Sketch:
    """The photo at one `block`-th of its size, with the erased parts filled in."""

    picture: Image.Image
    block: int

    def colours(self, *, left: int, top: int, right: int, bottom: int) -> Floats:
        """Return the sketch at the photo's own size, for one rectangle of the photo."""
        box = (left / self.block, top / self.block, right / self.block, bottom / self.block)
        grown = self.picture.resize((right - left, bottom - top), Image.Resampling.BICUBIC, box=box)
        return np.asarray(grown, dtype=np.float32)

    def average(self, *, left: int, top: int, right: int, bottom: int) -> Floats:
        """Return the one colour that stands for this rectangle of the photo."""
        part = np.asarray(self.picture)[
            top // self.block : -(-bottom // self.block), left // self.block : -(-right // self.block)
        ]
        return np.asarray(part.mean(axis=(0, 1)), dtype=np.float32)


def sketch_around(pixels: Pixels, erased: Iterable[Box]) -> Sketch:
    """Sketch the photo without looking at any pixel of the erased boxes; grey when nothing else is left."""
    height, width = pixels.shape[:2]
    block = math.ceil(max(width, height) / LONG_SIDE)
    small = shrunk(pixels, block).astype(np.float32)
    known = np.ones(small.shape[:2], dtype=np.float32)
    for left, top, right, bottom in erased:
        known[top // block : math.ceil(bottom / block), left // block : math.ceil(right / block)] = 0
    filled = _filled(small, known)
    return Sketch(picture=Image.fromarray(np.rint(filled).astype(np.uint8)), block=block)


def _filled(colours: Floats, known: Floats) -> Floats:
    """Keep what is known and let the rest come from half the size, down to a single point."""
    if known.all():
        return colours
    if known.size == 1:
        return np.full_like(colours, NEUTRAL)
    coarser, known_coarser = _halved(colours * known[:, :, None], known)
    flowing = _doubled(_filled(coarser, known_coarser))[: len(colours), : len(colours[0])]
    return np.where(known[:, :, None] > 0, colours, flowing)


def _halved(coloured: Floats, known: Floats) -> tuple[Floats, Floats]:
    """Average what is known of every two by two; such a square is known when any of it is."""
    odd = [(0, side % 2) for side in known.shape]
    count = _sums(np.pad(known, odd))
    total = _sums(np.pad(coloured, [*odd, (0, 0)]))
    average = np.asarray(total / np.maximum(count, 1)[:, :, None], dtype=np.float32)
    return average, np.minimum(count, np.float32(1))


def _sums(values: Floats) -> Floats:
    return np.asarray(values[::2, ::2] + values[1::2, ::2] + values[::2, 1::2] + values[1::2, 1::2])


def _doubled(colours: Floats) -> Floats:
    """Twice the size, each point three parts its own and one part its neighbour's."""
    down = _interleaved(colours)
    return _interleaved(down.swapaxes(0, 1)).swapaxes(0, 1)


def _interleaved(rows: Floats) -> Floats:
    around = np.concatenate([rows[:1], rows, rows[-1:]])
    doubled = np.empty((2 * len(rows), *rows.shape[1:]), dtype=np.float32)
    doubled[0::2] = 0.75 * rows + 0.25 * around[:-2]
    doubled[1::2] = 0.75 * rows + 0.25 * around[2:]
    return doubled
