"""A cheap first look: which finders of marks have anything to look for in this text? Most have not, in most posts.

Each of them names some bits of words. All bits stand in one automaton, which reads a text once; the finders only ask.
"""

from __future__ import annotations

from functools import cache, lru_cache

import ahocorasick  # type: ignore[import-not-found]  # a C extension without types

from magdit.check.text.text import Text

_ALL: list[tuple[str, ...]] = []


class Stems:
    """The bits of words without which one finder finds nothing; lower case, folded, also inside a word."""

    def __init__(self, *stems: str) -> None:
        self._number = len(_ALL)
        _ALL.append(stems)

    def are_in(self, text: Text) -> bool:
        """Whether one of them stands anywhere in the text."""
        return self._number in _seen(text.folded, len(_ALL))


def has_any(text: Text, stems: tuple[str, ...]) -> bool:
    """The same for a few bits: below ten or so, asking one by one is as quick."""
    read = text.folded
    for stem in stems:  # noqa: SIM110 (any() with a generator takes twice as long, and this runs for every post)
        if stem in read:
            return True
    return False


@lru_cache(maxsize=8)
def _seen(folded: str, count: int) -> frozenset[int]:
    """The finders whose bits are in this text. The last few texts are remembered, as every finder asks the same."""
    return frozenset().union(*(numbers for _, numbers in _automaton(count).iter(folded)))


@cache
def _automaton(count: int) -> ahocorasick.Automaton:
    """Of the first `count` finders; made anew when another one has come."""
    numbers: dict[str, frozenset[int]] = {}
    for number, stems in enumerate(_ALL[:count]):
        for stem in stems:
            numbers[stem] = numbers.get(stem, frozenset()) | {number}
    automaton = ahocorasick.Automaton()
    for stem, finders in numbers.items():
        automaton.add_word(stem, finders)
    automaton.make_automaton()
    return automaton
