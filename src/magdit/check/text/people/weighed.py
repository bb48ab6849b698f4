"""The judgement of one hit: how sure, why, which words it covers and who it can be."""

from __future__ import annotations

from dataclasses import dataclass

from magdit.check.tables.roster import Person
from magdit.check.text.finding import Certainty
from magdit.check.text.people.around import Around
from magdit.check.text.text import Text


@dataclass(frozen=True, slots=True)
class Weighed:
    """`certainty` is about a name standing there; who it is, is open as long as `people` holds more than one.

    It covers whole words, unless `inside` says which part of them: folded[inside[0]:inside[1]].
    """

    certainty: Certainty
    code: str
    first: int
    last: int
    people: tuple[Person, ...] = ()
    inside: tuple[int, int] | None = None

    @property
    def places(self) -> range:
        """The words it covers."""
        return range(self.first, self.last + 1)

    def span(self, text: Text) -> tuple[int, int]:
        """The place in `text.folded`."""
        first, last = text.words[self.first], text.words[self.last]
        return self.inside or (first.at, last.at + len(last.plain))


def judged(
    around: Around, certainty: Certainty, code: str, *, first: int | None = None, last: int | None = None,
    people: tuple[Person, ...] | None = None,
) -> Weighed:  # fmt: skip
    """The words of the hit, unless it was found to reach further."""
    hit = around.hit
    who = hit.people if people is None else people
    inside = (hit.start, hit.end) if hit.kind == "glued" else None
    return Weighed(
        certainty, code, hit.first if first is None else first, hit.last if last is None else last, who, inside
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """The same for a name that is only part of a word, or written with signs between: folded[start:end]."""

    start: int
    end: int
    place: int  # index in text.words of its first word
    certainty: Certainty
    code: str
    people: tuple[Person, ...] = ()
