"""What the registers hold about someone for what they did, at work or as a parent: for the export of a person."""

from __future__ import annotations

from datetime import date, datetime

from magdit.areas.people.models import Person
from magdit.areas.registers.models import Breach, ChannelAccount, TakedownTask

Rows = list[dict[str, str | date | datetime | bool | int | None]]


def duties_held(person: Person) -> Rows:
    """Channels they look after or decided about, breaches they reported or decided on, and what they asked to go."""
    kept: Rows = [
        {"wat": "kanaal waarvoor u zorgt", "naam": one.name, "staat": one.state, "op": one.opened_on}
        for one in ChannelAccount.objects.filter(owner=person).order_by("pk")
    ]
    agreed: Rows = [
        {
            "wat": "besluit over afspraken met een platform",
            "naam": one.name,
            "staat": one.agreement,
            "op": one.agreed_on,
        }
        for one in ChannelAccount.objects.filter(agreed_by=person).order_by("pk")
    ]
    told: Rows = [
        {"wat": "melding van een mogelijk datalek", "naam": "", "staat": one.state, "op": one.known_at}
        for one in Breach.objects.filter(reported_by=person).order_by("known_at")
    ]
    decided: Rows = [
        {"wat": "besluit over een mogelijk datalek", "naam": "", "staat": one.state, "op": one.decided_at}
        for one in Breach.objects.filter(decided_by=person).order_by("known_at")
    ]
    asked: Rows = [
        {
            "wat": "verzoek om iets weg te halen",
            "naam": "",
            "staat": "gedaan" if one.done_at else "open",
            "op": one.made_at,
        }
        for one in TakedownTask.objects.filter(asked_by=person).order_by("made_at", "pk")
    ]
    return kept + agreed + told + decided + asked
