"""Where one shot ends and the next begins, and how the camera travelled through each. Knows no faces.

Within a scene every frame has a place on one large sheet: what stands still before the camera stands still on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from magdit.check.images.film.camera import Motion, Shades, moved

Sides = npt.NDArray[np.float32]

CUT = 12.0  # shades that are left between two frames, however the camera may have moved
SUDDEN = 3.0  # times what was left lately: in a storm of confetti every frame differs
LATELY = 0.2


@dataclass
class Path:
    """The way of the camera, frame by frame as it comes in. Shift in widths of the picture."""

    zooms: list[float] = field(default_factory=list)
    shifts: list[tuple[float, float]] = field(default_factory=list)
    scenes: list[int] = field(default_factory=list)
    _stamp: Shades | None = None
    _motion: Motion = field(default_factory=Motion)
    _usual: float = 0.0

    def go_on(self, stamp: Shades) -> bool:
        """Add a frame; tells whether it is the first of a new scene."""
        before, self._stamp = self._stamp, stamp
        if before is None or before.shape != stamp.shape:
            return self._begin()
        motion = moved(before, stamp, self._motion)
        if motion.rest > CUT and motion.rest > SUDDEN * self._usual:
            return self._begin()
        self._usual += LATELY * (motion.rest - self._usual)
        self._motion = motion
        zoom, (across, down) = self.zooms[-1], self.shifts[-1]
        self.zooms.append(motion.zoom * zoom)
        self.shifts.append((motion.zoom * across + motion.across, motion.zoom * down + motion.down))
        self.scenes.append(self.scenes[-1])
        return False

    def _begin(self) -> bool:
        self._motion, self._usual = Motion(), 0.0
        self.zooms.append(1.0)
        self.shifts.append((0.0, 0.0))
        self.scenes.append(self.scenes[-1] + 1 if self.scenes else 0)
        return True

    def onto_sheet(self, boxes: Sides, frame: int, *, width: int) -> Sides:
        """Where these boxes of a frame lie on the sheet of its scene."""
        return np.asarray((boxes - np.tile(self.shifts[frame], 2) * width) / self.zooms[frame], dtype=np.float32)

    def into_frames(self, boxes: Sides, frames: Sequence[int], *, width: int) -> Sides:
        """Where boxes on the sheet, one for each of these frames, lie in the frames."""
        zooms = np.array([self.zooms[frame] for frame in frames])[:, None]
        shifts = np.array([self.shifts[frame] * 2 for frame in frames]).reshape(-1, 4)
        return np.asarray(boxes * zooms + shifts * width, dtype=np.float32)

    def scene_around(self, frame: int) -> tuple[int, int]:
        """The first and last frame of the scene that this frame is in."""
        scene = self.scenes[frame]
        first = int(np.searchsorted(self.scenes, scene, side="left"))
        return first, int(np.searchsorted(self.scenes, scene, side="right")) - 1
