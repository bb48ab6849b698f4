"""What the registers hold about someone for what they did at work: for the export of a person. Changes nothing."""

from __future__ import annotations

from datetime import date, datetime

from magdit.areas.people.models import Person
from magdit.areas.registers.models import Breach, ChannelAccount

Rows = list[dict[str, str | date | datetime | bool | int | None]]


def duties_held(person: Person) -> Rows:
    """Channels that they look after or decided about, and breaches that they reported or decided on. No free words."""
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
    return kept + agreed + told + decided
