"""What a surname looks like behind a first name: 'Bakker', 'van der Meer', 'El Amrani'. Knows no roster."""

from __future__ import annotations

from magdit.check.text.data import word_list
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.known import first_names, is_place_or_brand, is_surname
from magdit.check.text.text import JOINED, Text, Word

_CUES = word_list("around_names")
_PARTICLES = 4


def is_no_name(word: str) -> bool:
    """An ordinary word, a place, a shop or a day: with a capital it need not be anyone's name."""
    return commonness(word) >= Commonness.ALSO or is_place_or_brand(word)


def surname_ends(text: Text, place: int, *, in_lower_case: bool = False) -> int | None:
    """The place of the last word of the surname that starts here, or None when none does."""
    words, last = text.words, place
    while last < min(len(words) - 1, place + _PARTICLES) and words[last].gap == JOINED and is_particle(words, last):
        last += 1
    if last >= len(words) or any(word.gap != JOINED for word in words[place : last + 1]):
        return None
    if not _can_be_surname(words[last], with_particle=last > place, in_lower_case=in_lower_case):
        return None
    return _second_half(text, last)


def is_particle(words: tuple[Word, ...], place: int) -> bool:
    """Whether this word stands between a first name and a surname: van, de, el, op den."""
    word = words[place].plain
    if word in _CUES["particle_leads"]:
        return place + 1 < len(words) and words[place + 1].plain in ("de", "den", "der", "het", "t")
    return word in _CUES["particle"]


def _can_be_surname(word: Word, *, with_particle: bool, in_lower_case: bool) -> bool:
    if not word.plain.replace("'", "").isalpha() or len(word.plain) < 2 or word.opens:
        return False
    stem = word.plain.removesuffix("'s")
    known = is_surname(stem) or is_surname(stem.removesuffix("s"))
    if in_lower_case:
        return known and (with_particle or commonness(stem) < Commonness.ALSO)
    if not word.capital or word.shouted:
        return False
    if with_particle:  # 'Anouk de Leeuw', not 'Anouk van Groep 5'
        return known or commonness(stem) < Commonness.OFTEN
    return known or not is_no_name(stem)


def _second_half(text: Text, last: int) -> int:
    """'Jansen-de Boer', 'Bakker-Visser': the other half of a double surname belongs to it."""
    words = text.words
    if last + 1 >= len(words) or text.folded[words[last].at + len(words[last].plain) :][:1] != "-":
        return last
    if words[last + 1].gap != JOINED:
        return last
    behind = surname_ends(text, last + 1)
    return last if behind is None else behind


def is_first_name(word: Word) -> bool:
    """Whether this is a first name that we know, as it stands or with its possessive."""
    stem = word.plain.removesuffix("'s")
    return stem in first_names() or (len(stem) > 3 and stem.removesuffix("s") in first_names())


def is_title(word: Word) -> bool:
    """'mevrouw', 'juf', 'fam.': a word before a name, and no name itself."""
    return word.plain in _CUES["title"]
