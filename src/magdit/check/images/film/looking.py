"""Looking at a film: fully where a scene begins and every second, at a glance in between, and last at what comes of it.

A full look also finds small faces and decides how closely the glances look until the next. The detector works on its
own thread while the next frames are decoded; a frame waits no longer than two others.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from PIL import Image

from magdit.check.images.faces import HIDING, SEEN, Face
from magdit.check.images.film.camera import STAMP
from magdit.check.images.film.reel import Moment, Pixels, Reel, opened
from magdit.check.images.film.scenes import Path
from magdit.check.images.film.track import FilmLook, Progress, Sample, in_silence
from magdit.check.images.film.tracks import Sight, tracks
from magdit.check.images.limits import DEFAULT, Limits
from magdit.check.images.source import Source
from magdit.check.images.video import take_in_media

FULL_EVERY = 1.0  # seconds
FULL_AT_MOST = 0.3  # in a disco every frame begins a scene
GLANCE_EVERY = 0.15
CLOSEST_LOOK = 1920  # long side; a larger film is looked at in this size
NEAREST_GLANCE, FARTHEST_GLANCE = 1280, 480
SMALL_FILM_GLANCE = 960
SURE = 0.5  # in hundreds of looks a fainter one is a leaf now and then
CLEAR = 24  # pixels: so large a face should be in a glance
WAITING = 2
SAMPLE_SIDE = 480
SAMPLES = 3600


class Finder(Protocol):
    """What finds faces in pixels: `FaceFinder`, or a stand-in."""

    def find(self, pixels: Pixels, threshold: float = SEEN) -> tuple[Face, ...]:
        """Every face, small ones too."""

    def glance(self, pixels: Pixels, *, long_side: int, threshold: float = HIDING) -> tuple[Face, ...]:
        """The faces that show at this size."""


def look_at_film(
    path: Source, finder: Finder, *, progress: Progress = in_silence, limits: Limits = DEFAULT
) -> FilmLook:
    """Look at the whole film; raises Refused when that cannot be done."""
    media = take_in_media(path, limits)
    with opened(media, limits) as reel, ThreadPoolExecutor(1) as thread:
        looking = _Looking(finder, thread)
        for moment in reel.moments():
            looking.at(moment)
            progress(min(moment.time, media.duration), media.duration)
        looking.at_end()
        return looking.outcome(reel)


@dataclass
class _Looking:
    finder: Finder
    thread: ThreadPoolExecutor
    path: Path = field(default_factory=Path)
    times: list[float] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)
    sights: list[Sight] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    asked: list[tuple[int, float, Future[tuple[Face, ...]]]] = field(default_factory=list)
    full: Future[tuple[Face, ...]] | None = None
    looked_closely: float = -math.inf
    looked: float = -math.inf
    looked_at: int = -1
    before: Moment | None = None
    size: tuple[int, int] = (0, 0)

    def at(self, moment: Moment) -> None:
        """Take in the next frame, and look at it when it is time."""
        begins = self.path.go_on(moment.grey(STAMP).astype(np.float32))
        if self.before is None:
            self.size = (moment.width, moment.height)
        elif begins:
            self.cuts.append(moment.time)
            self._glance(self.before)
        self.times.append(moment.time)
        since = moment.time - self.looked_closely
        if since >= FULL_EVERY or (begins and since >= FULL_AT_MOST):
            self._look_closely(moment)
        elif begins or moment.time - self.looked >= GLANCE_EVERY:
            self._glance(moment)
        self.before = moment

    def at_end(self) -> None:
        """The last frame is looked at as well; then every answer is waited for."""
        if self.before is not None:
            self._glance(self.before)
        self._receive(waiting=0)

    def outcome(self, reel: Reel) -> FilmLook:
        """What was seen, all in all."""
        width, height = self.size
        found = tracks(self.sights, self.path, times=self.times, width=width, height=height)
        return FilmLook(
            media=reel.media,
            width=width,
            height=height,
            frames=len(self.times),
            seconds=self.times[-1],
            cuts=tuple(self.cuts),
            tracks=found,
            samples=tuple(self.samples),
            seen_at_once=max(sum(score > SURE for score in sight.scores) for sight in self.sights),
            camera=self.path,
            times=tuple(self.times),
        )

    def _look_closely(self, moment: Moment) -> None:
        pixels = moment.picture(CLOSEST_LOOK)
        if len(self.samples) < SAMPLES:
            self.samples.append(_sample(moment))
        self.full = self._ask(moment, pixels, lambda: self.finder.find(pixels, HIDING))
        self.looked_closely = moment.time

    def _glance(self, moment: Moment) -> None:
        if self.looked_at == moment.number:
            return
        long_side = self._glance_side(moment)
        pixels = moment.picture(long_side)
        self._ask(moment, pixels, lambda: self.finder.glance(pixels, long_side=long_side, threshold=HIDING))

    def _glance_side(self, moment: Moment) -> int:
        """Close enough for the smallest face that the last full look was sure of."""
        faces = [face for face in (self.full.result() if self.full else ()) if face.score > SEEN]
        longest = max(moment.width, moment.height)
        smallest = min((max(face.w, face.h) for face in faces), default=CLEAR) * max(1.0, longest / CLOSEST_LOOK)
        nearest = max(SMALL_FILM_GLANCE, min(NEAREST_GLANCE, longest))
        return int(min(nearest, max(FARTHEST_GLANCE, math.ceil(longest * CLEAR / max(1.0, smallest) / 32) * 32)))

    def _ask(self, moment: Moment, pixels: Pixels, look: Callable[[], tuple[Face, ...]]) -> Future[tuple[Face, ...]]:
        self._receive(waiting=WAITING - 1)
        answer = self.thread.submit(look)
        self.asked.append((moment.number, moment.width / pixels.shape[1], answer))
        self.looked, self.looked_at = moment.time, moment.number
        return answer

    def _receive(self, *, waiting: int) -> None:
        while len(self.asked) > waiting:
            number, scale, answer = self.asked.pop(0)
            self.sights.append(Sight.of(answer.result(), frame=number, scale=scale))


def _sample(moment: Moment) -> Sample:
    written = io.BytesIO()
    Image.fromarray(moment.picture(SAMPLE_SIDE)).save(written, "JPEG", quality=80)
    return Sample(moment.number, moment.time, written.getvalue())
