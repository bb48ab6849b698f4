"""How much a name looks like an ordinary word: our own list of names that are words first, then all ordinary words."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.diminutives import diminutives
from magdit.check.text.people.known import first_names, ordinary_words


class Commonness(IntEnum):
    """From 'only a name' to 'nearly always the word'."""

    NAME = 0
    SELDOM = 1
    ALSO = 2
    OFTEN = 3


@cache
def _table() -> dict[str, Commonness]:
    """A name on two lists is as common as the milder one says; its small forms (roosje, stormpje) count with it."""
    lists = word_list("names_that_are_words")
    table: dict[str, Commonness] = {}
    for section in ("often", "also", "seldom"):
        for word in lists[section]:
            table[word] = Commonness[section.upper()]
    for word, level in list(table.items()):
        for small in diminutives(word):
            table.setdefault(small, Commonness.SELDOM if level is Commonness.SELDOM else Commonness.ALSO)
    return table


@lru_cache(maxsize=8_192)
def commonness(word: str) -> Commonness:
    """How common the word is; its possessive is as common as itself."""
    stems = (word, word.removesuffix("'s"), word.removesuffix("s"))
    table = _table()
    if word in first_names() and word not in table:
        return Commonness.NAME  # 'Ans' is no 'an'
    for stem in stems:
        if stem in table:
            return table[stem]
    own = _as_a_word(word)
    if own is not Commonness.NAME or any(stem in first_names() for stem in stems):
        return own
    return max(_as_a_word(stem) for stem in stems)


def _as_a_word(word: str) -> Commonness:
    often, others = ordinary_words()
    return Commonness.OFTEN if word in often else Commonness.ALSO if word in others else Commonness.NAME
