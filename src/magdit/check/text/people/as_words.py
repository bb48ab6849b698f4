"""Names that a sentence uses as a word: 'Victor is Latijn voor winnaar', 'Willem II', 'tenor en bas', 'max. twee'.

Nobody is meant there, whatever stands on the roster. Each rule looks at the few words that can start it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from magdit.check.text.data import word_list
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.text import COMMA, JOINED, Text, Word

_CUES = word_list("around_names")
_SERIES = ("voices", "instruments", "spelling", "supermarkets")
_AHEAD = 5
_FOR_SOMEONE = frozenset({"veel", "alles", "heel", "zoveel", "niets", "meer"})


def used_as_words(text: Text) -> Iterator[int]:
    """The places of such words."""
    triggers, words = _triggers(), text.words
    if triggers.keys().isdisjoint(text.plains):
        return
    if text.plains.isdisjoint(triggers):
        return
    for place in [at for at, word in enumerate(words) if word.plain in triggers]:
        word = words[place]
        rule = triggers[word.plain]
        if rule == "series":
            if _is_in_a_series(text, place):
                yield place
        elif rule == "most":
            if _is_at_most(text, place):
                yield place
        elif place and word.gap == JOINED:
            yield from _before(text, place, rule)


@cache
def _triggers() -> dict[str, str]:
    table = {word: "series" for series in _SERIES for word in _CUES[series]}
    for rule in ("defines", "numbered", "wanted"):
        table |= dict.fromkeys(_CUES[rule], rule)
    return table | {"max": "most"}


def _before(text: Text, place: int, rule: str) -> Iterator[int]:
    if rule == "numbered":
        if _is_numbered(text, place):
            yield from (place - 1, place)
    elif rule == "wanted":
        yield from _asked_for(text, place)
    elif _is_defined(text, place):
        yield place - 1


def _is_defined(text: Text, place: int) -> bool:
    """'is een oud woord voor', 'betekent maan', 'bestaat niet', 'staat in het woordenboek'."""
    verb, behind = text.words[place].plain, [word.plain for word in _joined_behind(text, place)]
    if not behind:
        return False
    if verb in ("betekent", "betekende", "means"):
        return behind[0] not in _FOR_SOMEONE
    if verb == "bestaat":
        return behind[0] == "niet"
    if verb == "staat":
        if behind[0] == "voor" and len(behind) == 2:  # 'SAM staat voor samen, actief'
            at = place + 1 + len(behind)
            return at < len(text.words) and text.words[at].gap == COMMA and not text.words[at - 1].capital
        return behind[0] == "in" and any(word.endswith(("alfabet", "woordenboek")) for word in behind)
    if "voor" in behind[1:3] and behind[behind.index("voor") - 1] in _CUES["language"]:
        return True
    if behind[0] not in ("een", "het", "de", "ook", "a", "an", "the"):
        return False
    noun = next((at for at, word in enumerate(behind) if word in _CUES["definition"]), None)
    return noun is not None and not {"aan", "kwijt", "vergeten"} & set(behind[noun + 1 :])


def _joined_behind(text: Text, place: int) -> Iterator[Word]:
    for word in text.words[place + 1 : place + 1 + _AHEAD]:
        if word.gap != JOINED:
            return
        yield word


def _is_numbered(text: Text, place: int) -> bool:
    """'Willem II', 'Karel V': a prince or a club. 'Karel V.' is a boy."""
    name, number = text.words[place - 1], text.words[place]
    if not (name.capital and number.capital):
        return False
    is_initial = text.folded[number.at + len(number.plain) :][:1] == "."
    return len(number.plain) > 1 or (name.plain in _CUES["princes"] and not is_initial)


def _asked_for(text: Text, place: int) -> Iterator[int]:
    """'Bas gezocht', 'bas, gitaar en drums gezocht': back to where the sentence starts."""
    at = place - 1
    while at >= 0:
        word = text.words[at]
        if commonness(word.plain) is Commonness.NAME and word.plain not in ("en", "of"):
            return
        if commonness(word.plain) >= Commonness.SELDOM:
            yield at
        if word.opens or not (word.gap == COMMA or "en" in (word.plain, text.words[at - 1].plain)):
            return
        at -= 1


def _is_in_a_series(text: Text, place: int) -> bool:
    """'tenor en bas', 'Jumbo, Dirk', 'Oscar, Papa, Quebec': beside another of its kind that is no first name."""
    words, plain = text.words, text.words[place].plain
    for series in _SERIES:
        kind = _CUES[series]
        if plain not in kind:
            continue
        if series == "supermarkets" and place and words[place - 1].plain == "de" and words[place].capital:
            return True
        present = {word.plain for word in words} & kind
        if len(present - {plain}) > 1 and text.folded[words[place].at + len(plain) :][:1] == ":":
            return True
        if len(present) > 1 + (series == "spelling") and any(words[at].plain in kind for at in _beside(text, place)):
            return True
    return False


def _beside(text: Text, place: int) -> Iterator[int]:
    words = text.words
    if place and words[place].gap == COMMA:
        yield place - 1
    elif place > 1 and words[place - 1].plain in ("en", "of"):
        yield place - 2
    if place + 1 < len(words) and words[place + 1].gap == COMMA:
        yield place + 1
    elif place + 2 < len(words) and words[place + 1].plain in ("en", "of"):
        yield place + 2


def _is_at_most(text: Text, place: int) -> bool:
    """'max. twee per persoon', 'max twee'."""
    words, behind = text.words, place + 1
    if behind >= len(words) or words[behind].capital:
        return False
    return text.folded[words[place].at + 3 :][:1] == "." or words[behind].plain in _CUES["numeral"]
