"""What is known of names without any roster: first names, surnames, ordinary words. Read at first use."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from magdit.check.text import data
from magdit.check.text.data import word_list

_SHORTEST_PART = 3


@cache
def first_names() -> frozenset[str]:
    """First names that are met in Dutch classes and families, old and young."""
    return frozenset[str]().union(*word_list("first_names").values())


def is_surname(word: str) -> bool:
    """Whether this is a well-known surname, or ends as surnames do."""
    return word in word_list("family_names")["surname"] or (len(word) > 5 and word.endswith(_surname_endings()))


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(word_list("family_names")["ending"])


@cache
def ordinary_words() -> tuple[frozenset[str], frozenset[str]]:
    """Ordinary words that are no first names: those met often, and the others. 30,000 words in some 5 milliseconds."""
    text = files(data).joinpath("dutch_words.txt").read_text(encoding="utf-8")
    often, _, others = text.partition("[often]")[2].partition("[also]")
    return frozenset(often.split()), frozenset(others.split())


def is_ordinary(word: str) -> bool:
    """Whether this is an ordinary word of Dutch, or an everyday one of English; no first name is."""
    return any(word in words for words in ordinary_words())


def is_place_or_brand(word: str) -> bool:
    """A town, a country, a shop, a feast, a day: written with a capital, and nobody."""
    public = word_list("public_names")
    return word in public["place"] or word in public["brand"]


@lru_cache(maxsize=4096)
def is_compound(word: str) -> bool:
    """'paasontbijt', 'kanjertraining': Dutch makes words by glueing, and no list holds them all."""
    often, others = ordinary_words()
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
        head, tail = word[:cut], word[cut:]
        if (tail in often or tail in others) and (len(tail) > 4 or head in often or head in others):
            return True
    return False
