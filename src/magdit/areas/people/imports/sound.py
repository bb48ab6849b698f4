"""What must hold of every delivery, whatever its format; asked by each reader last. Facts of a school, no files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

from magdit.areas.people.entry import OLDEST
from magdit.areas.people.imports.delivery import DeliveredGroup, Delivery, Place
from magdit.areas.people.imports.forbidden import are_bsns
from magdit.areas.people.imports.problems import Problems
from magdit.areas.people.imports.spoken import group_name

MOST_KEY = 180


def sound(delivery: Delivery, problems: Problems) -> Delivery:
    """The delivery with groups that can be told apart, or NotTaken: a BSN as key, a birth date in the future."""
    if are_bsns(chain.from_iterable((person.key, person.key.rpartition(":")[2]) for person in delivery.people)):
        raise problems.fail("keys_are_bsn", Place(delivery.people[0].at.file, 0))
    keys = chain(((one.key, one.at) for one in delivery.people), ((one.key, one.at) for one in delivery.groups))
    for key, at in keys:
        if len(key) > MOST_KEY:
            problems.add("key_long", at)
    for person in delivery.people:
        if person.born is not None and not OLDEST <= person.born <= delivery.as_of:
            problems.add("born_wrong", person.at, who=person.shown)
        for role in person.roles:
            if role.begins and role.ends and role.ends < role.begins:
                problems.add("days_turned", person.at, who=person.shown)
    for member in delivery.members:
        if member.begins and member.ends and member.ends < member.begins:
            problems.add("days_turned", member.at)
    groups = tuple(replace(group, name=_name(group, problems)) for group in delivery.groups)
    problems.stop()
    return replace(delivery, groups=_apart(groups), remarks=problems.remarks)


def _name(group: DeliveredGroup, problems: Problems) -> str:
    return group_name(group.name, at=group.at, problems=problems)


def _apart(groups: tuple[DeliveredGroup, ...]) -> tuple[DeliveredGroup, ...]:
    """Groups of one name in one year get what tells them apart behind it: their code, or else their key."""
    names = Counter((group.year, group.name.casefold()) for group in groups if not group.gone)
    codes = Counter((group.year, group.name.casefold(), group.code.casefold()) for group in groups)
    told = []
    for group in groups:
        if names[group.year, group.name.casefold()] > 1:
            own = group.code and codes[group.year, group.name.casefold(), group.code.casefold()] == 1
            told.append(replace(group, name=with_mark(group.name, group.code if own else group.key)))
        else:
            told.append(group)
    return tuple(told)


def with_mark(name: str, mark: str) -> str:
    """'Wiskunde (4V-wi1)', no longer than a name of a group may be."""
    tail = f" ({mark[-40:]})"
    return name[: 80 - len(tail)] + tail
