"""A film of which faces were hidden, looked at once more: what is seen there that should not be."""

from __future__ import annotations

from collections.abc import Collection

from magdit.check.images.film.track import FilmLook, Track

CLEAR = 0.5  # a fainter one is a leaf now and then


def seen_still(before: FilmLook, after: FilmLook, hidden: Collection[int]) -> tuple[Track, ...]:
    """The clear faces of the copy that are none of those that were left as they were. Frames are the same in both."""
    left = [track for track in before.tracks if track.number not in hidden]
    scale = before.width / after.width
    return tuple(one for one in after.tracks if one.score > CLEAR and not any(_meet(one, kept, scale) for kept in left))


def _meet(one: Track, kept: Track, scale: float) -> bool:
    """Whether they lie over each other where the one is seen best."""
    frame = one.first + one.sample
    here, there = one.at(frame), kept.at(frame)
    if here is None or there is None:
        return False
    here = here * scale
    across = min(here[2], there[2]) - max(here[0], there[0])
    return bool(across > 0 and min(here[3], there[3]) - max(here[1], there[1]) > 0)
