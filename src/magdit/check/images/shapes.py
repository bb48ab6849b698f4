"""The shapes that are painted where a face was: how far each reaches and how opaque it is at every pixel.

Knows boxes and distances; knows no photo, no colour and no face's pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

HEAD = 1.6  # a detector boxes forehead to chin; hair and ears lie beside it
FEATHER = 0.12  # of the cover's short side
THINNEST_FEATHER = 3.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; right and bottom lie just outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def empty(self) -> bool:
        return self.left >= self.right or self.top >= self.bottom

    def grown(self, by: float) -> Box:
        """Return the box with this much more on every side, rounded outwards."""
        return Box(
            left=math.floor(self.left - by),
            top=math.floor(self.top - by),
            right=math.ceil(self.right + by),
            bottom=math.ceil(self.bottom + by),
        )

    def joined(self, other: Box) -> Box:
        """Return the smallest box around both."""
        return Box(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )

    def within(self, *, width: int, height: int) -> Box:
        """Return the part that lies on a photo of this size."""
        left, right = (min(max(side, 0), width) for side in (self.left, self.right))
        top, bottom = (min(max(side, 0), height) for side in (self.top, self.bottom))
        return Box(left=left, top=top, right=right, bottom=bottom)


@dataclass(frozen=True)
class Cover:
    """What is covered for one face: the erased box for certain, and an oval around the head where that is larger."""

    face: Box
    margin: int

    @property
    def erased(self) -> Box:
        return self.face.grown(self.margin)

    @property
    def feather(self) -> float:
        """How far the soft edge reaches beyond the shape."""
        box = self.erased
        return max(THINNEST_FEATHER, FEATHER * min(box.right - box.left, box.bottom - box.top))

    @property
    def painted(self) -> Box:
        """Return the box around all that is painted, soft edge included."""
        return self.erased.grown(self.feather).joined(_head(self.face).grown(self.feather))

    def opacity(self, across: Floats, down: Floats) -> Floats:
        """One on the erased box and the head, falling smoothly to nothing around them."""
        beyond = np.minimum(_beyond_box(self.erased, across, down), beyond_oval(_head(self.face), across, down))
        return smooth(np.asarray(1 - beyond / self.feather))


def middles(part: Box) -> tuple[Floats, Floats]:
    """Return where the middles of the pixels lie: one row of columns, one column of rows."""
    across = np.arange(part.left, part.right, dtype=np.float32)[None, :] + 0.5
    down = np.arange(part.top, part.bottom, dtype=np.float32)[:, None] + 0.5
    return np.asarray(across), np.asarray(down)


def beyond_oval(box: Box, across: Floats, down: Floats) -> Floats:
    """Return about how many pixels a point lies outside the oval in this box; negative inside."""
    half_width, half_height = (box.right - box.left) / 2, (box.bottom - box.top) / 2
    if half_width <= 0 or half_height <= 0:
        return np.full((len(down), across.shape[1]), np.inf, dtype=np.float32)
    sideways = (across - (box.left + box.right) / 2) / half_width
    lengthwise = (down - (box.top + box.bottom) / 2) / half_height
    return np.asarray((np.sqrt(sideways**2 + lengthwise**2) - 1) * min(half_width, half_height), dtype=np.float32)


def smooth(nearness: Floats) -> Floats:
    """From nothing at 0 to all at 1, without a visible crease."""
    nearness = np.asarray(np.clip(nearness, 0, 1))
    return np.asarray(nearness * nearness * (3 - 2 * nearness), dtype=np.float32)


def _beyond_box(box: Box, across: Floats, down: Floats) -> Floats:
    beside = np.maximum(np.maximum(box.left - across, across - box.right), 0)
    above = np.maximum(np.maximum(box.top - down, down - box.bottom), 0)
    return np.asarray(np.sqrt(beside**2 + above**2), dtype=np.float32)


def _head(face: Box) -> Box:
    beside = (HEAD - 1) * (face.right - face.left) / 2
    above = (HEAD - 1) * (face.bottom - face.top) / 2
    return Box(
        left=math.floor(face.left - beside),
        top=math.floor(face.top - above),
        right=math.ceil(face.right + beside),
        bottom=math.ceil(face.bottom + above),
    )
