"""The answers of a school as `magdit check` reads them: per person, the records that an act is judged with.

A check knows the channel of a post, not its purpose. So a yes for the parents of one class is held back while the same
giver did not also say yes to what else the school shows there, and a no counts whatever it was about (the class list,
the photographer). Who names the purpose gets that purpose alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from magdit.areas.consent.loading import Loaded, load
from magdit.areas.consent.models import Item
from magdit.areas.consent.queries import asking_of
from magdit.areas.consent.records import WAITING, heard_on, records_of
from magdit.areas.consent.texts.catalogue import publishes
from magdit.areas.people.models import School
from magdit.check.tables.consents import Consents, Record
from magdit.norms.act import Consent
from magdit.words.states import GIVEN, SAID_NO


def consents_for_check(
    school: School, on: date, *, purposes: Collection[str] = (), people: Collection[UUID] | None = None
) -> Consents:
    """Per person id the answers that stand on a day, as a draft is checked with them. Without `people`: of everyone."""
    loaded = load(school, on, people=people)
    return Consents({str(person): answers_of(loaded, person, purposes=purposes) for person in loaded.people})


def purposes_of(school: School) -> frozenset[str]:
    """What the board of this school asks a yes for."""
    return frozenset(Item.objects.filter(board=school.board_id, active=True).values_list("purpose", flat=True))


def answers_of(loaded: Loaded, person: UUID, *, purposes: Collection[str] = ()) -> tuple[Record, ...]:
    """The answers about one person."""
    return tuple(_as_record(consent) for consent in consents_of(loaded, person, purposes=purposes))


def consents_of(loaded: Loaded, person: UUID, *, purposes: Collection[str] = ()) -> tuple[Consent, ...]:
    """The answers about one person as values."""
    about = [item for item in loaded.items if loaded.concerns(person, item)]
    if purposes:
        named = (_consents(loaded, person, item) for item in about if item.purpose in purposes)
        return tuple(one for answers in named for one in answers)
    found = {item: _consents(loaded, person, item) for item in about if publishes(item.purpose)}
    asked = {item for item in found if asking_of(loaded, person, item).is_asked}
    said = {(item, _giver(one)) for item, answers in found.items() for one in answers if one.state in GIVEN}
    shown = tuple(
        one
        if one.state not in GIVEN or all((other, _giver(one)) in said for other in _beside(item, asked))
        else held(one)
        for item, answers in found.items()
        for one in answers
    )
    elsewhere = (_consents(loaded, person, item) for item in about if item not in found)
    return (*shown, *(one for answers in elsewhere for one in answers if one.state in SAID_NO))


def held(yes: Consent) -> Consent:
    """A yes that does not say enough: as if still waiting for the answer."""
    return replace(yes, state=WAITING)


def _consents(loaded: Loaded, person: UUID, item: Item) -> tuple[Consent, ...]:
    heard = heard_on(loaded.answers(person, item.id), loaded.subjects[person], day=loaded.on)
    givers = sorted({one.giver for told in loaded.about(person) for one in told})
    return records_of(
        heard, loaded.topics[item.id], loaded.terms[person], day=loaded.on, givers=givers, label=item.code
    )


def _beside(item: Item, asked: Collection[Item]) -> list[Item]:
    """The other items that show some of the same on the same channel."""
    mine = set(item.covers)
    return [other for other in asked if other != item and other.channel == item.channel and mine & set(other.covers)]


def _giver(consent: Consent) -> str:
    return (consent.giver or consent.by).partition(" bij ")[0]


def _as_record(consent: Consent) -> Record:
    told: Mapping[str, Any] = {
        "door": consent.by,
        "staat": consent.state,
        "datum": consent.on and consent.on.isoformat(),
        "vorm": consent.form,
        "dekt": consent.covers and list(consent.covers),
        "kanalen": consent.channels and list(consent.channels),
        "tot": consent.until and consent.until.isoformat(),
        "gezag": consent.authority,
        "naam": consent.giver,
    }
    return {key: value for key, value in told.items() if value}
