"""A face through a film: where it is in every frame, never whose it is. What a look at a film brings back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from magdit.check.images.film.scenes import Path
from magdit.check.images.trace_kinds import Trace
from magdit.check.images.video import Media

Sides = npt.NDArray[np.float32]  # one row a frame: left, top, right, bottom in upright pixels

Progress = Callable[[float, float], None]  # seconds done, seconds in all


def in_silence(done: float, total: float) -> None:
    """Tell nobody how far we are."""


@dataclass(frozen=True, eq=False)
class Track:
    """One face, from a little before it is first seen until a little after; `boxes` has a row for every frame of that.

    `sample` is the row in which it is shown best. Two numbers may well be the same face, seen again later.
    """

    number: int
    first: int
    boxes: Sides
    start: float
    end: float
    score: float
    sample: int

    @property
    def last(self) -> int:
        """The last frame it is in."""
        return self.first + len(self.boxes) - 1

    def at(self, frame: int) -> Sides | None:
        """Where it is in this frame, or None when it is not."""
        return self.boxes[frame - self.first] if self.first <= frame <= self.last else None


@dataclass(frozen=True)
class Sample:
    """A frame kept small, as JPEG, to show on the contact sheet."""

    frame: int
    time: float
    jpeg: bytes


@dataclass(frozen=True, eq=False)
class FilmLook:
    """What was seen in a film. No track never means that nobody is shown.

    `camera` and `times` are of every frame: with them a face that a person drew in one is followed through others.
    """

    media: Media
    width: int
    height: int
    frames: int
    seconds: float
    cuts: tuple[float, ...]
    tracks: tuple[Track, ...]
    samples: tuple[Sample, ...]
    seen_at_once: int
    camera: Path = field(default_factory=Path)
    times: tuple[float, ...] = ()

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What the file tells about who made it, where and when."""
        return self.media.traces

    def most_at_once(self) -> int:
        """How many faces were clearly seen in one and the same frame: at least so many people are shown."""
        return self.seen_at_once
