"""How well found boxes fit the faces of a scene: each face once, in the order of how sure the finder was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magdit.check.images.faces import Face
from tests.check.images.sets.faces_by_eye import Box
from tests.check.images.sets.scenes import Scene

ENOUGH = 0.35  # of shared area; boxes by hand and by the detector agree no better on where a forehead ends
TOUCHING = 0.1


@dataclass(frozen=True)
class Marks:
    """Faces found, faces missed, and boxes where no face is."""

    hit: int = 0
    missed: tuple[Box, ...] = ()
    false: tuple[Face, ...] = ()

    def __add__(self, other: Marks) -> Marks:
        return Marks(self.hit + other.hit, self.missed + other.missed, self.false + other.false)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + len(self.missed))

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + len(self.false))


def marks(found: Iterable[Face], scene: Scene) -> Marks:
    """Mark what was found; what lies on a "maybe" counts for nothing."""
    left = list(scene.faces)
    false = []
    for face in sorted(found, key=lambda face: -face.score):
        best = max(left, key=lambda box: overlap(face, box), default=None)
        if best is not None and overlap(face, best) >= ENOUGH:
            left.remove(best)
        elif not any(overlap(face, box) > TOUCHING for box in scene.maybe):
            false.append(face)
    return Marks(len(scene.faces) - len(left), tuple(left), tuple(false))


def overlap(face: Face, box: Box) -> float:
    """Shared area over joined area."""
    right, bottom = min(face.x + face.w, box.left + box.width), min(face.y + face.h, box.top + box.height)
    shared = max(0.0, right - max(face.x, box.left)) * max(0.0, bottom - max(face.y, box.top))
    return shared / (face.w * face.h + box.width * box.height - shared)
