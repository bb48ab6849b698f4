"""Pictures looked up by their hashes: how near two pictures are, and which of many stored ones a picture may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]  # four a hash

BITS, DIGITS = 256, 64
NEAR = 64


@dataclass(frozen=True, order=True)
class Match:
    """A stored picture that the asked one may be: how many of 256 bits differ at best, and its name."""

    distance: int
    name: str


def distance(asked: Sequence[str], stored: Sequence[str]) -> int:
    """Return in how many bits the nearest two hashes differ; all 256 when either picture has none."""
    if not asked or not stored:
        return BITS
    rows = _words(stored)
    return min(int(_differing(rows, one).min()) for one in _words(asked))


def near(asked: Sequence[str], stored: Sequence[str]) -> bool:
    """Tell whether these may be two versions of one picture. A person decides; this only points."""
    return distance(asked, stored) <= NEAR


class Traces:
    """All stored pictures at once: 19 hashes of 32 bytes each, gone through for every question."""

    def __init__(self, stored: Iterable[tuple[str, Sequence[str]]]) -> None:
        pictures = [(name, hashes) for name, hashes in stored if hashes]
        self._names = [name for name, _ in pictures]
        self._starts = np.cumsum([0, *(len(hashes) for _, hashes in pictures)])[:-1]
        self._words = np.concatenate([_words(hashes) for _, hashes in pictures]) if pictures else _words([])

    def find(self, asked: Sequence[str], at_most: int = NEAR) -> tuple[Match, ...]:
        """Name the stored pictures that this may be, the nearest first."""
        if not asked or not self._names:
            return ()
        best = np.minimum.reduce([_differing(self._words, one) for one in _words(asked)])
        per_picture = np.minimum.reduceat(best, self._starts)
        return tuple(
            sorted(Match(int(per_picture[at]), self._names[at]) for at in np.flatnonzero(per_picture <= at_most))
        )


def _words(hashes: Sequence[str]) -> Words:
    if any(len(one) != DIGITS for one in hashes):
        raise ValueError("not a hash of 64 digits")
    return np.frombuffer(bytes.fromhex("".join(hashes)), dtype=np.uint64).reshape(-1, 4)


def _differing(rows: Words, one: Words) -> npt.NDArray[np.uint16]:
    return np.asarray(np.bitwise_count(rows ^ one).sum(axis=1, dtype=np.uint16))
