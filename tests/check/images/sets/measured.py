"""What the finder makes of the scenes: how many faces are found, by size and in all, and how many boxes are false."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from magdit.check.images.faces import SEEN, FaceFinder
from tests.check.images.sets.marks import Marks, marks
from tests.check.images.sets.scenes import Scene

TINY = 12  # pixels of the photo; below it people do not see a face either, but a crowd is counted better with them


@dataclass(frozen=True)
class Measured:
    """The marks of every scene by name, and how many faces are large enough to count on."""

    by_scene: dict[str, Marks] = field(default_factory=dict)

    @property
    def all(self) -> Marks:
        return sum(self.by_scene.values(), Marks())

    @property
    def recall_of_the_visible(self) -> float:
        """Recall without the faces of fewer than 12 pixels that were missed."""
        visible = [box for box in self.all.missed if max(box.width, box.height) >= TINY]
        return self.all.hit / max(1, self.all.hit + len(visible))


def measured(finder: FaceFinder, scenes: Iterable[Scene], *, threshold: float = SEEN) -> Measured:
    """Look at every scene as the check does."""
    return Measured({scene.name: marks(finder.find(np.asarray(scene.image), threshold), scene) for scene in scenes})
