"""A closed list of words with their place in a family tree. Knows words; knows no norms and no schools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its code, what a Dutch reader sees, the English pair, the wider words above it, and other spellings."""

    code: str
    dutch: str
    english: str
    within: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class UnknownWord(ValueError):
    """A word that is not on the list; carries the list's name and the nearest words that are."""

    def __init__(self, vocabulary: str, given: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"{vocabulary}: {given}")
        self.vocabulary, self.given, self.nearest = vocabulary, given, nearest


@dataclass(frozen=True)
class Vocabulary:
    """The words of one kind (roles, media, …). A pack may add its own; the list itself never changes in place."""

    name: str
    words: tuple[Word, ...]
    _codes: dict[str, str] = field(init=False, repr=False, compare=False)
    _below: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    _above: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        codes = {spelling: word.code for word in self.words for spelling in (word.code, *word.also)}
        above = {word.code: frozenset(self._climb(word.code)) for word in self.words}
        below = {
            word.code: frozenset(other for other, wider in above.items() if word.code in wider) for word in self.words
        }
        object.__setattr__(self, "_codes", codes)
        object.__setattr__(self, "_above", above)
        object.__setattr__(self, "_below", below)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __contains__(self, spelling: object) -> bool:
        return spelling in self._codes

    def code(self, spelling: str) -> str:
        """The code behind a spelling ("leraar" -> "leerkracht"); raises UnknownWord with the nearest ones."""
        found = self._codes.get(spelling) or self._codes.get(_folded(spelling))
        if found is None:
            raise UnknownWord(self.name, spelling, self.nearest(spelling))
        return found

    def nearest(self, spelling: str) -> tuple[str, ...]:
        """Up to three known codes that look like this spelling, best first."""
        close = get_close_matches(_folded(spelling), list(self._codes), n=6, cutoff=0.5)
        return tuple(dict.fromkeys(self._codes[match] for match in close))[:3]

    def below(self, code: str) -> frozenset[str]:
        """The word itself and every narrower word."""
        return self._below[code] | {code}

    def above(self, code: str) -> frozenset[str]:
        """Every wider word, without the word itself."""
        return self._above[code]

    def dutch(self, code: str) -> str:
        """What a reader sees for this code."""
        return next(word.dutch for word in self.words if word.code == code)

    def widened(self, more: Iterable[Word]) -> Vocabulary:
        """The same list with a pack's own words added."""
        return Vocabulary(self.name, self.words + tuple(more))

    def _climb(self, code: str) -> Iterator[str]:
        by_code = {word.code: word for word in self.words}
        seen: set[str] = set()
        waiting = list(by_code[code].within)
        while waiting:
            wider = waiting.pop()
            if wider in seen or wider not in by_code:
                continue
            seen.add(wider)
            waiting.extend(by_code[wider].within)
        return iter(seen - {code})


def _folded(spelling: str) -> str:
    return spelling.strip().casefold().replace(" ", "_").replace("-", "_")
