"""Handling a breach, form by form: what more is known, the decision, and that authority and people were told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.journal.refused import Refused
from magdit.areas.registers import breaches as actions
from magdit.areas.registers.breaches_story import story_of
from magdit.areas.registers.models import Breach
from magdit.areas.registers.rules_breaches import NO_BREACH
from magdit.journeys import breaches as journey
from magdit.web.breaches.forms import MOMENT, NONE, DecideForm, ReportedForm, StoryForm, ToldForm
from magdit.web.breaches.here import clock_of, one_of, to
from magdit.web.room import room
from magdit.web.versioned import Versioned
from magdit.web.visit import Visit

FIELD_OF = {
    "breach_nothing_told": "what", "breach_no_reason": "why", "breach_moment": "at", "breach_late": "late",
    "breach_how": "how",
}  # fmt: skip
Write = Callable[[Breach, int, Mapping[str, Any]], object]


@room
def more(visit: Visit, breach: UUID) -> HttpResponse:
    """What more is known of it."""
    row = one_of(visit, breach)

    def write(row: Breach, version: int, told: Mapping[str, Any]) -> object:
        return actions.tell_more(visit.doing, row.pk, version=version, told=told)

    now = asdict(story_of(row))
    return _handled(visit, row, StoryForm, write, now=now, heading=_("Wat er gebeurde"), button=_("Bewaar"))


@room
def decide(visit: Visit, breach: UUID) -> HttpResponse:
    """Whether it is a breach, and how much risk it brings. What follows from that the packs say."""
    row = one_of(visit, breach)

    def write(row: Breach, version: int, told: Mapping[str, Any]) -> object:
        risk = "" if told["risk"] == NONE else told["risk"]
        return journey.decide(visit.doing, row, version=version, risk=risk, why=told["why"])

    now = {"risk": NONE if row.state == NO_BREACH else row.risk, "why": story_of(row).why}
    return _handled(
        visit, row, DecideForm, write, now=now, heading=_("Is dit een datalek?"), button=_("Bewaar het besluit")
    )


@room
def reported(visit: Visit, breach: UUID) -> HttpResponse:
    """That the authority was told, and when."""
    row = one_of(visit, breach)

    def write(row: Breach, version: int, told: Mapping[str, Any]) -> object:
        return actions.reported(visit.doing, row.pk, version=version, **told)

    story = story_of(row)
    now = {"at": _local(visit, row.reported_at), "number": story.number, "late": story.late}
    heading = _("Gemeld bij de Autoriteit Persoonsgegevens")
    return _handled(visit, row, ReportedForm, write, now=now, heading=heading, button=_("Schrijf op"))


@room
def told(visit: Visit, breach: UUID) -> HttpResponse:
    """That those concerned were told, and how."""
    row = one_of(visit, breach)

    def write(row: Breach, version: int, told: Mapping[str, Any]) -> object:
        return actions.told(visit.doing, row.pk, version=version, **told)

    now = {"at": _local(visit, row.told_at), "how": story_of(row).how}
    heading = _("De mensen om wie het gaat weten het")
    return _handled(visit, row, ToldForm, write, now=now, heading=heading, button=_("Schrijf op"))


def _handled(
    visit: Visit, row: Breach, kind: type[Versioned], write: Write, *, now: Mapping[str, Any], heading: str, button: str
) -> HttpResponse:
    form = kind(visit.typed or None, initial={**now, "seen_version": row.version})
    if visit.sends and form.is_valid():
        try:
            told = {name: value for name, value in form.cleaned_data.items() if name != "seen_version"}
            write(row, form.seen(), told)
            messages.success(visit.request, _("Bewaard."))
            return to(row)
        except Refused as refused:
            form.refuse(refused, FIELD_OF, now=row.version)
    page = {"breach": row, "form": form, "clock": clock_of(visit, row), "title": heading, "button": button}
    return render(visit.request, "breaches/form.html", page)


def _local(visit: Visit, at: Any) -> str:
    return str((at or visit.at).astimezone(SCHOOL_CLOCK).strftime(MOMENT))
