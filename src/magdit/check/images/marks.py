"""A mark on a face that was erased: a flat oval, or a round smiling mark. Drawn from its box and a colour alone.

A mark is decoration. The face is gone before it is drawn, so a mark may be smaller than what was erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from magdit.check.images.shapes import Box, Floats, beyond_oval, middles, smooth

OVAL = 1.3  # times the face's box
ROUND = 1.25  # times the longer side of the face's box
OVAL_EDGE = 0.04  # of the short side

YELLOW, RIM, DARK = (255.0, 213.0, 20.0), (235.0, 181.0, 8.0), (16.0, 12.0, 4.0)
# In radii of the mark, from its middle. Eyes wide apart and low: a face detector takes it for a face less often.
RIM_WIDTH = 0.06
EYE_BESIDE, EYE_ABOVE, EYE_WIDTH, EYE_HEIGHT = 0.42, 0.12, 0.09, 0.14
MOUTH_RADIUS, MOUTH_WIDTH, MOUTH_HALF_ANGLE = 0.66, 0.045, 1.0

# One layer of a mark: its colour and its opacity at every pixel of the part asked for.
Layer = tuple[Floats, Floats]
Mark = Callable[[Box, Box, Floats], Iterator[Layer]]


def oval(face: Box, part: Box, colour: Floats) -> Iterator[Layer]:
    """One flat oval in one colour."""
    box = _oval_box(face)
    across, down = middles(part)
    edge = max(1.0, OVAL_EDGE * min(box.right - box.left, box.bottom - box.top))
    yield colour, smooth(0.5 - beyond_oval(box, across, down) / edge)


def smiley(face: Box, part: Box, colour: Floats) -> Iterator[Layer]:
    """A calm round face, always the same: it says nothing about who was there, not even a skin colour."""
    box = _round_box(face)
    radius = max(1.0, (box.right - box.left) / 2)
    across, down = middles(part)
    sideways = np.asarray((across - (box.left + box.right) / 2) / radius)
    lengthwise = np.asarray((down - (box.top + box.bottom) / 2) / radius)
    far = np.asarray(np.hypot(sideways, lengthwise))
    yield _paint(RIM), _inside(np.asarray(far - 1), radius)
    yield _paint(YELLOW), _inside(np.asarray(far - (1 - RIM_WIDTH)), radius)
    eyes = np.hypot((np.abs(sideways) - EYE_BESIDE) / EYE_WIDTH, (lengthwise + EYE_ABOVE) / EYE_HEIGHT)
    yield _paint(DARK), _inside(np.asarray((eyes - 1) * EYE_WIDTH), radius)
    yield _paint(DARK), _inside(np.asarray(_from_mouth(sideways, lengthwise) - MOUTH_WIDTH), radius)


def reach_of_mark(face: Box) -> Box:
    """Return the box that holds any mark on this face, soft edges included."""
    return (
        _oval_box(face)
        .joined(_round_box(face))
        .grown(2 + OVAL_EDGE * min(face.right - face.left, face.bottom - face.top))
    )


def _oval_box(face: Box) -> Box:
    return face if face.empty else _scaled(face, across=OVAL, down=OVAL)


def _round_box(face: Box) -> Box:
    wide, high = face.right - face.left, face.bottom - face.top
    if face.empty:
        return face
    side = ROUND * max(wide, high)
    return _scaled(face, across=side / wide, down=side / high)


def _scaled(box: Box, *, across: float, down: float) -> Box:
    beside = round((across - 1) * (box.right - box.left) / 2)
    above = round((down - 1) * (box.bottom - box.top) / 2)
    return Box(left=box.left - beside, top=box.top - above, right=box.right + beside, bottom=box.bottom + above)


def _from_mouth(sideways: Floats, lengthwise: Floats) -> Floats:
    """Return the distance to a bow below the middle, round at its ends."""
    angle = np.clip(np.arctan2(sideways, lengthwise), -MOUTH_HALF_ANGLE, MOUTH_HALF_ANGLE)
    return np.asarray(np.hypot(sideways - MOUTH_RADIUS * np.sin(angle), lengthwise - MOUTH_RADIUS * np.cos(angle)))


def _inside(beyond: Floats, radius: float) -> Floats:
    """One inside, nothing outside, and the edge one pixel soft."""
    return np.asarray(np.clip(0.5 - beyond * radius, 0, 1), dtype=np.float32)


def _paint(colour: tuple[float, float, float]) -> Floats:
    return np.array(colour, dtype=np.float32)
