"""An act as values: what someone wants to do, who is in it, and what was granted. Unknown is not none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

FactValue = bool | int | float | str | tuple[str, ...] | date | datetime


class _Missing:
    """A fact nobody told; never equal to no, none or empty."""

    def __repr__(self) -> str:
        return "onbekend"


MISSING: Final = _Missing()


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer of one giver: an attribute that is None was not told. `used`: a yes for once has served already."""

    by: str
    state: str
    on: date | None = None
    form: str | None = None
    covers: tuple[str, ...] | None = None
    channels: tuple[str, ...] | None = None
    until: date | None = None
    authority: str | None = None
    giver: str | None = None
    used: bool | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone shown, described or met. `consents` None is unknown, () is: nobody answered.

    `agreed` names requirements whose yes is supposed, on a route that asks for it; no act is told with it.
    """

    facts: Mapping[str, FactValue]
    consents: tuple[Consent, ...] | None = None
    consent: str | None = None
    flags: frozenset[str] = frozenset()
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    agreed: frozenset[str] = frozenset()

    @property
    def label(self) -> str | None:
        """The name the act gives this person, if any."""
        name = self.facts.get("naam")
        return name if isinstance(name, str) else None


@dataclass(frozen=True, slots=True)
class Grant:
    """A leave given, asked or refused (`akkoord`); without `what` it is about this very act."""

    by: str
    state: str
    what: str | None = None
    to: tuple[str, ...] | None = None
    start: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """An explicit objection by someone in a role."""

    by: str
    what: str | None = None
    state: str = "gegeven"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A norm 'in principle' that was knowingly set aside, with the reason kept."""

    clause: str
    reason: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act. A fact that is not in `facts` is unknown; `people[...]` None is unknown, () is nobody."""

    facts: Mapping[str, FactValue]
    people: Mapping[str, tuple[Person, ...] | None] = field(default_factory=dict)
    grants: tuple[Grant, ...] | None = None
    objections: tuple[Objection, ...] | None = None
    deviations: tuple[Deviation, ...] = ()
    done: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    sources: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    id: str | None = None

    @property
    def moment(self) -> date | datetime | None:
        """When it happens, as far as told: a day, or a day and hour."""
        value = self.facts.get("moment")
        return value if isinstance(value, date) else None

    def with_fact(self, name: str, value: FactValue) -> Act:
        """The same act with one fact told otherwise."""
        return self._with({**self.facts, name: value}, self.people)

    def with_person(self, group: str, index: int, person: Person) -> Act:
        """The same act with one person told otherwise."""
        people = list(self.people.get(group) or ())
        people[index] = person
        return self._with(self.facts, {**self.people, group: tuple(people)})

    def _with(self, facts: Mapping[str, FactValue], people: Mapping[str, tuple[Person, ...] | None]) -> Act:
        """As `replace` does, without looking up what else there is: acts are supposed otherwise by the dozen."""
        records = self.grants, self.objections, self.deviations
        return Act(facts, people, *records, self.done, self.flags, self.sources, self.id)


def day_of(moment: date | datetime) -> date:
    """The calendar day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def age_on(day: date, born: date) -> int:
    """Whole years on a day; a birthday counts from its first minute. Someone of 29 February has it on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def school_year(day: date) -> int:
    """The year in which the school year of this day began (1 August to 31 July)."""
    return day.year if day.month >= 8 else day.year - 1
