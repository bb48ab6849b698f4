"""The destruction calendar of a school, its terms, and the proof of what went."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.drafts.calendar import calendar, terms_row
from magdit.areas.drafts.destroying import set_terms
from magdit.areas.drafts.models import KeepingTerms
from magdit.areas.drafts.proofs import proofs_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.holds import open_holds
from magdit.web.officer.letting_in import officer_room, schools_of
from magdit.web.retention.forms import TermsForm
from magdit.web.told import refusal
from magdit.web.visit import Visit

AHEAD = timedelta(days=90)
MOST_LINES = 200


@officer_room
def schools(visit: Visit) -> HttpResponse:
    """Which school, and everything that a hold keeps; who has one school and no holds goes straight on."""
    mine, holds = schools_of(visit), list(open_holds(visit.person.board_id))
    if len(mine) == 1 and not holds:
        return HttpResponseRedirect(resolve_url("retention:calendar", mine[0].code))
    return render(visit.request, "retention/schools.html", {"schools": mine, "holds": holds})


@officer_room
def calendar_of(visit: Visit, code: str) -> HttpResponse:
    """What goes in the coming months, the first first."""
    school = _school(visit, code)
    due = calendar(school, until=visit.today + AHEAD)
    values = {
        "school": school, "due": due[:MOST_LINES], "more": max(0, len(due) - MOST_LINES),
        "terms": terms_row(school), "years": school.board.keep_years,
    }  # fmt: skip
    return render(visit.request, "retention/calendar.html", values)


@officer_room
def terms(visit: Visit, code: str) -> HttpResponse:
    """How long this school keeps."""
    school = _school(visit, code)
    row = terms_row(school)
    start = {"version": row.version, "picture_days": row.picture_days, "draft_days": row.draft_days}
    form = TermsForm(visit.typed, initial=start)
    if visit.sends and form.is_valid():
        try:
            set_terms(visit.doing, school, **form.cleaned_data)
        except Refused as refused:
            if refused.code != "changed_meanwhile":
                raise
            form = _once_more(visit, terms_row(school), refused)
        else:
            messages.success(visit.request, _("Bewaard. De kalender rekent nu met deze termijnen."))
            return HttpResponseRedirect(resolve_url("retention:calendar", school.code))
    return render(visit.request, "retention/terms.html", {"school": school, "form": form})


@officer_room
def proof(visit: Visit, code: str) -> HttpResponse:
    """What was destroyed, by the lines of the journal; to print and keep."""
    school = _school(visit, code)
    found = proofs_of(school, most=MOST_LINES)
    return render(visit.request, "retention/proof.html", {"school": school, "proofs": found, "on": visit.at})


def _once_more(visit: Visit, now: KeepingTerms, refused: Refused) -> TermsForm:
    """What they typed, over what stands there now: sent again, it counts."""
    typed = visit.request.POST.copy()
    typed["version"] = str(now.version)
    form = TermsForm(typed)
    form.add_error(None, refusal(refused))
    return form


def _school(visit: Visit, code: str) -> School:
    found = next((school for school in schools_of(visit) if school.code == code), None)
    if found is None:
        raise Http404
    return found
