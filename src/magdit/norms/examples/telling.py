"""Telling one thing more of an act that is being made up: a fact, a person, a leave. Knows no norms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from magdit.norms.act import MISSING, Act, FactValue, Person, _Missing

Place = tuple[str, int] | None
NAMES = ("noor", "sem", "bram", "fatima", "olaf")
BLANK = Act(facts={})


def person_at(act: Act, place: Place) -> Person | None:
    """The person that is meant, if the act has one there."""
    if place is None:
        return None
    people = act.people.get(place[0]) or ()
    return people[place[1]] if 0 <= place[1] < len(people) else None


def told(act: Act, fact: str, place: Place) -> FactValue | _Missing:
    """What this act tells of a fact, of the act itself (no place) or of one person."""
    if place is None:
        return act.facts.get(fact, MISSING)
    person = person_at(act, place)
    return MISSING if person is None else person.facts.get(fact, MISSING)


def telling(act: Act, fact: str, value: FactValue, place: Place) -> Act:
    """The same act that tells this fact too, or otherwise."""
    person = person_at(act, place)
    if place is None or person is None:
        return act.with_fact(fact, value)
    return act.with_person(*place, replace(person, facts={**person.facts, fact: value}))


def silent_on(act: Act, fact: str, place: Place) -> Act:
    """The same act that says nothing of this fact."""
    person = person_at(act, place)
    if place is None or person is None:
        return replace(act, facts={name: value for name, value in act.facts.items() if name != fact})
    left = {name: value for name, value in person.facts.items() if name != fact}
    return act.with_person(*place, replace(person, facts=left))


def with_people(act: Act, group: str, people: tuple[Person, ...]) -> Act:
    """The same act with these people in a group."""
    return replace(act, people={**act.people, group: people})


def one_more(act: Act, group: str) -> Act:
    """The same act with one more person, of whom only a name is told."""
    there = act.people.get(group) or ()
    taken = {person.label for people in act.people.values() for person in people or ()}
    name = next((name for name in NAMES if name not in taken), f"persoon {len(taken)}")
    return with_people(act, group, (*there, Person(facts={"naam": name})))


def places_in(act: Act, group: str, *, most: int = 3) -> Iterator[tuple[Act, Place]]:
    """The act with each person of a group in view in turn, and then with one more."""
    there = act.people.get(group) or ()
    for index in range(len(there)):
        yield act, (group, index)
    if len(there) < most:
        yield one_more(act, group), (group, len(there))
