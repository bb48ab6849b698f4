"""Faces covered for good: first erased, then painted over with colours from around them, then marked if asked.

Erasing comes first, so that nothing painted afterwards can know what was there: swap the face for noise and not one
byte of the result changes. There is no blur and no pixelation here, for a matcher still knows a face behind those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from magdit.check.images.faces import Face
from magdit.check.images.marks import Mark, oval, reach_of_mark, smiley
from magdit.check.images.shapes import Box, Cover, Floats, middles
from magdit.check.images.spill import JPEG_SPILL
from magdit.check.images.surroundings import Sketch, sketch_around

Pixels = npt.NDArray[np.uint8]
Style = Literal["omgeving", "ovaal", "smiley"]

STYLES: tuple[str, ...] = get_args(Style)
PIXELS_AT_ONCE = 400_000  # are painted, so that memory stays small on a large photo
# Of one colour for the whole cover, the rest as it flows in. What only flows in can look like a face out of focus: the
# detector saw one in 4 of 80 covers, and in none when it is this even.
EVENNESS = 0.3
MARKS: dict[str, Mark] = {"ovaal": oval, "smiley": smiley}


def hide(pixels: Pixels, faces: Iterable[Face], margin: int = JPEG_SPILL, *, style: Style = "omgeving") -> Pixels:
    """Return a copy in which every face and the margin around it is gone; the margin is never less than 16 pixels."""
    if style not in STYLES:
        raise ValueError(style)
    height, width = pixels.shape[:2]
    covers = [Cover(face=_box(face), margin=max(margin, JPEG_SPILL)) for face in sorted(faces, key=_nearness)]
    result = pixels.copy()
    for cover in covers:
        gone = cover.erased.within(width=width, height=height)
        result[gone.top : gone.bottom, gone.left : gone.right] = 0
    if covers:
        sketch = sketch_around(result, covers)
        for cover in covers:
            _paint(result, cover=cover, sketch=sketch)
        for cover in covers if style in MARKS else ():
            _mark(result, cover=cover, sketch=sketch, mark=MARKS[style])
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


def _nearness(face: Face) -> tuple[int, Face]:
    """The largest face stands in front, so its mark is drawn last."""
    return face.w * face.h, face


def _box(face: Face) -> Box:
    return Box(left=face.x, top=face.y, right=face.x + face.w, bottom=face.y + face.h)


def _paint(result: Pixels, *, cover: Cover, sketch: Sketch) -> None:
    """Let the surroundings flow over the erased box, opaque there and fading out in the soft edge beyond it."""
    even = EVENNESS * _colour(result, cover=cover, sketch=sketch)
    for band in _bands(cover.painted, result):
        paint = even + (1 - EVENNESS) * sketch.colours(band)
        _lay(result, band=band, paint=paint, opacity=cover.opacity(*middles(band)))


def _mark(result: Pixels, *, cover: Cover, sketch: Sketch, mark: Mark) -> None:
    """Draw the mark in the middle of what was erased."""
    colour = _colour(result, cover=cover, sketch=sketch)
    for band in _bands(reach_of_mark(cover.face), result):
        for paint, opacity in mark(cover.face, band, colour):
            _lay(result, band=band, paint=paint, opacity=opacity)


def _colour(result: Pixels, *, cover: Cover, sketch: Sketch) -> Floats:
    """Return the one colour that stands for what surrounds this cover; black when none of it lies on the photo."""
    height, width = result.shape[:2]
    part = cover.painted.within(width=width, height=height)
    return np.zeros(3, dtype=np.float32) if part.empty else sketch.average(part)


def _lay(result: Pixels, *, band: Box, paint: Floats, opacity: Floats) -> None:
    below = result[band.top : band.bottom, band.left : band.right]
    mixed = below.astype(np.float32)
    mixed += opacity[:, :, None] * (paint - mixed)
    below[:] = np.rint(mixed, out=mixed)


def _bands(box: Box, result: Pixels) -> Iterator[Box]:
    """Cut the part of the box that lies on the photo into pieces of a few rows."""
    height, width = result.shape[:2]
    part = box.within(width=width, height=height)
    if part.empty:
        return
    rows = max(1, PIXELS_AT_ONCE // (part.right - part.left))
    for top in range(part.top, part.bottom, rows):
        yield Box(left=part.left, top=top, right=part.right, bottom=min(top + rows, part.bottom))
