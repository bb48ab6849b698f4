"""Making an example act short: everything is left out that does not matter for what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from magdit.norms.act import Act
from magdit.norms.examples.telling import silent_on, with_people

KEPT = frozenset({"handeling", "wie", "naam", "rol"})


def shrunk(act: Act, alike: Callable[[Act], bool]) -> Act:
    """The act without all that can be left out while it stays alike. Who does what is kept: an example is a story."""
    changed = True
    while changed:
        changed = False
        for shorter in _shorter(act):
            if alike(shorter):
                act, changed = shorter, True
                break
    return act


def _shorter(act: Act) -> Iterator[Act]:
    """The act with one thing left out: the people first, then what is told of the act and of each of them."""
    told = {group: people for group, people in act.people.items() if people is not None}
    for group, people in told.items():
        for index in range(len(people)):
            yield with_people(act, group, (*people[:index], *people[index + 1 :]))
        yield replace(act, people={name: others for name, others in act.people.items() if name != group})
    yield from (silent_on(act, name, None) for name in act.facts if name not in KEPT)
    for group, people in told.items():
        for index in range(len(people)):
            yield from _shorter_person(act, group, index)
    yield from (replace(act, done=act.done - {duty}) for duty in act.done)
    if act.grants is not None:
        yield replace(act, grants=None)
    if act.objections is not None:
        yield replace(act, objections=None)


def _shorter_person(act: Act, group: str, index: int) -> Iterator[Act]:
    person = (act.people[group] or ())[index]
    yield from (silent_on(act, name, (group, index)) for name in person.facts if name not in KEPT)
    if person.consent is not None:
        yield act.with_person(group, index, replace(person, consent=None))
    if person.consents is not None:
        yield act.with_person(group, index, replace(person, consents=None))
