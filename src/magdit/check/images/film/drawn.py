"""A face that the looks missed and a person drew, in one frame or in several: from there it is followed as others are.

Where it was drawn is certain; in between, two seconds before and two seconds after, place and camera say where it is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from magdit.check.images.film.track import FilmLook
from magdit.check.images.film.tracks import STILL_THERE, Sight, tracks


@dataclass(frozen=True, order=True)
class Drawn:
    """A box in one frame, in pixels of the upright film."""

    frame: int
    x: int
    y: int
    w: int
    h: int


def with_drawn(look: FilmLook, drawn: Collection[Drawn]) -> FilmLook:
    """The look with a track more for every face that was drawn; drawn again nearby and soon after, it is one face."""
    by_frame = groupby(sorted(one for one in drawn if 0 <= one.frame < look.frames), key=lambda one: one.frame)
    sights = [_sight(frame, tuple(boxes)) for frame, boxes in by_frame]
    if not sights:
        return look
    more = tracks(sights, look.camera, times=look.times, width=look.width, height=look.height)
    last = max((track.number for track in look.tracks), default=0)
    return replace(look, tracks=(*look.tracks, *(replace(one, number=last + one.number) for one in more)))


def span(time: float, *, seconds: float) -> tuple[float, float]:
    """From when until when a face that was drawn in the frame of this time is taken to be there, cuts left aside."""
    return max(0.0, time - STILL_THERE), min(seconds, time + STILL_THERE)


def _sight(frame: int, boxes: Collection[Drawn]) -> Sight:
    sides = np.array([(one.x, one.y, one.x + one.w, one.y + one.h) for one in boxes], dtype=np.float32)
    return Sight(frame, sides, (1.0,) * len(boxes))
