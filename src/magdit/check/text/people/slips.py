"""Names of the roster with a slip in them: 'Nor van Dijk', 'Noor van Dyk', Thymen for Thijmen, Aalyiah for Aaliyah.

One letter too many, too few, other or swapped, or another spelling of the same sound. Never certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from magdit.check.tables.roster import Person
from magdit.check.text.data import word_list
from magdit.check.text.people.forms import plain, surnames
from magdit.check.text.people.index import Index
from magdit.check.text.people.known import first_names, is_compound
from magdit.check.text.people.shapes import is_no_name
from magdit.check.text.people.weighed import Weighed
from magdit.check.text.text import Text

_SHORTEST_ALONE = 5  # 'Nor' by itself can be anything; with the surname behind it, it is Noor
_MANY, _SHORTEST_AMONG_MANY = 1_500, 7  # among thousands of names a short word is near one by chance
_SHORTEST_WITH_SURNAME = 3
_SHORTEST_SURNAME = 5
_SOUNDS = (
    ("ij", "y"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oe", "u"),
    ("j", "y"),
    ("ch", "g"),
    ("c", "k"),
    ("h", ""),
    ("z", "s"),
)


def slipped(text: Text, index: Index, taken: frozenset[int]) -> Iterator[Weighed]:
    """First names that nobody has, one slip away from someone's."""
    for place, word in enumerate(text.words):
        if len(word.plain) < (_SHORTEST_ALONE if word.capital else _SHORTEST_AMONG_MANY) or place in taken:
            continue
        if word.shouted or not _is_strange(word.plain) or not _is_long(word.plain, index):
            continue
        numbers = _near(word.plain, index)
        if numbers:
            yield Weighed("mogelijk", "roster_slip", place, place, tuple(index.people[n] for n in numbers))


def with_slip(weighed: Weighed, text: Text) -> Weighed:
    """The same judgement with only those people whose surname is nearly the one that stands there."""
    if weighed.code != "other_surname":
        return weighed
    tail = " ".join(word.plain for word in text.words[weighed.first + 1 : weighed.last + 1])
    who = tuple(person for person in weighed.people if _is_near_surname(tail, person))
    return Weighed(weighed.certainty, "roster_slip", weighed.first, weighed.last, who) if who else weighed


def people_nearly_called(written: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Those of these people whose first name is one slip away from what stands before their surname."""
    if len(written) < _SHORTEST_WITH_SURNAME:
        return ()
    return tuple(person for person in people if any(_is_near(written, name) for name in _givens(person)))


def _givens(person: Person) -> tuple[str, ...]:
    return tuple(name for name in (plain(person.first), plain(person.called)) if name)


def _is_near(written: str, name: str) -> bool:
    same_start = written[0] == name[0] and len(name) >= _SHORTEST_WITH_SURNAME
    return same_start and OSA.distance(written, name, score_cutoff=1) == 1


def _is_near_surname(tail: str, person: Person) -> bool:
    if len(tail) < _SHORTEST_SURNAME:
        return False
    spelled = [surname.words for surname in surnames(person)]
    return any(OSA.distance(tail, words, score_cutoff=1) < 2 or _sound(tail) == _sound(words) for words in spelled)


def _is_long(word: str, index: Index) -> bool:
    return len(word) >= (_SHORTEST_ALONE if len(index.by_given) < _MANY else _SHORTEST_AMONG_MANY)


@lru_cache(maxsize=1 << 13)
def _is_strange(word: str) -> bool:
    """Letters that make no word, no title and no first name that we know."""
    if not word.isalpha() or word in first_names() or word in word_list("around_names")["title"]:
        return False
    return not is_no_name(word) and not is_compound(word)


def _near(word: str, index: Index) -> tuple[int, ...]:
    """All whose first name starts the same and differs in one letter, or sounds the same."""
    near = (other for length in (-1, 0, 1) for other in _alike(index).get((word[0], len(word) + length), ()))
    found = {number for other in near if _is_near(word, other) for number in index.by_given[other]}
    return tuple(sorted(found | set(_sounding(index).get(_sound(word), ()))))


@lru_cache(maxsize=4)
def _alike(index: Index) -> dict[tuple[str, int], list[str]]:
    """First names by first letter and length: a slip is seldom in the first letter."""
    table: dict[tuple[str, int], list[str]] = {}
    for given in index.by_given:
        table.setdefault((given[0], len(given)), []).append(given)
    return table


@lru_cache(maxsize=4)
def _sounding(index: Index) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for given, numbers in index.by_given.items():
        if len(given) >= _SHORTEST_ALONE:
            table.setdefault(_sound(given), []).extend(numbers)
    return table


def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word)
