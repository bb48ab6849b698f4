"""All first names and surnames of one roster in one automaton: a text is read once, however long the roster is.

Only the parts of names are kept; which parts stand together as one person is for `join.py`. So a school of thousands
costs as many spellings as it has different names, not as many as it has pupils.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import ahocorasick  # type: ignore[import-not-found]  # a C extension without types; only this file sees it

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.people.forms import givens, glued_surname, owned, plain, small, surnames
from magdit.check.text.people.nicknames import nicknames
from magdit.check.text.text import Text

PartKind = Literal["given", "given_inflected", "given_nick", "given_small", "surname", "last", "glued"]
_Keys = list[tuple[str, PartKind]]
_GLUED_AT_LEAST = 3
_KEPT = 256


class Part(NamedTuple):  # a tuple, as there are some of them in every text: half the time of a dataclass
    """A part of a name that stands in the text: which words, and whose it can be (numbers of people on the roster).

    `last` is a surname without its infix, which means nobody by itself. `glued` lies within one word, from `inside`.
    """

    kind: PartKind
    start: int  # index in text.words
    end: int  # index in text.words, the last word included
    who: frozenset[int]
    inside: int = 0  # of a glued part: where in `spoken` it starts
    length: int = 0


class Index:
    """The automaton of one roster. Built once per roster; a changed roster is a new Roster and gets a new one."""

    def __init__(self, roster: Roster) -> None:
        self.people: tuple[Person, ...] = roster.people
        self.givens: tuple[tuple[str, ...], ...] = tuple(givens(person) for person in roster)
        self.by_given = _by_given(self.givens)
        spelled: dict[str, dict[PartKind, set[int]]] = {}
        for keys, who in (*self._of_givens(), *self._of_surnames()):
            for key, kind in keys:
                spelled.setdefault(key, {}).setdefault(kind, set()).update(who)
        self._automaton = ahocorasick.Automaton()
        for key, kinds in spelled.items():
            self._automaton.add_word(key, (len(key), [(kind, frozenset(who)) for kind, who in kinds.items()]))
        if spelled:
            self._automaton.make_automaton()
        self._is_empty = not spelled
        self._kept: dict[frozenset[int], tuple[Person, ...]] = {}

    def people_of(self, who: frozenset[int]) -> tuple[Person, ...]:
        """These people in the order of the roster. Kept for the names that are met often: 'Noor' can be hundreds."""
        if who not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[who] = tuple(self.people[number] for number in sorted(who))
        return self._kept[who]

    def parts(self, text: Text) -> Iterator[Part]:
        """Every part of a name in the text, overlapping ones too."""
        if self._is_empty or not text.words:
            return
        read = list(self._automaton.iter(text.spoken))
        if not read:
            return
        starts = {word[2]: place for place, word in enumerate(text.words)}
        for last_sign, (length, kinds) in read:
            for kind, who in kinds:
                if kind == "glued":
                    begin = last_sign + 1 - length
                    if text.spoken[begin - 1] == " ":  # nothing before it in its word
                        continue
                    place = _word_around(text, begin)
                    yield Part(kind, place, place, who, inside=begin, length=length)
                else:
                    begin = last_sign + 2 - length
                    more = text.spoken.count(" ", begin, last_sign)  # the words of a name hang together
                    yield Part(kind, starts[begin], starts[begin] + more, who)

    def _of_givens(self) -> Iterator[tuple[_Keys, list[int]]]:
        """Each different first name once, with everyone who has it."""
        for given, who in self.by_given.items():
            yield _given_keys(given), who

    def _of_surnames(self) -> Iterator[tuple[_Keys, list[int]]]:
        """Each different surname with its infix once, with everyone who has it."""
        shared: dict[tuple[str, str], list[int]] = {}
        for number, person in enumerate(self.people):
            if plain(person.last):
                shared.setdefault((person.infix, person.last), []).append(number)
        for who in shared.values():
            yield _surname_keys(self.people[who[0]]), who


def _by_given(givens_of: tuple[tuple[str, ...], ...]) -> dict[str, list[int]]:
    shared: dict[str, list[int]] = {}
    for number, names in enumerate(givens_of):
        for given in names:
            shared.setdefault(given, []).append(number)
    return shared


def _given_keys(given: str) -> _Keys:
    return [
        (f" {given} ", "given"),
        *((f" {short} ", "given_nick") for short in nicknames(given)),
        *((f" {form} ", "given_inflected") for form in owned(given)),
        *((f" {form} ", "given_small") for form in small(given)),
    ]


def _surname_keys(person: Person) -> _Keys:
    keys: _Keys = []
    for place, surname in enumerate(surnames(person)):
        kind: PartKind = "surname" if surname.whole else "last"
        keys.append((f" {surname.words} ", kind))
        if place == 0 or not surname.whole:  # nobody writes "v.d. Bergs"
            keys += [(f" {form} ", kind) for form in owned(surname.words)]
    glued = glued_surname(person)
    return [*keys, (glued, "glued")] if len(glued) >= _GLUED_AT_LEAST else keys


def _word_around(text: Text, spoken_at: int) -> int:
    low, high = 0, len(text.words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text.words[middle].spoken_at <= spoken_at else (low, middle - 1)
    return low


@lru_cache(maxsize=8)
def index_of(roster: Roster) -> Index:
    """The automaton of this roster, made the first time it is asked for."""
    return Index(roster)
