"""Which parts of a photo the detector looks at, and how large: the whole first, then closer where faces are small.

A view is a rectangle of the photo and a scale. Every view stays small, so that memory does not grow with the photo.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from magdit.check.images.boxes import Boxes
from magdit.check.images.shrink import shrunk

LONG_SIDE = 960
LARGEST_AREA = 960 * 720  # a square photo is no reason to look a third as much again as at one of 4 to 3
RIM = 4
STRIDE = 32  # the model halves its input five times
PANORAMA = 2.0  # long side against short side
LARGEST_GROWTH = 1.25


@dataclass(frozen=True)
class View:
    """A rectangle of the photo (in its pixels) that is looked at `scale` times its size."""

    left: int
    top: int
    width: int
    height: int
    scale: float

    def holds(self, boxes: Boxes, *, photo: tuple[int, ...]) -> npt.NDArray[np.bool_]:
        """Tell which boxes end clear of its edges; what is cut off there is whole in another view, or not looked for.

        An edge of the photo itself cuts nothing off.
        """
        height, width = photo[:2]
        rim = RIM / self.scale
        fits = np.ones(len(boxes), dtype=np.bool_)
        if self.left > 0:
            fits &= boxes[:, 0] >= self.left + rim
        if self.top > 0:
            fits &= boxes[:, 1] >= self.top + rim
        if self.left + self.width < width:
            fits &= boxes[:, 2] <= self.left + self.width - rim
        if self.top + self.height < height:
            fits &= boxes[:, 3] <= self.top + self.height - rim
        return fits


def whole(width: int, height: int, *, scale: float) -> View:
    """The whole photo at this scale."""
    return View(left=0, top=0, width=width, height=height, scale=scale)


def coarse_views(width: int, height: int) -> tuple[View, ...]:
    """The whole photo; a panorama in pieces that share one short side, so that no face is cut in all of them."""
    short, long = min(width, height), max(width, height)
    piece = long if long <= PANORAMA * short else round(PANORAMA * short)
    scale = min(LONG_SIDE / piece, math.sqrt(LARGEST_AREA / (piece * short)), LARGEST_GROWTH)
    starts = _starts(long, size=piece, overlap=short)
    if width >= height:
        return tuple(View(left=at, top=0, width=piece, height=height, scale=scale) for at in starts)
    return tuple(View(left=0, top=at, width=width, height=piece, scale=scale) for at in starts)


def tensor(pixels: npt.NDArray[np.uint8], view: View) -> npt.NDArray[np.float32]:
    """Cut the view out, scale it and pad it with black to what the model takes: 1 x 3 x height x width, 0 to 255."""
    part = pixels[view.top : view.top + view.height, view.left : view.left + view.width]
    part = shrunk(part, int(1 / (2 * view.scale)))
    width, height = max(1, round(view.width * view.scale)), max(1, round(view.height * view.scale))
    scaled = Image.fromarray(part).resize((width, height), Image.Resampling.BILINEAR)
    padded = np.zeros((1, 3, _up(height), _up(width)), dtype=np.float32)
    padded[0, :, :height, :width] = np.asarray(scaled).transpose(2, 0, 1)
    return padded


def _starts(side: int, *, size: int, overlap: int) -> Iterator[int]:
    """Where pieces of this size begin, evenly spread, the last one ending at the end."""
    if size >= side:
        return iter((0,))
    count = max(2, math.ceil((side - overlap) / max(1, size - overlap)))
    return (round(at * (side - size) / (count - 1)) for at in range(count))


def _up(length: int) -> int:
    return math.ceil(length / STRIDE) * STRIDE
