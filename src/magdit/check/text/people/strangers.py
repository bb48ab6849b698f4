"""People in a text who are not on the roster: by the shape of a name, a title or relation, names beside it.

Knows first names, surnames and words; knows no school. What it finds names nobody: who it is, only the author can say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from magdit.check.text.people.around import Around
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.first_name import weigh_first_name
from magdit.check.text.people.join import Hit
from magdit.check.text.people.known import first_names
from magdit.check.text.people.public import Public
from magdit.check.text.people.shapes import is_first_name, is_title, surname_ends
from magdit.check.text.people.unknown_word import weigh_unknown_word
from magdit.check.text.people.weighed import Weighed
from magdit.check.text.text import COMMA, Text, Word

_MOST_INITIALS = 4


def strangers(text: Text, *, taken: frozenset[int], public: Public) -> Iterator[Weighed]:
    """Everyone who may be named and is not `taken` yet, from left to right. In `public` names nobody is looked for."""
    blocked, figures = taken | public.places, public.figures
    starts = [place for place in _starts(text.words) if place not in blocked]
    if not starts:
        return
    names, done = taken | frozenset(_likely(text, starts)), -1
    for place in starts:
        found = _stranger(text, place, names=names) if place > done else None
        if found is None:
            continue
        if not blocked.isdisjoint(found.places):  # 'opa Gerrit van Sterre': Sterre is someone else
            found = replace(found, last=found.first)
        if _is_in_a_cast(text, found, figures):
            figures |= frozenset(found.places)
            continue
        yield found
        names |= frozenset(found.places)
        done = found.last


def _starts(words: tuple[Word, ...]) -> Iterator[int]:
    """Where a name can start: at a capital, at a first name, behind a title. Few words of a text are one of these."""
    known, title = first_names(), is_title
    before = None
    for place, word in enumerate(words):
        plain = word.plain
        is_name = plain in known or (plain[-1] == "s" and is_first_name(word))
        if is_name or (word.capital and plain[0].isalpha()) or (before is not None and title(before)):
            yield place
        before = word


def _likely(text: Text, starts: list[int]) -> Iterator[int]:
    """First names with a capital that means something: they make what stands beside them a name too."""
    for place in starts:
        word = text.words[place]
        if word.capital and not word.shouted and is_first_name(word):
            level = commonness(word.plain)
            if level <= Commonness.SELDOM or (level is Commonness.ALSO and not word.opens):
                yield place


def _stranger(text: Text, place: int, *, names: frozenset[int]) -> Weighed | None:
    word = text.words[place]
    around = Around(text, _hit(text, place), names)
    if is_title(word) or (word.shouted and not around.is_shouted):  # 'AVI' among ordinary words is no child
        return None
    if len(word.plain) == 1:
        return _initials(around)
    if is_first_name(word):
        return weigh_first_name(around)
    if around.is_lower and not around.behind_one_of("title"):
        return None  # most words of a text: nothing more to ask
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
    return Weighed("zeker" if around.behind_one_of("title") else "mogelijk", "stranger_initials", first, last)


def _is_initial(text: Text, place: int) -> bool:
    word = text.words[place]
    follows = text.folded[word.at + 1 : word.at + 2]
    return len(word.plain) == 1 and word.capital and word.plain.isalpha() and follows == "."
