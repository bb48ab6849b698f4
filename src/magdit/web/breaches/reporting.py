"""The small form: 'dit is mogelijk een datalek', from a draft, a publication, or about something outside magdit."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.registers.breaches_queries import works_at
from magdit.areas.registers.rules_breaches import HANDLERS
from magdit.journeys import breaches as journey
from magdit.web.breaches.forms import ReportForm
from magdit.web.breaches.here import to
from magdit.web.room import room, said_here
from magdit.web.visit import Visit

FIELD_OF = {"breach_nothing_told": "what", "breach_moment": "known_at", "text_too_long": "what"}


@room
def report(visit: Visit, kind: str, subject: UUID) -> HttpResponse:
    """About a draft or a publication that this visitor has to do with."""
    about = journey.about_what(visit.person, visit.doing, kind=kind, subject=subject)
    return _reported(visit, about)


@room
def report_at(visit: Visit, code: str) -> HttpResponse:
    """About something outside magdit: a mail, a list, a lost phone."""
    school = next((one for one in visit.schools if one.code == code), None)
    if school is None:
        raise Refused("not_yours")
    return _reported(visit, journey.at_which_school(visit.person, visit.doing, school))


def _reported(visit: Visit, about: journey.About) -> HttpResponse:
    works_here = works_at(visit.person, about.school, visit.today)
    signals = journey.signals_of(about)
    form = ReportForm(
        visit.typed or None, initial={"key": uuid4()}, signals=signals, works_here=works_here, je=visit.je
    )
    if visit.sends and form.is_valid():
        try:
            return _thanked(visit, about, form)
        except Refused as refused:
            form.add_error(FIELD_OF.get(refused.code), said_here(refused))
    told = {"form": form, "school": about.school, "about": about.ref}
    return render(visit.request, "breaches/report.html", told)


def _thanked(visit: Visit, about: journey.About, form: ReportForm) -> HttpResponse:
    told = form.cleaned_data
    row = journey.report(
        visit.doing, visit.person, about, told={"what": told["what"]}, known_at=told.get("known_at"),
        signals=told.get("signals", ()), key=told.get("key"),
    )  # fmt: skip
    if visit.is_one_of(HANDLERS, at=about.school):
        messages.success(visit.request, _("Gemeld. De klok loopt."))
        return to(row)
    thanks = visit.hears(
        _("Dank u. De schoolleiding en wie over privacy gaat, kijken ernaar."),
        _("Dank je. De schoolleiding en wie over privacy gaat, kijken ernaar."),
    )
    messages.success(visit.request, thanks)
    return HttpResponseRedirect(reverse("home"))
