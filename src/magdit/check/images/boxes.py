"""Boxes as rows of numbers: read from the detector's maps, freed of doubles, sifted by size. Knows no photo."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Maps = npt.NDArray[np.float32]
Boxes = npt.NDArray[np.float32]  # one row a box: left, top, right, bottom, score

CELL = 4
FAINT = 0.15  # below this the detector guesses
FAINTEST = 0.12  # worth a closer look when it is small; never a face by itself
SAME_FACE = 0.3
MOSTLY = 0.7


def from_maps(heat: Maps, *, size: Maps, offset: Maps) -> Boxes:
    """Turn the maps of one view into boxes in its pixels; size and offset hold height before width."""
    rows, columns = np.nonzero(heat > FAINTEST)
    half_height, half_width = np.exp(size[:, rows, columns]) * CELL / 2
    middle_y = (rows + offset[0, rows, columns] + 0.5) * CELL
    middle_x = (columns + offset[1, rows, columns] + 0.5) * CELL
    sides = (middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height)
    return np.stack([*sides, heat[rows, columns]], axis=1).astype(np.float32)


def without_doubles(boxes: Boxes) -> Boxes:
    """Keep the surest of boxes that overlap too much to be two faces."""
    boxes = boxes[np.argsort(-boxes[:, 4], kind="stable")]
    kept = []
    while len(boxes):
        kept.append(boxes[0])
        boxes = boxes[1:][overlap(boxes[0], boxes[1:]) < SAME_FACE]
    return np.array(kept, dtype=np.float32).reshape(-1, 5)


def without_parts(boxes: Boxes, *, of: Boxes) -> Boxes:
    """Drop boxes that lie in one of the others and are clearly smaller: an eye and a cheek are no face apart."""
    for face in of:
        areas = _areas(boxes)
        inside = _shared(face, boxes) > MOSTLY * areas
        boxes = boxes[~(inside & (areas < MOSTLY * np.prod(face[2:4] - face[:2])))]
    return boxes


def larger(boxes: Boxes, *, than: float) -> Boxes:
    """Keep the boxes whose longer side is above this."""
    return boxes[longer_sides(boxes) > than]


def overlap(box: Boxes, others: Boxes) -> Boxes:
    """Shared area over joined area, per other box."""
    shared = _shared(box, others)
    return np.asarray(shared / (np.prod(box[2:4] - box[:2]) + _areas(others) - shared))


def longer_sides(boxes: Boxes) -> Boxes:
    """The longer side of each."""
    return np.asarray(np.max(boxes[:, 2:4] - boxes[:, :2], axis=1))


def _shared(box: Boxes, others: Boxes) -> Boxes:
    sides = np.minimum(box[2:4], others[:, 2:4]) - np.maximum(box[:2], others[:, :2])
    return np.asarray(np.prod(np.clip(sides, 0, None), axis=1))


def _areas(boxes: Boxes) -> Boxes:
    return np.asarray(np.prod(boxes[:, 2:4] - boxes[:, :2], axis=1))
