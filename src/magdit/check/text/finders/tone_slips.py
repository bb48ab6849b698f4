"""A slip in a long word of ours: a letter too few, one too many, or two that changed places. Reads no short words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.finders.tone_words import grades, is_ordinary, strong_words
from magdit.check.text.people.known import first_names

_SHORTEST = 7


@lru_cache(maxsize=1 << 13)
def without_slip(written: str) -> str:
    """The word of ours that was meant, when just one differs by one slip; nothing for a word or name of every day."""
    if len(written) < _SHORTEST - 1 or not written.isalpha() or grades(written) or is_ordinary(written):
        return ""
    if written in first_names() or written in word_list("tone_coarse")["no_slip"]:
        return ""
    meant = {word for word in _candidates(written) if word[0] == written[0]}
    return next(iter(meant)) if len(meant) == 1 else ""


def _candidates(written: str) -> Iterator[str]:
    long_words, shortened = _long_words()
    yield from shortened.get(written, ())
    for at in range(len(written)):
        less = written[:at] + written[at + 1 :]
        if less in long_words:
            yield less
        swapped = written[:at] + written[at : at + 2][::-1] + written[at + 2 :]
        if swapped in long_words:
            yield swapped


@cache
def _long_words() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The long words, and each of them with one letter left out."""
    words = frozenset(word for word in strong_words() if len(word) >= _SHORTEST and word.isalpha())
    shortened: dict[str, tuple[str, ...]] = {}
    for word in words:
        for at in range(1, len(word)):
            less = word[:at] + word[at + 1 :]
            if word not in shortened.get(less, ()):
                shortened[less] = (*shortened.get(less, ()), word)
    return words, shortened
