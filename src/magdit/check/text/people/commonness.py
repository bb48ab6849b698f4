"""How much a name looks like an ordinary word. Knows our own list of names that are words; knows no text."""

from __future__ import annotations

from enum import IntEnum

from magdit.check.text.data import word_list
from magdit.check.text.people.diminutives import diminutives


class Commonness(IntEnum):
    """From 'only a name' to 'nearly always the word'."""

    NAME = 0
    SELDOM = 1
    ALSO = 2
    OFTEN = 3


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


_TABLE = _table()


def commonness(word: str) -> Commonness:
    """How common the word is; its possessive is as common as itself."""
    for stem in (word, word.removesuffix("'s"), word.removesuffix("s")):
        if stem in _TABLE:
            return _TABLE[stem]
    return Commonness.NAME
