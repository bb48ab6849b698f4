"""From what single looks saw to numbered tracks with a box in every frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from magdit.check.images.faces import Face
from magdit.check.images.film.fill_in import Pace, every_frame
from magdit.check.images.film.follow import Seen, Trail, trails
from magdit.check.images.film.scenes import Path
from magdit.check.images.film.track import Track

Sides = npt.NDArray[np.float32]

# Seconds.
STILL_THERE = 2.0  # a face seen well: it turned away, or is on its way out
PERHAPS_THERE = 1.0  # until the next full look, for a face that only those see
PATIENCE = 2.0
SPAN = 0.3
CALM = 0.15
EDGE = 0.01  # of the width


@dataclass(frozen=True)
class Sight:
    """What one look saw, in pixels of the upright frame."""

    frame: int
    boxes: Sides
    scores: tuple[float, ...]

    @classmethod
    def of(cls, faces: Sequence[Face], *, frame: int, scale: float) -> Sight:
        """Faces in a picture of the frame that is `scale` times smaller."""
        rows = [(face.x, face.y, face.x + face.w, face.y + face.h) for face in faces]
        boxes = np.array(rows, dtype=np.float32).reshape(-1, 4) * scale
        return cls(frame, boxes, tuple(face.score for face in faces))


def tracks(
    sights: Sequence[Sight], path: Path, *, times: Sequence[float], width: int, height: int
) -> tuple[Track, ...]:
    """Follow the faces through every scene; numbered from 1 in the order in which they come in, from left to right."""
    second = _frames_a_second(times)
    pace = Pace(
        second, sure=round(STILL_THERE * second), unsure=round(PERHAPS_THERE * second), calm=round(CALM * second)
    )
    found = []
    ordered = sorted(sights, key=lambda sight: sight.frame)
    for _, group in groupby(ordered, key=lambda sight: path.scenes[sight.frame]):
        looks = [_seen(sight, path, width=width, height=height) for sight in group]
        for trail in trails(looks, span=max(1, round(SPAN * second)), patience=round(PATIENCE * second)):
            found += list(_on_screen(trail, path, pace, width=width, height=height))
    found.sort(key=lambda one: (one[0].frames[0], one[0].boxes[0][0]))
    return tuple(_track(number, *one, times=times) for number, one in enumerate(found, 1))


def _frames_a_second(times: Sequence[float]) -> float:
    return max(1.0, (len(times) - 1) / (times[-1] - times[0])) if len(times) > 1 and times[-1] > times[0] else 25.0


def _seen(sight: Sight, path: Path, *, width: int, height: int) -> Seen:
    edge = EDGE * width
    before = np.asarray(sight.boxes[:, :2] < edge).any(axis=1)
    beyond = np.asarray(sight.boxes[:, 2:] > np.array([width, height]) - edge).any(axis=1)
    boxes = path.onto_sheet(sight.boxes, sight.frame, width=width)
    return Seen(sight.frame, boxes, sight.scores, tuple(bool(one) for one in np.atleast_1d(before | beyond)))


def _on_screen(trail: Trail, path: Path, pace: Pace, *, width: int, height: int) -> Iterator[tuple[Trail, int, Sides]]:
    """From the first frame in which the box is on the screen until the last."""
    first, boxes = every_frame(trail, path, pace=pace, width=width)
    beside = (boxes[:, 2] <= 0) | (boxes[:, 0] >= width) | (boxes[:, 3] <= 0) | (boxes[:, 1] >= height)
    shown = np.flatnonzero(~beside)
    if len(shown):
        yield trail, first + int(shown[0]), boxes[shown[0] : shown[-1] + 1]


def _track(number: int, trail: Trail, first: int, boxes: Sides, *, times: Sequence[float]) -> Track:
    best = trail.frames[int(np.argmax(trail.scores))]
    return Track(
        number=number,
        first=first,
        boxes=boxes,
        start=times[first],
        end=times[first + len(boxes) - 1],
        score=max(trail.scores),
        sample=min(max(best - first, 0), len(boxes) - 1),
    )
