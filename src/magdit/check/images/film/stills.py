"""Which frames of a film are shown on its contact sheet, and where each of them lies on it. Draws nothing.

Every frame in which someone came or went is shown. In between one now and then, also where no face was seen at all: a
person looks there for the faces that were missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from magdit.check.images.film.track import FilmLook, Sample, Track

DOWN = 4
GAP, LINE_HEIGHT = 8, 24
# Seconds between two stills in which the same faces are to be seen, or nobody.
SAME_FACES, NOBODY = 5.0, 1.0
MOST_QUIET = 120  # of those; a long film shows them farther apart


@dataclass(frozen=True, slots=True)
class Layout:
    """Stills of this size beside and below each other, `count` in all, over as many sheets as that takes."""

    width: int
    height: int
    count: int

    @property
    def across(self) -> int:
        """How many stand beside each other; no more than can be seen on a telephone."""
        return 2 if self.width >= self.height else 3

    @property
    def sheets(self) -> int:
        """How many sheets that makes."""
        return -(-self.count // (self.across * DOWN))

    def on(self, sheet: int) -> range:
        """The stills on this sheet."""
        return range(self.count)[sheet * self.across * DOWN : (sheet + 1) * self.across * DOWN]

    def size(self, sheet: int) -> tuple[int, int]:
        """Width and height of a sheet."""
        count = len(self.on(sheet))
        across, down = min(self.across, count), -(-count // self.across)
        return across * (self.width + GAP) + GAP, down * (self.height + GAP + LINE_HEIGHT) + GAP

    def corner(self, still: int) -> tuple[int, int]:
        """Where this still begins on its sheet, left and top, below its time."""
        at = still % (self.across * DOWN)
        left, top = at % self.across * (self.width + GAP), at // self.across * (self.height + GAP + LINE_HEIGHT)
        return GAP + left, GAP + top + LINE_HEIGHT

    def under(self, sheet: int, x: float, y: float) -> int | None:
        """The still at this place of a sheet, if there is one."""
        for still in self.on(sheet):
            left, top = self.corner(still)
            if left <= x < left + self.width and top <= y < top + self.height:
                return still
        return None


def stills(look: FilmLook) -> tuple[Sample, ...]:
    """The frames to show, in order."""
    return tuple(_shown(look))


def in_frame(look: FilmLook, frame: int) -> tuple[Track, ...]:
    """The tracks that are in this frame."""
    return tuple(track for track in look.tracks if track.first <= frame <= track.last)


def _shown(look: FilmLook) -> Iterator[Sample]:
    before: tuple[Track, ...] | None = None
    latest, least = 0.0, look.seconds / MOST_QUIET
    for sample in look.samples:
        now = in_frame(look, sample.frame)
        came = now != before and (bool(now) or before is None)
        if came or sample.time - latest >= max(least, SAME_FACES if now else NOBODY):
            latest = sample.time
            yield sample
        before = now
