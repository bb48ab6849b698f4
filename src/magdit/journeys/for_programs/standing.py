"""How people stand, told to another program: yes or no for now, the state, and until when. Never who said it.

`not_allowed` fails closed: who does not have every yes that the school asks for on a channel is on the list, and where
nothing is asked about a channel, everyone is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from magdit.areas.consent.books import channels_of
from magdit.areas.consent.loading import PUPIL_ITEM, Loaded, load
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import standing_of, until_of
from magdit.areas.consent.texts.catalogue import publishes
from magdit.areas.people.models import School


@dataclass(frozen=True, slots=True)
class Stands:
    """One person and one item, for now."""

    person: UUID
    item: str
    channel: str
    allowed: bool
    state: str
    code: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Barred:
    """Who may not be shown on a channel. `asked`: whether the school asks anything about this channel at all."""

    channel: str
    asked: bool
    people: frozenset[UUID]


class UnknownItem(Exception):
    """An item that the board does not have."""


def how_these_stand(school: School, on: date, people: Iterable[UUID], *, item: str = "") -> tuple[Stands, ...]:
    """How these people of a school stand for every item that is about them (or for one); raises UnknownItem."""
    items = Item.objects.filter(board=school.board_id)
    if item and not items.filter(code=item).exists():
        raise UnknownItem
    items = items.filter(active=True)
    loaded = load(school, on, people=people, items=items.filter(code=item) if item else items)
    return tuple(
        _stands(loaded, person, one)
        for person in sorted(loaded.people, key=str)
        for one in loaded.items
        if loaded.concerns(person, one)
    )


def not_allowed(school: School, on: date, people: Sequence[UUID], *, channel: str, covers: str) -> Barred:
    """Which of these pupils may not be shown so on this channel; raises UnknownWord for a channel of nobody."""
    media = channels_of([school])
    code = media.code(channel)
    wider = {code, *media.above(code)}
    items = [
        item
        for item in Item.objects.filter(board=school.board_id, active=True, asked_of=PUPIL_ITEM, channel__in=wider)
        if publishes(item.purpose) and covers in item.covers
    ]
    loaded = load(school, on, people=people, items=items)
    allowed = {person for person in loaded.people if items and _has_every_yes(loaded, person)}
    return Barred(code, bool(items), frozenset(set(people) - allowed))


def _has_every_yes(loaded: Loaded, person: UUID) -> bool:
    about = [item for item in loaded.items if loaded.concerns(person, item)]
    return bool(about) and all(standing_of(loaded, person, item).yes for item in about)


def _stands(loaded: Loaded, person: UUID, item: Item) -> Stands:
    found = standing_of(loaded, person, item)
    until = until_of(loaded, person, item) if found.yes else None
    return Stands(person, item.code, item.channel, found.yes, found.state, found.code, until)
