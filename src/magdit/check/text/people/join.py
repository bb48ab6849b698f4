"""Which parts of names stand together as one person: first name and surname, in either order, apart or glued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from magdit.check.tables.roster import Person
from magdit.check.text.people.forms import plain
from magdit.check.text.people.index import Index, Part
from magdit.check.text.text import BROKEN, JOINED, Text

Kind = Literal[
    "full", "listed", "glued", "initialled", "given", "given_inflected", "given_nick", "given_small", "surname"
]
_GLUED_AT_LEAST = 7  # shorter ones stand in ordinary words too; as a word of their own they count


class Hit(NamedTuple):  # a tuple, as there are some of them in every text: half the time of a dataclass
    """A way to write someone that stands in the text: folded[start:end], the words it covers, and who it can be."""

    kind: Kind
    first: int  # index in text.words
    last: int
    start: int  # offset in text.folded
    end: int
    people: tuple[Person, ...]


def hits(text: Text, index: Index) -> Iterator[Hit]:
    """Every person the text may name, overlapping readings too."""
    parts = list(index.parts(text))
    families = _by_start(part for part in parts if part.kind in ("surname", "last"))
    firsts = _by_start(part for part in parts if part.kind in ("given", "given_nick"))
    for part in parts:
        if part.kind == "glued":
            yield from _glued(text, part, index)
        elif part.kind != "last":
            yield _hit(text, part.kind, (part.start, part.end), index.people_of(part.who))
        if part.kind in ("given", "given_nick"):
            yield from _full(text, part, families, index)
        elif part.kind in ("surname", "last"):
            yield from _listed(text, part, firsts, index)


def _by_start(parts: Iterable[Part]) -> dict[int, list[Part]]:
    starts: dict[int, list[Part]] = {}
    for part in parts:
        starts.setdefault(part.start, []).append(part)
    return starts


def _full(text: Text, given: Part, families: dict[int, list[Part]], index: Index) -> Iterator[Hit]:
    """'Noor van Dijk', 'Noor Dijk'."""
    place = given.end + 1
    for family in families.get(place, ()):
        who = given.who & family.who
        if who and text.words[place].gap == JOINED:
            yield _hit(text, "full", (given.start, family.end), index.people_of(who))


def _listed(text: Text, family: Part, firsts: dict[int, list[Part]], index: Index) -> Iterator[Hit]:
    """'Dijk, Noor van', 'van Dijk, Noor', 'Dijk Noor'."""
    place = family.end + 1
    for given in firsts.get(place, ()):
        who = given.who & family.who
        if who and text.words[place].gap != BROKEN:
            end = _infix_behind(text, given.end, index.people_of(who)) if family.kind == "last" else given.end
            yield _hit(text, "listed", (family.start, end), index.people_of(who))


def _infix_behind(text: Text, place: int, people: tuple[Person, ...]) -> int:
    """The last word of the infix that a list puts behind the first name, or `place` when there is none."""
    for person in people:
        infix = plain(person.infix).split(" ")
        behind = text.words[place + 1 : place + 1 + len(infix)]
        if [word.plain for word in behind] == infix and all(word.gap == JOINED for word in behind):
            return place + len(infix)
    return place


def _glued(text: Text, part: Part, index: Index) -> Iterator[Hit]:
    """'#noorvandijk', '#hoeranoorvandijk', 'nvandijk': the surname inside a word, with this person's name before it."""
    word = text.words[part.start]
    lead, behind = (
        text.spoken[word.spoken_at : part.inside],
        word.spoken_at + len(word.plain) - part.inside - part.length,
    )
    if not lead or behind < 0:
        return
    start = word.at + part.inside - word.spoken_at
    for cut in range(len(lead)):
        name = lead[cut:]
        who = part.who.intersection(index.by_given.get(name, ()))
        is_whole = cut == 0 and behind == 0
        if who and (is_whole or len(name) + part.length >= _GLUED_AT_LEAST):
            people = index.people_of(frozenset(who))
            yield Hit("glued", part.start, part.start, start - len(name), start + part.length, people)
    if len(lead) > 1:
        return
    initialled = frozenset(n for n in part.who if lead in {given[0] for given in index.givens[n]})
    if initialled and behind == 0 and part.length >= _GLUED_AT_LEAST - 1:
        yield _hit(text, "initialled", (part.start, part.start), index.people_of(initialled))


def _hit(text: Text, kind: Kind, words: tuple[int, int], people: tuple[Person, ...]) -> Hit:
    first, last = words
    end = text.words[last].at + len(text.words[last].plain)
    return Hit(kind, first, last, text.words[first].at, end, people)
