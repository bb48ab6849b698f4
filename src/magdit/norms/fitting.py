"""Whether what was told falls under a set of words. The same few values come back in every act, so they are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from magdit.norms.act import FactValue, _Missing
from magdit.norms.lexicon import Wide, WordSet
from magdit.norms.truth import UNKNOWN, YES, Truth, all_of

Told = FactValue | _Missing
MOST_KEPT = 256


def as_words(told: Told) -> tuple[str, ...] | None:
    """One word or several as several; None when no words were told."""
    if isinstance(told, str):
        return (told,)
    return told if isinstance(told, tuple) else None


def covered(
    words: WordSet, given: tuple[str, ...] | None, condition: Callable[[Wide], Truth], *, every: bool = False
) -> Truth:
    """Whether one of the words falls under the set, or every one; `condition`: whether a wide word holds now."""
    if given is None:
        return UNKNOWN
    if every:
        return all_of(words.covers_any((word,), condition) for word in given)
    return words.covers_any(given, condition)


def fitting(words: WordSet, *, every: bool = False) -> Callable[[Told], Truth]:
    """The same when every wide word holds; where one does not, it can only be less."""

    @lru_cache(MOST_KEPT)
    def fits(told: Told) -> Truth:
        return covered(words, as_words(told), lambda wide: YES, every=every)

    return fits
