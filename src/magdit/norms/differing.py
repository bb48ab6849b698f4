"""In which facts two acts differ: what must be judged again when an act is supposed otherwise. Never judges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain

from magdit.norms.act import Act, Person

CONSENTS, GRANTS, OBJECTIONS, DEVIATIONS, DONE = "toestemmingen akkoorden bezwaren afwijkingen gedaan".split()


def differing(one: Act, other: Act) -> frozenset[str]:
    """The names of all facts, groups of people and records that are not the same; a superset is no harm, less is.

    A group is named when it holds more, fewer or unknown people; else the facts of its members that differ.
    """
    names = set(_unlike(one.facts, other.facts))
    if one.people is not other.people:
        for group in one.people.keys() | other.people.keys():
            names.update(_of_people(group, one.people.get(group), other.people.get(group)))
    names.update(one.flags ^ other.flags, _unlike(one.sources, other.sources))
    records = (
        (GRANTS, one.grants, other.grants),
        (OBJECTIONS, one.objections, other.objections),
        (DEVIATIONS, one.deviations, other.deviations),
        (DONE, one.done, other.done),
    )
    names.update(name for name, mine, theirs in records if mine is not theirs and mine != theirs)
    if "moment" in names and isinstance(one.moment, datetime) != isinstance(other.moment, datetime):
        names.add(GRANTS)  # what is lacking to weigh a leave may be the hour itself
    return with_derived(frozenset(names), one, other)


def with_derived(names: frozenset[str], *acts: Act) -> frozenset[str]:
    """These facts and what turns with them: with the day an age, a consent and a leave, where they hang on one."""
    if names.isdisjoint(("moment", "geboortedatum")):
        return names
    return names.union(*(_turning(act) for act in acts))


def _turning(act: Act) -> Iterator[str]:
    people = [person for group in act.people.values() for person in group or ()]
    if any("geboortedatum" in person.facts for person in people):
        yield "leeftijd"
    if any(person.consents for person in people):
        yield CONSENTS
    if any(grant.start is not None or grant.until is not None for grant in act.grants or ()):
        yield GRANTS


def _unlike(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    """The keys that do not hold the same; absent differs from anything."""
    if one is other:
        return
    for name, value in one.items():
        if name not in other or (value is not other[name] and value != other[name]):
            yield name
    yield from other.keys() - one.keys()


def _of_people(group: str, one: tuple[Person, ...] | None, other: tuple[Person, ...] | None) -> Iterator[str]:
    if one is other:
        return
    if one is None or other is None or len(one) != len(other):
        yield group
        return
    yield from chain.from_iterable(_of_person(mine, theirs) for mine, theirs in zip(one, other, strict=True))


def _of_person(one: Person, other: Person) -> Iterator[str]:
    if one is other:
        return
    yield from _unlike(one.facts, other.facts)
    yield from _unlike(one.sources, other.sources)
    yield from one.flags ^ other.flags
    yield from one.agreed ^ other.agreed
    if (one.consent, one.consents) != (other.consent, other.consents):
        yield CONSENTS
