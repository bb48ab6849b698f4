"""A box for every frame, out of the few in which a face was seen: in between, a little before and a little after.

When unsure it is the larger box: what is hidden too much can be seen, what is hidden too little cannot be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from magdit.check.images.film.follow import Trail
from magdit.check.images.film.scenes import Path

Sides = npt.NDArray[np.float32]

SURE_SIGHTS = 3
SURE_SCORE = 0.5
GROWTH_A_SECOND = 0.25  # of its size, for every second that it is not seen
MOST_GROWTH = 0.5
FARTHEST = 1.5  # faces: so far it may go on its way unseen


@dataclass(frozen=True)
class Pace:
    """How many frames go in a second, and for how many a face that is gone is still taken to be there."""

    second: float
    sure: int
    unsure: int
    calm: int


def every_frame(trail: Trail, path: Path, *, pace: Pace, width: int) -> tuple[int, Sides]:
    """The first frame and a box for every frame from there on, in pixels of the frames."""
    first, last = path.scene_around(trail.frames[0])
    sure = len(trail.frames) >= SURE_SIGHTS or max(trail.scores) >= SURE_SCORE
    longer = pace.sure if sure else pace.unsure
    start, end = max(first, trail.frames[0] - longer), min(last, trail.frames[-1] + longer)
    frames = np.arange(start, end + 1)
    sheet = _calm(_between(trail, frames), pace.calm)
    sheet = _grown(_moved_on(sheet, trail, frames, pace), trail, frames, pace)
    return start, path.into_frames(sheet, frames.tolist(), width=width)


def _between(trail: Trail, frames: npt.NDArray[np.int_]) -> Sides:
    """Straight lines between the sights; beside the edge also where the whole face was, or will be."""
    boxes = np.stack(trail.boxes)
    whole = [at for at, cut in enumerate(trail.cut_off) if not cut]
    straight = _lines(frames, np.array(trail.frames), boxes)
    if not whole or len(whole) == len(boxes):
        return straight
    known = _lines(frames, np.array(trail.frames)[whole], boxes[whole])
    beside = np.interp(frames, trail.frames, np.array(trail.cut_off, dtype=float)) > 0
    outer = np.concatenate([np.minimum(straight, known)[:, :2], np.maximum(straight, known)[:, 2:]], axis=1)
    return np.asarray(np.where(beside[:, None], outer, straight))


def _lines(frames: npt.NDArray[np.int_], at: npt.NDArray[np.int_], boxes: Sides) -> Sides:
    return np.stack([np.interp(frames, at, boxes[:, side]) for side in range(4)], axis=1)


def _calm(boxes: Sides, reach: int) -> Sides:
    """The outermost of a short while, then its average: never inside the box, and no trembling."""
    if reach < 1 or len(boxes) == 1:
        return boxes
    outward = np.array([1, 1, -1, -1])
    padded = np.pad(boxes * outward, ((reach, reach), (0, 0)), mode="edge")
    outer = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, axis=0).min(axis=2)
    padded = np.pad(outer, ((reach, reach), (0, 0)), mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, axis=0).mean(axis=2) * outward)


def _moved_on(boxes: Sides, trail: Trail, frames: npt.NDArray[np.int_], pace: Pace) -> Sides:
    """Before its first and after its last sight a face goes on as it went, though not far."""
    span = max(1, round(pace.second / 3))
    size = boxes[:, 2:] - boxes[:, :2]
    before = np.minimum(frames - trail.frames[0], 0)[:, None] * trail.speed(at_end=False, span=span)
    after = np.maximum(frames - trail.frames[-1], 0)[:, None] * trail.speed(at_end=True, span=span)
    way = np.clip(before + after, -FARTHEST * size, FARTHEST * size)
    return np.asarray(boxes + np.tile(way, 2))


def _grown(boxes: Sides, trail: Trail, frames: npt.NDArray[np.int_], pace: Pace) -> Sides:
    """The longer since it was seen, the less sure where it is."""
    seen = np.array(trail.frames)
    after = np.searchsorted(seen, frames).clip(0, len(seen) - 1)
    before = (np.searchsorted(seen, frames, side="right") - 1).clip(0)
    unseen = np.minimum(np.abs(frames - seen[before]), np.abs(frames - seen[after]))
    growth = np.minimum(unseen / pace.second * GROWTH_A_SECOND, MOST_GROWTH)[:, None]
    size = (boxes[:, 2:] - boxes[:, :2]) * growth / 2
    return np.concatenate([boxes[:, :2] - size, boxes[:, 2:] + size], axis=1)
