"""Boxes of single frames joined to tracks by place and size alone. Nothing of what is in a box is ever compared.

Works on the sheet of a scene (`scenes.py`), where the camera's own moves are gone: what comes nearest to where a face
was going is that face.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Sides = npt.NDArray[np.float32]

NEAR = 0.7  # of a face
WANDER = 0.15  # more of a face for every look it was missed
LARGER = 2.0  # a face does not grow more between two looks


@dataclass
class Trail:
    """One face as it was seen: in which frames, and where on the sheet of its scene."""

    frames: list[int] = field(default_factory=list)
    boxes: list[Sides] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    cut_off: list[bool] = field(default_factory=list)  # by the edge of the picture, so that the box is too small
    missed: int = 0

    def add(self, frame: int, *, box: Sides, score: float, cut_off: bool) -> None:
        """It was seen again."""
        self.frames.append(frame)
        self.boxes.append(box)
        self.scores.append(score)
        self.cut_off.append(cut_off)
        self.missed = 0

    def speed(self, *, at_end: bool, span: int) -> Sides:
        """How its middle moves over the sheet, per frame, measured over about this many frames at one end."""
        order = range(len(self.frames) - 1, -1, -1) if at_end else range(len(self.frames))
        whole = (at for at in order if not self.cut_off[at])  # not a list: a face may be in view for an hour
        near = next(whole, None)
        far = None if near is None else next((at for at in whole if self._apart(at, near) >= span), None)
        if near is None or far is None:
            return np.zeros(2, dtype=np.float32)
        way = middle(self.boxes[near]) - middle(self.boxes[far])
        return np.asarray(way / (self.frames[near] - self.frames[far]), dtype=np.float32)

    def _apart(self, one: int, other: int) -> int:
        return abs(self.frames[one] - self.frames[other])


@dataclass(frozen=True)
class Seen:
    """What one look at one frame saw: boxes on the sheet of its scene, with their scores."""

    frame: int
    boxes: Sides
    scores: tuple[float, ...]
    cut_off: tuple[bool, ...]


def trails(looks: Iterable[Seen], *, span: int, patience: int) -> list[Trail]:
    """Join what the looks at one scene saw. A face not seen for so many frames begins anew."""
    done: list[Trail] = []
    active: list[Trail] = []
    for seen in looks:
        done += [trail for trail in active if seen.frame - trail.frames[-1] > patience]
        active = [trail for trail in active if seen.frame - trail.frames[-1] <= patience]
        free = set(range(len(seen.boxes)))
        for trail in active:
            trail.missed += 1
        for trail, at in _pairs(active, seen, span=span):
            trail.add(seen.frame, box=seen.boxes[at], score=seen.scores[at], cut_off=seen.cut_off[at])
            free.discard(at)
        for at in sorted(free):
            begun = Trail()
            begun.add(seen.frame, box=seen.boxes[at], score=seen.scores[at], cut_off=seen.cut_off[at])
            active.append(begun)
    return done + active


def middle(box: Sides) -> Sides:
    """The middle of a box."""
    return np.asarray((box[:2] + box[2:]) / 2)


def _pairs(active: list[Trail], seen: Seen, *, span: int) -> list[tuple[Trail, int]]:
    """Which trail goes on in which box: the nearest two first."""
    if not active or not len(seen.boxes):
        return []
    distance = np.stack([_distances(trail, seen, span=span) for trail in active])
    pairs: list[tuple[Trail, int]] = []
    while True:
        row, column = np.unravel_index(int(np.argmin(distance)), distance.shape)
        if not np.isfinite(distance[row, column]):
            return pairs
        pairs.append((active[row], int(column)))
        distance[row, :] = np.inf
        distance[:, column] = np.inf


def _distances(trail: Trail, seen: Seen, *, span: int) -> Sides:
    """How far each box is from where this face would be by now, in faces; infinite when it cannot be this face."""
    last = trail.boxes[-1]
    expected = middle(last) + trail.speed(at_end=True, span=span) * (seen.frame - trail.frames[-1])
    sizes = np.maximum((seen.boxes[:, 2:] - seen.boxes[:, :2]).max(axis=1), 1e-3)
    own = max(float((last[2:] - last[:2]).max()), 1e-3)
    middles = (seen.boxes[:, :2] + seen.boxes[:, 2:]) / 2
    away = np.linalg.norm(middles - expected, axis=1) / ((sizes + own) / 2)
    grown = np.maximum(sizes / own, own / sizes)
    possible = (away < NEAR + WANDER * (trail.missed - 1)) & (grown < LARGER)
    return np.asarray(np.where(possible, away, np.inf))
