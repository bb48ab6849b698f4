"""One act while it is being judged: the facts, the person in view, and what was worked out already.

A situation may be supposed on top of another one; what does not read a fact that differs is then not worked out again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from magdit.norms.act import MISSING, Act, FactValue, Person, _Missing, age_on, day_of, school_year
from magdit.norms.differing import differing


class Situation:
    """The act and, inside a `per` norm, one person of it. The memo is shared between persons of one act."""

    __slots__ = ("act", "before", "changed", "group", "index", "memo", "person")

    def __init__(
        self,
        act: Act,
        memo: dict[Any, Any] | None = None,
        *,
        person: Person | None = None,
        group: str | None = None,
        index: int | None = None,
        before: Situation | None = None,
        changed: frozenset[str] = frozenset(),
    ) -> None:
        self.act, self.person, self.group, self.index = act, person, group, index
        self.memo: dict[Any, Any] = {} if memo is None else memo
        self.before, self.changed = before, changed

    def about(self, group: str, index: int, person: Person) -> Situation:
        """The same act with this person in view."""
        return Situation(
            self.act, self.memo, person=person, group=group, index=index, before=self.before, changed=self.changed
        )

    def each(self, group: str) -> tuple[Situation, ...] | None:
        """The same act with each person of a group in view; None when it is unknown who they are."""
        people = self.act.people.get(group)
        if people is None:
            return None
        known: tuple[Situation, ...] | None = self.memo.get(group)
        if known is None:
            known = self.memo[group] = tuple(self.about(group, index, one) for index, one in enumerate(people))
        return known

    def someone(self) -> Situation:
        """The same act with an unknown person in view: nothing of them is told."""
        return Situation(
            self.act, self.memo, person=NOBODY_KNOWN, index=NOBODY_YET, before=self.before, changed=self.changed
        )

    def whole(self) -> Situation:
        """The same act with nobody in view."""
        if self.index is None:
            return self
        return Situation(self.act, self.memo, before=self.before, changed=self.changed)

    def supposing(self, act: Act, changed: frozenset[str] | None = None) -> Situation:
        """Another act, most of which is as in this one; `changed`: where they differ, if that is known."""
        return Situation(act, before=self, changed=differing(self.act, act) if changed is None else changed)

    def recalled(self, place: object, reads: frozenset[str]) -> Any:
        """What was worked out for this place, here or before the change if the change left its facts alone; or None."""
        found = self.memo.get(place)
        if found is None and self.before is not None and self.still(reads):
            found = self.before.memo.get(place)
        return found

    def still(self, reads: frozenset[str]) -> bool:
        """Whether all these facts are as before the change; of people, also whether they are the same people."""
        return self.before is not None and self.group not in self.changed and reads.isdisjoint(self.changed)

    def value(self, name: str, *, per_person: bool) -> FactValue | _Missing:
        """What was told about this fact, or MISSING."""
        if not per_person:
            return self.act.facts.get(name, MISSING)
        if self.person is None:
            return MISSING
        if name == "leeftijd":
            return _age(self)
        return self.person.facts.get(name, MISSING)

    def is_flagged(self, name: str) -> bool:
        """Whether a finder or a person raised this for the act or for the person in view."""
        return name in self.act.flags or (self.person is not None and name in self.person.flags)


def teller(name: str, *, per_person: bool) -> Callable[[Situation], FactValue | _Missing]:
    """What `Situation.value` says of one fact, made ready to be asked many times."""
    if not per_person:
        return lambda situation: situation.act.facts.get(name, MISSING)
    if name == "leeftijd":
        return _age
    return lambda situation: (situation.person or NOBODY_KNOWN).facts.get(name, MISSING)


def _age(situation: Situation) -> FactValue | _Missing:
    """The age on the day of the act, from the birth date if told, else as told."""
    facts = (situation.person or NOBODY_KNOWN).facts
    born = facts.get("geboortedatum")
    if isinstance(born, date) and (moment := situation.act.moment) is not None:
        return age_on(day_of(moment), born)
    return facts.get("leeftijd", MISSING)


NOBODY_KNOWN = Person(facts={})
NOBODY_YET = -1


def school_year_of(act: Act) -> str | _Missing:
    """The school year of the act, such as "2025-2026"."""
    if act.moment is None:
        return MISSING
    year = school_year(day_of(act.moment))
    return f"{year}-{year + 1}"
