"""Where the plain reader stands: an act, the protocol it is read under, and perhaps one person of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from magdit.norms.act import Act, Person
from magdit.norms.catalogue import Catalogue
from magdit.norms.conditions.tree import Node
from magdit.norms.model import Definition, Pack
from magdit.norms.truth import Truth


@dataclass(frozen=True)
class View:
    """One act under one pack. `person` is the one in view inside `per`, `iemand` and `ieder`.

    `allows` answers what a condition cannot know by itself: whether other clauses allow this act. `weigh` is how a
    condition is weighed, for those who only hold its tree.
    """

    pack: Pack
    catalogue: Catalogue
    act: Act
    allows: Callable[[str, View], Truth]
    weigh: Callable[[Node, View], Truth]
    person: Person | None = None
    group: str | None = None
    place: int | None = None

    def each(self, group: str) -> tuple[View, ...] | None:
        """The act seen from each person of a group; None when nobody told who is there."""
        people = self.act.people.get(group)
        if people is None:
            return None
        return tuple(replace(self, person=one, group=group, place=place) for place, one in enumerate(people))

    def of_a_stranger(self, group: str) -> View:
        """The act seen from a person of whom nothing is known."""
        return replace(self, person=Person(facts={}), group=group, place=None)

    def of_the_whole(self) -> View:
        """The act with nobody in view."""
        return replace(self, person=None, group=None, place=None)

    def is_true(self, condition: Node) -> Truth:
        """Whether a condition is true as seen from here."""
        return self.weigh(condition, self)

    def is_flagged(self, fact: str) -> bool:
        """Whether someone raised this fact without answering it."""
        return fact in self.act.flags or (self.person is not None and fact in self.person.flags)

    def definitions(self, word: str) -> tuple[Definition, ...]:
        """What the protocol itself says a word means."""
        return tuple(definition for definition in self.pack.definitions if definition.word == word)
