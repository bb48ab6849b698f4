"""All spellings of all people of one roster in one automaton: a text is read once, however long the roster is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick  # type: ignore[import-not-found]  # a C extension without types; only this file sees it

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.people.forms import Kind, forms
from magdit.check.text.text import Text


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling that stands in the text: folded[start:end], the words it covers, and whose spelling it is."""

    kind: Kind
    first: int  # index in text.words
    last: int
    start: int  # offset in text.folded
    end: int
    people: tuple[Person, ...]


_Entry = tuple[int, dict[Kind, tuple[Person, ...]]]


class Index:
    """The automaton of one roster. Built once per roster; a changed roster is a new Roster and gets a new one."""

    def __init__(self, roster: Roster) -> None:
        spelled: dict[str, dict[Kind, dict[str, Person]]] = {}
        for person in roster:
            for form in forms(person):
                key = form.words if form.kind == "glued" else f" {form.words} "
                spelled.setdefault(key, {}).setdefault(form.kind, {})[person.id] = person
        self._automaton = ahocorasick.Automaton()
        for key, kinds in spelled.items():
            self._automaton.add_word(key, (len(key), {kind: tuple(who.values()) for kind, who in kinds.items()}))
        if spelled:
            self._automaton.make_automaton()
        self._is_empty = not spelled

    def hits(self, text: Text) -> Iterator[Hit]:
        """Every spelling in the text, overlapping ones too, in the order in which they end."""
        if self._is_empty or not text.words:
            return
        starts = {word.spoken_at: place for place, word in enumerate(text.words)}
        ends = {word.spoken_at + len(word.plain): place for place, word in enumerate(text.words)}
        for last_sign, entry in self._automaton.iter(text.spoken):
            length, kinds = entry
            for kind, people in kinds.items():
                if kind == "glued":
                    yield from self._inside_a_word(text, last_sign + 1 - length, last_sign + 1, people)
                    continue
                first, last = starts[last_sign + 2 - length], ends[last_sign]
                at = text.words[last].at + len(text.words[last].plain)
                yield Hit(kind, first, last, text.words[first].at, at, people)

    @staticmethod
    def _inside_a_word(text: Text, start: int, end: int, people: tuple[Person, ...]) -> Iterator[Hit]:
        place = _word_around(text, start)
        word = text.words[place]
        if word.spoken_at <= start and end <= word.spoken_at + len(word.plain):
            begin = word.at + start - word.spoken_at
            yield Hit("glued", place, place, begin, begin + end - start, people)


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
