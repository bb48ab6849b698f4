"""Names in a text that are nobody of the school: Anne Frank, Van Goghstraat, basisschool De Linde, storm Eunice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from magdit.check.text.data import word_list
from magdit.check.text.text import BROKEN, JOINED, Text, Word

_LEADS_ON = frozenset({"de", "het", "t", "van", "der", "den", "la", "le", "el"})
_ARTICLES = frozenset({"de", "het", "t"})
_LONGEST_NAME = 3


def public_places(text: Text) -> frozenset[int]:
    """The places of the words that stand inside such a name."""
    return frozenset((*_phrases(text), *_before_endings(text), *_behind_organisations(text)))


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in word_list("public_names")["phrase"] | word_list("around_names")["idiom"]:
        first, *others = phrase.split(" ")
        table.setdefault(first, []).append((first, *others))
    return table


def _phrases(text: Text) -> Iterator[int]:
    words, table = text.words, _by_first_word()
    for place, word in enumerate(words):
        for phrase in table.get(word.plain, ()):
            last = place + len(phrase)
            together = last <= len(words) and all(other.gap != BROKEN for other in words[place + 1 : last])
            if together and all(map(_says, words[place:last], phrase)):
                yield from range(place, last)


def _says(word: Word, wanted: str) -> bool:
    return word.plain in (wanted, f"{wanted}s", f"{wanted}'s")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word_list("public_names")["ending"])


def _before_endings(text: Text) -> Iterator[int]:
    """'Anne Frankschool', 'Prins Bernhardlaan', 'Van Gogh-straat': that word and the names that lead up to it."""
    words = text.words
    surnames = word_list("family_names")["surname"]
    for place, word in enumerate(words):
        if not word.plain.endswith(_endings()) or word.plain in surnames:
            continue
        is_whole = word.plain in word_list("public_names")["ending"]
        if is_whole and (not place or word.gap != JOINED or text.folded[word.at - 1] != "-"):
            continue
        if not is_whole and not word.capital:
            continue
        first = place
        while first > max(0, place - _LONGEST_NAME) and words[first].gap == JOINED and _leads_up(words[first - 1]):
            first -= 1
        yield from range(first, place + 1)


def _leads_up(word: Word) -> bool:
    return (word.capital and len(word.plain) > 1) or word.plain in _LEADS_ON


def _behind_organisations(text: Text) -> Iterator[int]:
    """'basisschool De Linde', 'bakkerij Jansen', 'prins Willem': the names that follow."""
    words, organisations = text.words, word_list("public_names")["organisation"]
    for place, word in enumerate(words):
        if word.plain not in organisations:
            continue
        last = place + 1
        while (
            last < min(len(words), place + 1 + _LONGEST_NAME) and words[last].gap == JOINED and _leads_up(words[last])
        ):
            last += 1
        behind = words[place + 1 : last]
        # 'het boek van Noor' is by Noor; 'hotel Van der Valk' is no person.
        if behind and (behind[0].capital or behind[0].plain in _ARTICLES) and not behind[-1].shouted:
            yield from range(place + 1, last if any(other.capital for other in behind) else place + 1)
