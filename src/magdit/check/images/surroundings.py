"""A small smooth picture of what surrounds the erased parts of a photo, flowing into them from all sides.

Only blocks that lie wholly outside every erased box, and mostly outside what is painted, give colour. Colours are
averaged to ever coarser pictures until the gaps are closed, and the gaps are filled from those on the way back
("pull-push").
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from magdit.check.images.shapes import Box, Cover, middles
from magdit.check.images.shrink import shrunk

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

LONG_SIDE = 512
NEUTRAL = 128.0
MOSTLY = 0.5


@dataclass(frozen=True)
class Sketch:
    """The photo at one `block`-th of its size, with the erased parts filled in."""

    picture: Image.Image
    block: int

    def colours(self, part: Box) -> Floats:
        """Return the sketch at the photo's own size, for one rectangle of the photo."""
        box = (part.left / self.block, part.top / self.block, part.right / self.block, part.bottom / self.block)
        size = (part.right - part.left, part.bottom - part.top)
        return np.asarray(self.picture.resize(size, Image.Resampling.BICUBIC, box=box), dtype=np.float32)

    def average(self, part: Box) -> Floats:
        """Return the one colour that stands for this rectangle of the photo."""
        return np.asarray(np.asarray(self.picture)[_blocks(part, self.block)].mean(axis=(0, 1)), dtype=np.float32)


def sketch_around(pixels: Pixels, covers: Iterable[Cover]) -> Sketch:
    """Sketch the photo without looking at any pixel of the erased boxes; grey when nothing else is left."""
    height, width = pixels.shape[:2]
    block = math.ceil(max(width, height) / LONG_SIDE)
    small = shrunk(pixels, block).astype(np.float32)
    known = np.ones(small.shape[:2], dtype=np.float32)
    for cover in covers:
        known[_blocks(cover.erased.within(width=width, height=height), block)] = 0
        _forget(known, cover=cover, block=block)
    filled = _filled(small, known)
    return Sketch(picture=Image.fromarray(np.rint(filled).astype(np.uint8)), block=block)


def _blocks(part: Box, block: int) -> tuple[slice, slice]:
    """The blocks of which anything lies in this part."""
    return (
        slice(part.top // block, -(-part.bottom // block)),
        slice(part.left // block, -(-part.right // block)),
    )


def _forget(known: Floats, *, cover: Cover, block: int) -> None:
    """What is painted over gives no colour either: hair beside an erased face would only smear into it."""
    rows, columns = _blocks(cover.painted.within(width=block * known.shape[1], height=block * known.shape[0]), block)
    part = Box(left=columns.start, top=rows.start, right=columns.stop, bottom=rows.stop)
    across, down = middles(part)
    known[rows, columns][cover.opacity(across * block, down * block) > MOSTLY] = 0


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
