"""Faces in a frame painted over with colours from beside them, in the planes that films are stored in.

As in a photo, nothing that is painted knows what was there: colours come only from outside every covered box. They
change slowly from frame to frame, so that a cover is calm. Works on light and colour as stored (YUV 4:2:0), for turning
every frame into red, green and blue and back would cost more than all the rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image

Plane = npt.NDArray[np.uint8]
Planes = tuple[Plane, Plane, Plane]  # light at full size, two colours at half
Floats = npt.NDArray[np.float32]

ROUNDNESS = 3.5
GROWTH = 2 ** (1 / ROUNDNESS)  # how much larger the rounded shape is that holds the whole box
SOFT_EDGE = 0.06
REACH = 0.25  # of a box: how far beside it colours are taken
LEAST_REACH = 4
EVENNESS = 0.35
SLOWNESS = 0.9  # how much of its colours a cover keeps from one frame to the next
NEUTRAL = 128.0
TEMPLATE = 256
KEPT = 128 * 128


@dataclass(frozen=True)
class Cover:
    """A box to cover, in whole pixels of the half-sized colours; it may reach beyond the frame."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def around(cls, sides: Floats, *, beside: float) -> Cover:
        """The box with this many pixels beside it, out to whole colour pixels."""
        left, top, right, bottom = (float(side) for side in sides)
        return cls(
            left=math.floor((left - beside) / 2),
            top=math.floor((top - beside) / 2),
            right=max(math.floor((left - beside) / 2) + 1, math.ceil((right + beside) / 2)),
            bottom=max(math.floor((top - beside) / 2) + 1, math.ceil((bottom + beside) / 2)),
        )

    def grown(self, across: int, down: int) -> Cover:
        """So much larger to every side."""
        return Cover(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def within(self, plane: Plane) -> tuple[slice, slice]:
        """The rows and columns of it that lie on this half-sized plane."""
        height, width = plane.shape
        rows = slice(min(max(0, self.top), height), min(max(0, self.bottom), height))
        return rows, slice(min(max(0, self.left), width), min(max(0, self.right), width))


@dataclass
class Paint:
    """Covers boxes frame after frame; remembers only the colours it painted with."""

    even: bool = False
    _colours: dict[int, Floats] = field(
        default_factory=dict
    )  # per number: above, below, left, right; three values each

    def over(self, planes: Planes, covers: Mapping[int, Cover]) -> None:
        """Paint over the covers in this frame."""
        light, blue, red = planes
        small = (light[: 2 * len(blue) : 2, : 2 * len(blue[0]) : 2], blue, red)
        known = np.ones(blue.shape, dtype=bool)
        for cover in covers.values():
            known[cover.within(blue)] = False
        before, self._colours = self._colours, {}
        for number, cover in covers.items():
            self._colours[number] = _calm(_beside(small, known, cover), before.get(number))
        for number, cover in covers.items():
            colours = self._colours[number]
            for at, plane in enumerate(planes):
                _fill(plane, cover, colours[:, at], scale=2 if at == 0 else 1, evenness=1 if self.even else EVENNESS)


def _calm(colours: Floats, before: Floats | None) -> Floats:
    return colours if before is None else np.asarray(SLOWNESS * before + (1 - SLOWNESS) * colours)


def _beside(small: Planes, known: npt.NDArray[np.bool_], cover: Cover) -> Floats:
    """The average colour on each of the four sides; where a side shows nothing, that of the others."""
    found = [_average(small, known, strip) for strip in _strips(cover)]
    told = [one for one in found if one is not None]
    if not told:
        whole = _average(small, known, Cover(0, 0, known.shape[1], known.shape[0]))
        return np.tile(np.full(3, NEUTRAL) if whole is None else whole, (4, 1)).astype(np.float32)
    middle = np.mean(told, axis=0)
    return np.array([middle if one is None else one for one in found], dtype=np.float32)


def _strips(cover: Cover) -> Iterator[Cover]:
    across = max(LEAST_REACH, round(REACH * (cover.right - cover.left)))
    down = max(LEAST_REACH, round(REACH * (cover.bottom - cover.top)))
    yield Cover(cover.left - across, cover.top - down, cover.right + across, cover.top)
    yield Cover(cover.left - across, cover.bottom, cover.right + across, cover.bottom + down)
    yield Cover(cover.left - across, cover.top, cover.left, cover.bottom)
    yield Cover(cover.right, cover.top, cover.right + across, cover.bottom)


def _average(small: Planes, known: npt.NDArray[np.bool_], strip: Cover) -> Floats | None:
    part = strip.within(small[1])
    shown = known[part]
    count = int(np.count_nonzero(shown))
    if not count:
        return None
    return np.array([np.sum(plane[part], where=shown, dtype=np.float64) / count for plane in small], dtype=np.float32)


def _fill(plane: Plane, cover: Cover, colours: Floats, *, scale: int, evenness: float) -> None:
    """Fill the box, and fade out over the rounded shape around it."""
    shape = cover.grown(*_beyond(cover))
    sides = (shape.left * scale, shape.top * scale, shape.right * scale, shape.bottom * scale)
    left, top, right, bottom = sides
    rows = slice(max(0, top), min(len(plane), bottom))
    columns = slice(max(0, left), min(len(plane[0]), right))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return
    fill = _flowing(colours, rows=rows, columns=columns, sides=sides, evenness=evenness)
    opaque = _opacity(right - left, bottom - top)[
        rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
    ]
    box_rows, box_columns = _scaled(cover, scale, plane)
    inner = (
        slice(box_rows.start - rows.start, box_rows.stop - rows.start),
        slice(box_columns.start - columns.start, box_columns.stop - columns.start),
    )
    below = plane[rows, columns].astype(np.float32)
    below[inner] = 0  # erased, so that no rounding can ever leave a shade of it
    mixed = below + (fill - below) * opaque
    mixed[inner] = fill[inner]
    plane[rows, columns] = np.rint(mixed).astype(np.uint8)


def _scaled(cover: Cover, scale: int, plane: Plane) -> tuple[slice, slice]:
    return Cover(cover.left * scale, cover.top * scale, cover.right * scale, cover.bottom * scale).within(plane)


def _beyond(cover: Cover) -> tuple[int, int]:
    """How far the rounded shape and its soft edge reach beyond the box."""
    more = (GROWTH * (1 + SOFT_EDGE) - 1) / 2
    return math.ceil(more * (cover.right - cover.left)), math.ceil(more * (cover.bottom - cover.top))


def _flowing(
    colours: Floats, *, rows: slice, columns: slice, sides: tuple[int, int, int, int], evenness: float
) -> Floats:
    """From above to below and from left to right, mixed with one even colour."""
    above, below, leftmost, rightmost = (float(colour) for colour in colours)
    left, top, right, bottom = sides
    down = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5 - top) / (bottom - top)
    across = (np.arange(columns.start, columns.stop, dtype=np.float32) + 0.5 - left) / (right - left)
    flowing = (above + (below - above) * down)[:, None] + (leftmost + (rightmost - leftmost) * across)[None, :]
    even = evenness * float(colours.mean())
    return np.asarray(even + (1 - evenness) / 2 * flowing, dtype=np.float32)


def _opacity(width: int, height: int) -> Floats:
    """One inside the rounded shape, falling smoothly to nothing at its edge, at this size."""
    return _kept_opacity(width, height) if width * height <= KEPT else _made_opacity(width, height)


@lru_cache(maxsize=128)
def _kept_opacity(width: int, height: int) -> Floats:
    """In a crowd small shapes come back frame after frame; large ones would fill the memory."""
    return _made_opacity(width, height)


def _made_opacity(width: int, height: int) -> Floats:
    return np.asarray(Image.fromarray(_template()).resize((width, height), Image.Resampling.BILINEAR))


@lru_cache(maxsize=1)
def _template() -> Floats:
    beside = np.abs((np.arange(TEMPLATE) + 0.5) * 2 / TEMPLATE - 1) * (1 + SOFT_EDGE)
    outwards = (beside[None, :] ** ROUNDNESS + beside[:, None] ** ROUNDNESS) ** (1 / ROUNDNESS)
    nearness = np.clip(1 - (outwards - 1) / SOFT_EDGE, 0, 1).astype(np.float32)
    return np.asarray(nearness * nearness * (3 - 2 * nearness))
