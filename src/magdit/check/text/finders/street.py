"""How the name of a street looks, read back from its house number. Says where it begins and how much proof it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from magdit.check.text.data import word_list
from magdit.check.text.ordinary import is_ordinary
from magdit.check.text.text import BROKEN, COMMA, Text, Word

_LISTS = word_list("streets")
_CLEAR, _DOUBTFUL = tuple(sorted(_LISTS["clear"])), tuple(sorted(_LISTS["doubtful"]))
_OF, _ADJECTIVES, _INFIXES, _LEADS = (_LISTS[part] for part in ("of", "adjective", "infix", "lead"))
_ABBREVIATED, _COUNTED = _LISTS["abbreviated"], _LISTS["counted"]
_TYPES = frozenset((*_CLEAR, *_DOUBTFUL)) | _LISTS["type"]
_PLACES = frozenset({"achter", "onder", "voor", "bij", "tussen", "boven", "langs", "op", "aan", "in", "over"})
_ARTICLES = frozenset({"de", "het", "t", "den", "ter", "in", "op", "aan"})
_LONG_OR_SHORT = frozenset({"korte", "lange", "oude", "nieuwe", "hoge", "lage", "brede", "smalle", "verlengde"})
Kind = Literal["clear", "doubtful", "named"]


@dataclass(frozen=True, slots=True)
class Street:
    """What stands before a number: where it begins, whether it is written as a name, and what shows it is a street."""

    start: int
    kind: Kind
    capital: bool
    opens: bool
    ordinary: bool  # its last word is a word of the language
    by_adjective: bool  # 'Korte Poten', 'Nieuwe Rijn': two words with capitals, the first as in the names of streets

    def stands_alone(self, *, proof: bool, doubt: bool) -> bool:
        """Whether this is a street: by its ending, or by the proof near it. A year or a score needs that proof."""
        if proof:
            return True
        if doubt or self.kind == "named":
            return False
        return self.kind == "clear" or (self.capital and not (self.opens or self.ordinary))


def street_before(text: Text, number: int) -> Street | None:
    """The street that ends right before words[number]; None when there is none."""
    last = _last_word(text, number)
    if last is None:
        return None
    if text.words[last].plain in _LISTS["side"] and last:
        last -= 1
    word = text.words[last]
    short_article = last > 0 and text.words[last - 1].plain == "t" and word.capital
    if word.plain in _COUNTED and not short_article:
        return None
    first = last - 1 if short_article else _first_word(text.words, last)
    kind = _kind(text.words, first, last)
    if first and text.words[first - 1].plain in _LISTS["room"]:
        return None
    if kind and first and text.words[first - 1].plain in _LISTS["team"]:
        kind = "named"
    if kind and _is_no_street(word.plain):
        kind = "named" if word.capital else None
    if kind is None:
        return None
    start = text.words[first].at
    start -= text.folded[start - 1 : start] == "'"
    before = text.words[last - 1]
    return Street(
        start,
        kind,
        capital=text.words[first].capital or word.capital,
        opens=text.words[first].opens,
        ordinary=is_ordinary(word.plain),
        by_adjective=bool(last and word.capital and before.capital and before.plain in _LONG_OR_SHORT),
    )


def is_counted(word: str) -> bool:
    """Whether a number behind this word counts it: 'groep 4', 'pagina 12'."""
    return word in _COUNTED or word in _PLACES or word in _LISTS["room"] or _is_no_street(word)


def _last_word(text: Text, number: int) -> int | None:
    """The word before the number, past 'nr.' or a comma with 'nummer'; None when something else stands between."""
    last, before = number - 1, text.words[number].at
    if text.words[last].plain in ("nr", "nummer", "huisnummer", "huisnr", "no") and last:
        before, last = text.words[last].at, last - 1
    word = text.words[last]
    between = text.folded[word.at + len(word.plain) : before]
    allowed = {" ", "  ", "\t", "_", "-", ". ", ".", ": ", ", ", ",", " , "}
    if not between and word.capital and len(word.plain) > 6 and word.plain.endswith(_CLEAR):
        return last  # 'Lindelaan12'
    letters = word.plain.isalpha() or "'" in word.plain
    if between in (". ", ".") and not word.plain.endswith("str"):
        return None
    if between.strip() and "," in between and text.words[number - 1] is word and not word.plain.endswith(_CLEAR):
        return None
    return last if letters and between in allowed and len(word.plain) > 1 else None


def _first_word(words: Sequence[Word], last: int) -> int:
    """Words before the street belong to it when they have a capital: 'Jan van Galenstraat', not 'op de Dorpsstraat'."""
    first = place = last
    while place and last - place < 5 and not words[place].opens:
        gap, place = words[place].gap, place - 1
        word = words[place]
        if gap in (COMMA, BROKEN) and not (word.plain in _ABBREVIATED or len(word.plain) == 1):
            break
        if _belongs(word, first_is_next=first == place + 1, next_word=words[place + 1]):
            first = place
        elif word.plain not in _INFIXES | _ADJECTIVES:
            break
    return first


def _belongs(word: Word, *, first_is_next: bool, next_word: Word) -> bool:
    """Whether a word before the street is a part of its name."""
    if not word.capital or word.plain in _COUNTED:
        return False
    if word.plain in _ARTICLES or word.plain in _PLACES:
        return not word.opens and (
            (first_is_next and next_word.capital) or next_word.plain in ("de", "het", "den", "t")
        )
    # 'Bezorgen bij Lindelaan 3', 'Verzamelen Lindelaan 3': a verb that opens the sentence.
    verb = word.opens and word.plain not in _ADJECTIVES | _OF and is_ordinary(word.plain)
    return word.plain not in _LEADS and not verb


def _kind(words: Sequence[Word], first: int, last: int) -> Kind | None:
    word = words[last]
    stem = _stem(word.plain)
    if stem == "clear":
        return "clear"
    if any(words[at].plain in _OF and words[at].capital for at in range(first, last)) and last > first:
        return "clear"  # Laan van Meerdervoort 101
    if stem == "doubtful":
        return "doubtful"
    if first == last and _opens_with_laan_van(words, last):
        return "clear"
    if last - first > 1 and words[first].plain in _PLACES and words[first + 1].plain in ("de", "het", "den", "t"):
        return "clear"  # Achter de Kerk 7
    if word.plain in _TYPES:
        adjective = last and words[last - 1].plain in _ADJECTIVES and words[last - 1].capital
        return "clear" if adjective and word.capital else "named" if word.capital else None
    article = last and words[last - 1].plain in ("t", "de", "het")
    hardly_a_word = len(word.plain) > 4 and not is_ordinary(word.plain)  # 'woont de hoefslag 9'
    return "named" if word.capital or hardly_a_word or (article and words[last - 1].capital) else None


def _opens_with_laan_van(words: Sequence[Word], last: int) -> bool:
    """'laan van oud poelgeest 5', also without a capital."""
    plain = [word.plain for word in words[max(0, last - 5) : last]]
    return any(pair == ("laan", "van") for pair in pairwise(plain))


def _stem(word: str) -> Literal["clear", "doubtful"] | None:
    for ending in _CLEAR:
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            return "clear"
    for ending in _DOUBTFUL:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            return "doubtful"
    return None


def _is_no_street(word: str) -> bool:
    lists = word_list("no_streets")
    return (word in lists["word"] and word not in _TYPES) or word.endswith(tuple(lists["ending"]))
