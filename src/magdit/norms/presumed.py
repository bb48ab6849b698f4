"""What was not asked because it counts as usual until told, and would change the outcome if it were told otherwise.

A verdict may rest on presumptions (docs/decisions/0004): hurtful counts as no until someone says yes. Who is asked for
a verdict can be asked for those too, all at once, and only for those on which this verdict hangs.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from magdit.norms.act import Act, FactValue, Person
from magdit.norms.catalogue import Fact
from magdit.norms.combine import Says
from magdit.norms.examples.telling import telling, with_people
from magdit.norms.judge import Book, outcome_of
from magdit.norms.questions import OPEN
from magdit.norms.situation import Situation
from magdit.norms.trying import DUTY, Subject, answers_to, possible_values

FILLED_IN = 64
SHARES = (0.3, 0.6, 1.0)  # of what was not told; some things count only while others are not told
CLOCK = frozenset({"moment", "naam", "geboortedatum"})


@dataclass(frozen=True, slots=True)
class Presumed:
    """Yes/no facts with the answer they count as now, and subjects that must be asked as a question of their own."""

    usual: tuple[tuple[str, bool], ...] = ()
    subjects: tuple[Subject, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.usual or self.subjects)


def presumed(book: Book, act: Act, known: Set[Subject] = frozenset()) -> Presumed:
    """On which untold facts the outcome still hangs; `known` was asked already. First each alone, then together."""
    alone = _each_alone(book, act, known)
    return alone or _together(book, act, known)


def _each_alone(book: Book, act: Act, known: Set[Subject]) -> Presumed:
    now = _sign(book, act)
    usual: list[tuple[str, bool]] = []
    subjects: list[Subject] = []
    for subject, fact in _untold(book, act, known):
        if fact.asked == "bij_vlag":
            if _sign(book, replace(act, flags=act.flags | {fact.name})) != now:
                usual.append((fact.name, fact.assumed))
            continue
        changing = [answered for answered in answers_to(book, act, subject) if _sign(book, answered) != now]
        if len(changing) == 1 and fact.kind == "ja_nee" and subject.index is None:
            usual.append((fact.name, changing[0].facts[fact.name] is False))
        elif changing:
            subjects.append(subject)
    subjects += [
        subject
        for subject in _duties(book, known)
        if any(_sign(book, answered) != now for answered in answers_to(book, act, subject))
    ]
    return Presumed(tuple(usual), tuple(subjects))


def _duties(book: Book, known: Set[Subject]) -> Iterator[Subject]:
    """What must come first, also where it is in doubt whether it must: done is done, and then no doubt is left."""
    for ready in (ready for pack in book.packs for ready in pack.duties):
        subject = Subject(f"{DUTY}{ready.duty.id}")
        if ready.duty.beforehand and ready.duty.force == "moet" and subject not in known:
            yield subject


def _together(book: Book, act: Act, known: Set[Subject]) -> Presumed:
    """Fill in all that was not told in many ways; of one that changes the outcome, the least that does is asked."""
    now = outcome_of(book.packs, Situation(act)).value
    untold = list(_untold(book, act, known))
    # The same ways for the same act: what is asked may not depend on chance.
    chance = random.Random(len(untold))  # noqa: S311  nothing secret: only a spread of examples
    for _ in range(FILLED_IN):
        share = chance.choice(SHARES)
        way = tuple(_filled(book, subject, fact, chance) for subject, fact in untold if chance.random() < share)
        if _value_after(book, act, way) != now:
            return _least(book, act, way, now)
    return Presumed()


@dataclass(frozen=True, slots=True)
class _Filled:
    """One thing filled in: a value, or for a list of people who is in it."""

    subject: Subject
    value: FactValue | None
    people: tuple[Person, ...] | None = None

    def into(self, act: Act) -> Act:
        if self.people is not None:
            return with_people(act, self.subject.fact, self.people)
        return act if self.value is None else telling(act, self.subject.fact, self.value, self.subject.place)


def _filled(book: Book, subject: Subject, fact: Fact, chance: random.Random) -> _Filled:
    """One of the values of a fact; in a list of people somebody of whom everything is known."""
    if fact.kind != "personen":
        return _Filled(subject, _some_value(book, fact, chance))
    facts = (one for one in book.catalogue.facts.values() if one.per_person and one.name not in CLOCK)
    told = {one.name: _some_value(book, one, chance) for one in facts}
    somebody = Person(facts={name: value for name, value in told.items() if value is not None})
    return _Filled(subject, None, (somebody,))


def _some_value(book: Book, fact: Fact, chance: random.Random) -> FactValue | None:
    values = possible_values(book, fact)
    return chance.choice(values) if values else None


def _least(book: Book, act: Act, way: tuple[_Filled, ...], now: str) -> Presumed:
    for filled in way:
        less = tuple(other for other in way if other != filled)
        if _value_after(book, act, less) != now:
            way = less
    usual = tuple(one for one in way if isinstance(one.value, bool) and one.subject.index is None)
    return Presumed(
        tuple((one.subject.fact, not one.value) for one in usual),
        tuple(one.subject for one in way if one not in usual),
    )


def _value_after(book: Book, act: Act, way: tuple[_Filled, ...]) -> str:
    for filled in way:
        act = filled.into(act)
    return outcome_of(book.packs, Situation(act)).value


def _untold(book: Book, act: Act, known: Set[Subject]) -> Iterator[tuple[Subject, Fact]]:
    """Every fact nobody told and nobody was asked for, of the act and of each person in it."""
    for name, fact in book.catalogue.facts.items():
        if name in CLOCK or name in act.flags or Subject(name) in known:
            continue
        if not fact.per_person or fact.asked == "bij_vlag":
            if name not in act.facts and name not in act.people:
                yield Subject(name), fact
            continue
        for group, people in act.people.items():
            for index, person in enumerate(people or ()):
                subject = Subject(name, group, index)
                if name not in person.facts and subject not in known:
                    yield subject, fact


def _sign(book: Book, act: Act) -> object:
    """What may not change: the outcome; while it is open also what forbids and what is in doubt."""
    outcome = outcome_of(book.packs, Situation(act))
    if not outcome.is_open:
        return outcome.value
    speaking = {
        (finding.ready.norm.id, finding.situation.index, finding.says)
        for finding in outcome.findings
        if finding.says in OPEN or finding.says is Says.DENY
    }
    return outcome.value, outcome.scope, frozenset(speaking)
