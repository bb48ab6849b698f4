"""Faces covered for good: first erased, then painted over with colours from around them.

Erasing comes first, so that nothing painted afterwards can know what was there: swap the face for noise and not one
byte of the result changes. There is no blur and no pixelation here, for a matcher still knows a face behind those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from magdit.check.images.faces import Face
from magdit.check.images.surroundings import Sketch, sketch_around

Pixels = npt.NDArray[np.uint8]

# A JPEG spreads what it holds over blocks of 16 x 16, so something of a face lies up to 16 pixels beside it.
JPEG_SPILL = 16
BESIDE_THE_FACE = 0.15  # ears and hairline, as a part of the larger side
SOFT_EDGE = 0.15
BAND = 256  # rows painted at a time, so that memory stays small on a large photo


@dataclass(frozen=True)
class Cover:
    """The part of the photo that is erased for one face, and how wide the soft edge around it is."""

    left: int
    top: int
    right: int
    bottom: int
    edge: int


def hide(pixels: Pixels, faces: Iterable[Face], margin: int | None = None) -> Pixels:
    """Return a copy in which every face and the margin around it is gone; never less than 16 pixels of margin."""
    height, width = pixels.shape[:2]
    covers = [_cover(face, margin=margin, width=width, height=height) for face in faces]
    result = pixels.copy()
    for cover in covers:
        result[cover.top : cover.bottom, cover.left : cover.right] = 0
    if covers:
        sketch = sketch_around(result, [(cover.left, cover.top, cover.right, cover.bottom) for cover in covers])
        for cover in covers:
            _paint(result, cover=cover, sketch=sketch)
    return result


def _cover(face: Face, *, margin: int | None, width: int, height: int) -> Cover:
    """The margin goes all the way round; only the edge of the photo ends it."""
    side = max(face.w, face.h)
    around = max(JPEG_SPILL, round(BESIDE_THE_FACE * side) if margin is None else margin)
    return Cover(
        left=min(max(face.x - around, 0), width),
        top=min(max(face.y - around, 0), height),
        right=max(min(face.x + face.w + around, width), 0),
        bottom=max(min(face.y + face.h + around, height), 0),
        edge=max(4, round(SOFT_EDGE * (side + 2 * around))),
    )


def _paint(result: Pixels, *, cover: Cover, sketch: Sketch) -> None:
    """Paint the surroundings over the erased part, opaque there and fading out in the soft edge beyond it."""
    height, width = result.shape[:2]
    left, right = max(0, cover.left - cover.edge), min(width, cover.right + cover.edge)
    for top, bottom in _bands(max(0, cover.top - cover.edge), min(height, cover.bottom + cover.edge)):
        opaque = _opacity(cover, left=left, top=top, right=right, bottom=bottom)[:, :, None]
        paint = sketch.colours(left=left, top=top, right=right, bottom=bottom)
        below = result[top:bottom, left:right]
        result[top:bottom, left:right] = np.rint(opaque * paint + (1 - opaque) * below).astype(np.uint8)


def _bands(top: int, bottom: int) -> Iterator[tuple[int, int]]:
    for start in range(top, bottom, BAND):
        yield start, min(start + BAND, bottom)


def _opacity(cover: Cover, *, left: int, top: int, right: int, bottom: int) -> npt.NDArray[np.float32]:
    """One inside the cover, falling smoothly to nothing at the edge's width from it."""
    across, down = np.arange(left, right, dtype=np.float32), np.arange(top, bottom, dtype=np.float32)
    beside = np.maximum(np.maximum(cover.left - across, across - (cover.right - 1)), 0)
    above = np.maximum(np.maximum(cover.top - down, down - (cover.bottom - 1)), 0)
    nearness = np.clip(1 - np.hypot(above[:, None], beside[None, :]) / cover.edge, 0, 1)
    return np.asarray(nearness * nearness * (3 - 2 * nearness), dtype=np.float32)
