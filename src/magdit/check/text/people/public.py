"""Names in a text that are nobody of the school: Anne Frank, Van Goghstraat, basisschool De Linde, storm Eunice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.people.as_words import used_as_words
from magdit.check.text.text import BROKEN, JOINED, Text, Word

_LEADS_ON = frozenset({"de", "het", "t", "van", "der", "den", "la", "le", "el", "a"})
_ARTICLES = frozenset({"de", "het", "t"})
_LONGEST_NAME = 3
_LIKE_A_SHOP = ("school", "winkel", "bedrijf", "vereniging", "kantoor", "salon", "praktijk", "handel", "makelaars")
_LONG = 9
_SCHOOLS = frozenset({"college", "lyceum", "gymnasium", "museum", "stadion", "ziekenhuis", "stichting", "centrum"})


@dataclass(frozen=True, slots=True)
class Public:
    """The places of the words that stand inside such a name; `figures` are those of people and characters."""

    places: frozenset[int]
    figures: frozenset[int]


def public_names(text: Text) -> Public:
    """Every such name in the text."""
    found: set[int] = set(used_as_words(text))
    figures: set[int] = set()
    for place, word in enumerate(text.words):
        role = _role(word[0])
        if not role:
            continue
        if role & _STARTS:
            figures.update(_phrase_from(text, place))
        if role & _ORGANISATION:
            found.update(_behind_organisation(text, place))
        if role & _WHOLE or (role & _ENDS and word.capital):
            found.update(_up_to_ending(text, place))
    return Public(frozenset(found | figures), frozenset(figures))


_STARTS, _ORGANISATION, _ENDS, _WHOLE = 1, 2, 4, 8


@lru_cache(maxsize=1 << 13)
def _role(plain: str) -> int:
    """What a word can be in such a name, in bits: asked for every word of every text."""
    lists = word_list("public_names")
    is_shop = len(plain) > _LONG and plain.endswith(_LIKE_A_SHOP)
    bits = _STARTS if plain in _by_first_word() else 0
    bits |= _ORGANISATION if plain in lists["organisation"] or is_shop else 0
    return bits | (_ENDS if plain.endswith(_endings()) else 0) | (_WHOLE if plain in lists["ending"] else 0)


@cache
def _by_first_word() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """The phrases by their first word and then by their second, which is '' for a phrase of one word."""
    table: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for phrase in word_list("public_names")["phrase"] | word_list("around_names")["idiom"]:
        words = tuple(phrase.split(" "))
        for first in (words[0], f"{words[0]}s") if len(words) == 1 else words[:1]:
            second = words[1] if len(words) > 1 else ""
            table.setdefault(first, {}).setdefault(second, []).append(words)
    return table


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word_list("public_names")["ending"])


def _phrase_from(text: Text, place: int) -> Iterator[int]:
    words = text.words
    phrases = _by_first_word()[words[place].plain]
    if "" in phrases:
        yield place
    second = words[place + 1].plain if place + 1 < len(words) else ""
    stems = dict.fromkeys((second, second.removesuffix("'s"), second.removesuffix("s")))
    for phrase in (phrase for stem in stems if stem for phrase in phrases.get(stem, ())):
        last = place + len(phrase)
        together = last <= len(words) and all(other.gap != BROKEN for other in words[place + 1 : last])
        if together and all(map(_says, words[place:last], phrase)):
            yield from range(place, last)


def _says(word: Word, wanted: str) -> bool:
    return word.plain in (wanted, f"{wanted}s", f"{wanted}'s")


def _up_to_ending(text: Text, place: int) -> Iterator[int]:
    """'Anne Frankschool', 'Prins Bernhardlaan', 'Van Gogh-straat': that word and the names that lead up to it."""
    words, word = text.words, text.words[place]
    if word.plain in word_list("family_names")["surname"]:
        return
    is_whole = word.plain in _endings()
    if is_whole and not _belongs_to_the_name_before(text, place):
        return
    first = place
    while first > max(0, place - _LONGEST_NAME) and words[first].gap == JOINED and _leads_up(words[first - 1]):
        first -= 1
    yield from range(first, place + 1)


def _belongs_to_the_name_before(text: Text, place: int) -> bool:
    """'Van Gogh-straat', 'Nassau College'; not 'naar het college'."""
    words, word = text.words, text.words[place]
    if not place or word.gap != JOINED:
        return False
    is_school = word.plain in _SCHOOLS and word.capital and words[place - 1].capital
    return is_school or text.folded[word.at - 1] == "-"


def _leads_up(word: Word) -> bool:
    return (word.capital and len(word.plain) > 1) or word.plain in _LEADS_ON


def _behind_organisation(text: Text, place: int) -> Iterator[int]:
    """'basisschool De Linde', 'bakkerij Jansen', 'prins Willem': the names that follow."""
    words, last = text.words, place + 1
    end = min(len(words), last + _LONGEST_NAME)
    while last < end and words[last].gap == JOINED and _leads_up(words[last]):
        last += 1
    behind = words[place + 1 : last]
    # 'het boek van Noor' is by Noor; 'hotel Van der Valk' is no person.
    if behind and (behind[0].capital or behind[0].plain in _ARTICLES) and not behind[-1].shouted:
        yield from range(place + 1, last if any(other.capital for other in behind) else place + 1)
