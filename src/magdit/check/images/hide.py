"""Faces covered for good: first erased, then painted over with colours from around them.

Erasing comes first, so that nothing painted afterwards can know what was there: swap the face for noise and not one
byte of the result changes. There is no blur and no pixelation here, for a matcher still knows a face behind those.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from magdit.check.images.faces import Face
from magdit.check.images.surroundings import Sketch, sketch_around

Pixels = npt.NDArray[np.uint8]

# A JPEG spreads what it holds over blocks of 16 x 16, so something of a face lies up to 16 pixels beside it.
JPEG_SPILL = 16
ROUNDNESS = 2.5  # 2 is an oval, much more is the box itself
GROWTH = 2 ** (1 / ROUNDNESS)  # how much larger the rounded shape is that holds the whole box
SOFT_EDGE = 0.08
EVENNESS = 0.35  # of one colour for the whole shape, the rest as it flows in: calm, and told apart from its neighbour
BAND = 256  # rows painted at a time, so that memory stays small on a large photo


@dataclass(frozen=True)
class Cover:
    """The box that is erased for one face: the face and its margin, which only the edge of the photo cuts off."""

    left: int
    top: int
    right: int
    bottom: int

    def within(self, *, width: int, height: int) -> Cover:
        """Return the part that lies on the photo."""
        left, right = (min(max(side, 0), width) for side in (self.left, self.right))
        top, bottom = (min(max(side, 0), height) for side in (self.top, self.bottom))
        return Cover(left=left, top=top, right=right, bottom=bottom)

    @property
    def painted(self) -> Cover:
        """Return the box around the rounded shape with its soft edge."""
        beside = math.ceil((GROWTH * (1 + SOFT_EDGE) - 1) * (self.right - self.left) / 2)
        above = math.ceil((GROWTH * (1 + SOFT_EDGE) - 1) * (self.bottom - self.top) / 2)
        return Cover(
            left=self.left - beside, top=self.top - above, right=self.right + beside, bottom=self.bottom + above
        )


def hide(pixels: Pixels, faces: Iterable[Face], margin: int = JPEG_SPILL) -> Pixels:
    """Return a copy in which every face and the margin around it is gone; the margin is never less than 16 pixels."""
    height, width = pixels.shape[:2]
    covers = [_cover(face, margin=max(margin, JPEG_SPILL)) for face in faces]
    erased = [cover.within(width=width, height=height) for cover in covers]
    result = pixels.copy()
    for box in erased:
        result[box.top : box.bottom, box.left : box.right] = 0
    if covers:
        painted = [cover.painted.within(width=width, height=height) for cover in covers]
        sketch = sketch_around(result, [(box.left, box.top, box.right, box.bottom) for box in painted])
        for cover in covers:
            _paint(result, cover=cover, sketch=sketch)
    return result


def seen_again(found: Iterable[Face], *, hidden: Iterable[Face]) -> tuple[Face, ...]:
    """Of the faces found on a clean copy, name those in the place of a hidden one; there must be none.

    Others found there are not seen again but seen for the first time, often a hand or a collar beside a cover.
    """
    places = tuple(hidden)
    return tuple(face for face in found if any(_middle_in(face, place) for place in places))


def _middle_in(face: Face, place: Face) -> bool:
    across, down = face.x + face.w / 2, face.y + face.h / 2
    return place.x <= across <= place.x + place.w and place.y <= down <= place.y + place.h


def _cover(face: Face, *, margin: int) -> Cover:
    left, top = face.x - margin, face.y - margin
    return Cover(left=left, top=top, right=left + face.w + 2 * margin, bottom=top + face.h + 2 * margin)


def _paint(result: Pixels, *, cover: Cover, sketch: Sketch) -> None:
    """Paint the surroundings over the erased box, opaque there and fading out in the soft edge beyond it."""
    height, width = result.shape[:2]
    part = cover.painted.within(width=width, height=height)
    if part.left >= part.right or part.top >= part.bottom:
        return
    even = sketch.average(left=part.left, top=part.top, right=part.right, bottom=part.bottom)
    for top, bottom in _bands(part.top, part.bottom):
        band = Cover(left=part.left, top=top, right=part.right, bottom=bottom)
        opaque = _opacity(cover, band=band)[:, :, None]
        paint = sketch.colours(left=band.left, top=top, right=band.right, bottom=bottom)
        paint = EVENNESS * even + (1 - EVENNESS) * paint
        below = result[top:bottom, band.left : band.right]
        result[top:bottom, band.left : band.right] = np.rint(opaque * paint + (1 - opaque) * below).astype(np.uint8)


def _bands(top: int, bottom: int) -> Iterator[tuple[int, int]]:
    for start in range(top, bottom, BAND):
        yield start, min(start + BAND, bottom)


def _opacity(cover: Cover, *, band: Cover) -> npt.NDArray[np.float32]:
    """One inside the rounded shape that holds the whole cover, falling smoothly to nothing around it."""
    across = np.abs(np.arange(band.left, band.right) + 0.5 - (cover.left + cover.right) / 2)
    down = np.abs(np.arange(band.top, band.bottom) + 0.5 - (cover.top + cover.bottom) / 2)
    across = (across / (GROWTH * (cover.right - cover.left) / 2)) ** ROUNDNESS
    down = (down / (GROWTH * (cover.bottom - cover.top) / 2)) ** ROUNDNESS
    outwards = (across[None, :] + down[:, None]) ** (1 / ROUNDNESS)
    nearness = np.clip(1 - (outwards - 1) / SOFT_EDGE, 0, 1).astype(np.float32)
    return np.asarray(nearness * nearness * (3 - 2 * nearness))
