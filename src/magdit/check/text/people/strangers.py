"""People in a text who are not on the roster: by the shape of a name, a title or relation, names beside it.

Knows first names, surnames and words; knows no school. What it finds names nobody: who it is, only the author can say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.first_name import weigh_first_name
from magdit.check.text.people.join import Hit
from magdit.check.text.people.known import first_names, is_ordinary
from magdit.check.text.people.public import Public
from magdit.check.text.people.shapes import is_first_name, is_title, surname_ends
from magdit.check.text.people.unknown_word import weigh_unknown_word
from magdit.check.text.people.weighed import Weighed
from magdit.check.text.text import COMMA, Text, Word

_CUES = word_list("around_names")
_MOST_INITIALS = 4
_LONG_ENOUGH = 5
_SHORT_STEM = 3


def strangers(text: Text, *, likely: frozenset[int], taken: frozenset[int], public: Public) -> Iterator[Weighed]:
    """Everyone who may be named and is not `taken` yet, from left to right. In `public` names nobody is looked for."""
    blocked, figures = taken | public.places, public.figures
    starts = [place for place in _starts(text.words) if place not in blocked]
    if not starts:
        return
    names, done = taken | likely, -1
    for place in sorted(set(starts)):
        found = _stranger(text, place, names=names) if place > done else None
        if found is None:
            continue
        if not blocked.isdisjoint(found.places):  # 'opa Gerrit van Sterre': Sterre is someone else
            if not is_first_name(text.words[place]):
                continue
            found = replace(found, last=found.first)
        if _is_in_a_cast(text, found, figures):
            figures |= frozenset(found.places)
            continue
        yield found
        names |= frozenset(found.places)
        done = found.last


def _starts(words: tuple[Word, ...]) -> Iterator[int]:
    """Where a name can start: at a capital, at a first name, behind a title. Few words of a text are one of these."""
    before = 0
    for place, word in enumerate(words):
        role = _role(word[0])
        if role & _FIRST_NAME or before & _ANNOUNCES:
            yield place
        elif word.capital:
            if role & _LETTERS and not (word.opens and role & _ORDINARY):
                yield place
        elif role & _OWNS and place and not words[place - 1].capital:
            yield place - 1
        elif role & _PARTICLE and place + 1 < len(words) and _role(words[place + 1].plain) & _PARTICLE:
            yield place
        before = role


_FIRST_NAME, _ANNOUNCES, _LETTERS, _ORDINARY, _OWNS, _PARTICLE = 1, 2, 4, 8, 16, 32


@lru_cache(maxsize=1 << 13)
def _role(plain: str) -> int:
    """All that a word can be at the start of a name, in bits: asked for every word of every text."""
    known = first_names()
    stem = plain.removesuffix("'s")
    owned = plain[-1] == "s" and (stem in known or (len(stem) > _SHORT_STEM and stem.removesuffix("s") in known))
    bits = _FIRST_NAME if plain in known or owned else 0
    bits |= _ANNOUNCES if plain in _announcing() else 0
    bits |= _LETTERS if plain[0].isalpha() else 0
    bits |= _ORDINARY if is_ordinary(plain) else 0
    return bits | (_OWNS if plain in _CUES["own"] else 0) | (_PARTICLE if plain in _CUES["particle"] else 0)


@cache
def _announcing() -> frozenset[str]:
    return _CUES["title"] | _CUES["kin"] | _CUES["is_called"]


def likely_first_names(text: Text) -> Iterator[int]:
    """The places of first names that are hardly anything else: they make what stands beside them a name too."""
    known = first_names() & text.plains
    for place, word in enumerate(text.words) if known else ():
        if word.plain in known and not word.shouted and _is_likely(word):
            yield place


def _is_likely(word: Word) -> bool:
    level = commonness(word.plain)
    if not word.capital:
        return level is Commonness.NAME and len(word.plain) >= _LONG_ENOUGH
    return level <= Commonness.SELDOM or (level is Commonness.ALSO and not word.opens)


def _stranger(text: Text, place: int, *, names: frozenset[int]) -> Weighed | None:
    word = text.words[place]
    around = Around(text, _hit(text, place), names)
    if is_title(word) or (word.shouted and not around.is_shouted):  # 'AVI' among ordinary words is no child
        return None
    if len(word.plain) == 1 and not (around.is_behind_title and not word.capital):
        return _initials(around)
    if is_first_name(word):
        return weigh_first_name(around)
    return weigh_unknown_word(around)


def _is_in_a_cast(text: Text, found: Weighed, figures: frozenset[int]) -> bool:
    """'Harry Potter, Matilda en Pippi': beside a figure that everybody knows, a first name is one too."""
    words, left, right = text.words, found.first, found.last + 1
    if found.first != found.last:
        return False
    before = left - 1 if words[left].gap == COMMA else left - 2 if left > 1 and words[left - 1].plain == "en" else -1
    behind = right if right < len(words) and words[right].gap == COMMA else right + 1
    joined = right < len(words) and (words[right].gap == COMMA or words[right].plain == "en")
    return before in figures or (joined and behind in figures)


def _hit(text: Text, place: int) -> Hit:
    word = text.words[place]
    return Hit("given", place, place, word.at, word.at + len(word.plain), ())


def _initials(around: Around) -> Weighed | None:
    """'P. de Vries', 'J.A. Bakker': capitals with full stops, and a surname behind them."""
    text, first = around.text, around.hit.first
    place = first
    while place < min(len(text.words), first + _MOST_INITIALS) and _is_initial(text, place):
        place += 1
    last = surname_ends(text, place) if place > first else None
    if last is None:
        return None
    return Weighed("zeker", "stranger_initials", first, last)


def _is_initial(text: Text, place: int) -> bool:
    word = text.words[place]
    follows = text.folded[word.at + 1 : word.at + 2]
    return len(word.plain) == 1 and word.capital and word.plain.isalpha() and follows == "."
