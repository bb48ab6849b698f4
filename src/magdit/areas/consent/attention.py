"""What about the answers of a school waits for a person: parents who differ, a yes that waits for authority, and a no
that the pupil administration does not have. Only who keeps the register sees this. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.consent.loading import Loaded
from magdit.areas.consent.mirror import noes_here
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import asking_of, mirrored_on
from magdit.areas.consent.records import Told, heard_on
from magdit.areas.consent.standing import speaks
from magdit.areas.people.models import School
from magdit.words.states import GIVEN, SAID_NO

MOST = 100


@dataclass(frozen=True, slots=True)
class Differing:
    """Those around one child who answered one question differently. The no holds."""

    person: UUID
    item: Item
    yes: tuple[UUID, ...]
    no: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Mirror:
    """How the pupil administration stands beside this register: its newest state, and noes that it does not have."""

    newest: date | None
    is_old: bool
    noes: tuple[tuple[UUID, UUID], ...]


def differing(loaded: Loaded) -> tuple[Differing, ...]:
    """Where one says yes and another no, of those whose answer counts now."""
    items = {item.id: item for item in loaded.items}
    found = []
    for (person, item), told in loaded.told.items():
        if item in items and person in loaded.people and loaded.concerns(person, items[item]):
            heard = tuple(_heard(loaded, person, items[item], told))
            yes = tuple(UUID(one.giver) for one in heard if one.state in GIVEN)
            no = tuple(UUID(one.giver) for one in heard if one.state in SAID_NO)
            found += [Differing(person, items[item], yes, no)] if yes and no else []
    return tuple(found)


def waiting_for_authority(loaded: Loaded) -> frozenset[tuple[UUID, UUID]]:
    """(child, guardian) where a yes was given that counts only once authority is known."""
    return frozenset(
        (person, UUID(one.giver))
        for (person, _item), told in loaded.told.items()
        for one in told
        if one.giver and one.authority == "onbekend" and one.state in GIVEN
    )


def mirror_of(school: School, people: Iterable[UUID], on: date) -> Mirror | None:
    """How the administration stands beside the register; None for a school that keeps its answers here."""
    if not school.mirror:
        return None
    newest = mirrored_on(school)
    old = newest is None or (on - newest).days > school.mirror_days
    noes = noes_here(sorted(people))
    return Mirror(newest, old, tuple(key for key in noes if noes[key])[:MOST])


def _heard(loaded: Loaded, person: UUID, item: Item, told: Iterable[Told]) -> Iterator[Told]:
    """The last answer of each whose turn it is: a no, or a yes that did not end."""
    asking, who = asking_of(loaded, person, item), loaded.subjects[person]
    roles = loaded.book.catalogue.vocabularies["rol"]
    for one in heard_on(told, who, day=loaded.on):
        lasts = one.state not in GIVEN or one.until is None or one.until >= loaded.on
        if one.giver and one.authority != "nee" and lasts and asking.is_asked and speaks(asking, one.role, who, roles):
            yield one
