"""An example act as the plain data that `magdit judge` reads: the other way round from `read_act`."""

from __future__ import annotations

from datetime import date
from typing import Any

from magdit.norms.act import Act, Consent, Grant, Person

CONSENT_KEYS = {
    "by": "door",
    "state": "staat",
    "on": "datum",
    "form": "vorm",
    "covers": "dekt",
    "channels": "kanalen",
    "until": "tot",
    "authority": "gezag",
    "giver": "naam",
    "used": "gebruikt",
}
GRANT_KEYS = {"by": "door", "state": "staat", "what": "wat", "to": "aan", "start": "van", "until": "tot"}


def as_told(act: Act) -> dict[str, Any]:
    """The act as somebody would write it down; what is not told is not in it."""
    told = {name: _plain(value) for name, value in act.facts.items()}
    told |= {
        group: [_person(person) for person in people] for group, people in act.people.items() if people is not None
    }
    if act.grants is not None:
        told["akkoorden"] = [_record(grant, GRANT_KEYS) for grant in act.grants]
    if act.objections is not None:
        told["bezwaren"] = [{"door": objection.by} for objection in act.objections]
    if act.done:
        told["gedaan"] = sorted(act.done)
    return told


def _person(person: Person) -> dict[str, Any]:
    told = {name: _plain(value) for name, value in person.facts.items()}
    if person.consent is not None:
        told["toestemming"] = person.consent
    if person.consents is not None:
        told["toestemmingen"] = [_record(consent, CONSENT_KEYS) for consent in person.consents]
    return told


def _record(record: Consent | Grant, keys: dict[str, str]) -> dict[str, Any]:
    values = {dutch: getattr(record, name) for name, dutch in keys.items()}
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
