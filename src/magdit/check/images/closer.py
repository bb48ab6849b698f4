"""Where a closer look pays, and what it changes: around the tiny and the doubtful, and nowhere else.

Twice as close, a face of a few pixels becomes clear and a traffic sign stops looking like a face. What is not seen
again loses; what is only seen from close by must be surer. Knows boxes, not pixels.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from magdit.check.images.boxes import FAINT, Boxes, longer_sides, overlap
from magdit.check.images.views import STRIDE, View

# Sides in pixels of the view in which something was seen.
SMALL, TINY, DOUBTFUL_BELOW = 16, 24, 64
SURE = 0.5
# How far around, in pixels of the closer view, and how large a closer view may be.
AROUND = 64
LARGEST_SIDE = 1024
WASTE = 1.15  # one view over two places costs at most this much more than two views
SAME_PLACE = 0.3
WEIGHT_OF_CLOSER = 2 / 3
DOUBT_WHEN_NEW = 0.05


def unclear(boxes: Boxes, *, scale: float, below: float) -> npt.NDArray[np.bool_]:
    """Tell which boxes deserve a closer look: the small ones, and those below this side that are not sure."""
    sides = longer_sides(boxes) * scale
    doubtful = (boxes[:, 4] > FAINT) & (boxes[:, 4] < SURE)
    return np.asarray((sides < SMALL) | ((sides < below) & doubtful))


def views_around(boxes: Boxes, photo: tuple[int, ...], *, scale: float) -> tuple[View, ...]:
    """Views at this scale that together show every box with what is around it; near ones share a view."""
    height, width = photo[:2]
    reach = AROUND / scale
    places: list[npt.NDArray[np.float32]] = []
    for box in boxes[np.lexsort((boxes[:, 1], boxes[:, 0]))]:
        place = np.array([box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach], dtype=np.float32)
        _add(places, place, largest=LARGEST_SIDE / scale)
    return tuple(_view(place, width=width, height=height, scale=scale) for place in places)


def reconsidered(boxes: Boxes, *, seen: Boxes) -> Boxes:
    """Weigh what was seen with how it looks from closer by; add what only shows there."""
    kept = []
    new = np.ones(len(seen), dtype=np.bool_)
    for box in boxes:
        shared = overlap(box, seen)
        again = int(np.argmax(shared * seen[:, 4])) if len(seen) else 0
        if len(seen) and shared[again] >= SAME_PLACE:
            new[again] = False
            kept.append([*seen[again, :4], _weighed(box[4], seen[again, 4])])
        else:
            kept.append([*box[:4], _weighed(box[4], 0.0)])
    fresh = seen[new].copy()
    fresh[:, 4] -= DOUBT_WHEN_NEW
    return np.concatenate([np.array(kept, dtype=np.float32).reshape(-1, 5), fresh])


def _weighed(first: float, closer: float) -> float:
    return (1 - WEIGHT_OF_CLOSER) * first + WEIGHT_OF_CLOSER * closer


def _add(places: list[npt.NDArray[np.float32]], place: npt.NDArray[np.float32], *, largest: float) -> None:
    """Join the place to one that it nearly fills up to a rectangle, and that one to the next; else let it stand."""
    for at, other in enumerate(places):
        joined = np.concatenate([np.minimum(place[:2], other[:2]), np.maximum(place[2:], other[2:])])
        sides = joined[2:] - joined[:2]
        if sides.max() <= largest and sides.prod() <= WASTE * (_area(place) + _area(other)):
            del places[at]
            _add(places, joined, largest=largest)
            return
    places.append(place)


def _area(place: npt.NDArray[np.float32]) -> float:
    return float(np.prod(place[2:] - place[:2]))


def _view(place: npt.NDArray[np.float32], *, width: int, height: int, scale: float) -> View:
    """Grown to whole strides of the model, so that a neighbour more or less does not shift what is seen."""
    step = STRIDE / scale
    left, top = (max(0, math.floor(math.floor(side / step) * step)) for side in place[:2])
    right, bottom = (math.ceil(math.ceil(side / step) * step) for side in place[2:])
    return View(left=left, top=top, width=min(width, right) - left, height=min(height, bottom) - top, scale=scale)
