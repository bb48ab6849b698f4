"""The days on which a school is closed: shown, added by hand, from a list or a region, and taken off again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.free_days import (
    LIST,
    REGIONS,
    SETTERS,
    Period,
    add_periods,
    checked_on,
    read_lines,
    remove_period,
    take_region,
)
from magdit.areas.registers.school_days import free_days
from magdit.web.room import NOT_THERE, room
from magdit.web.school_days.forms import ListForm, PeriodForm
from magdit.web.told import refusal
from magdit.web.visit import Visit


@room
def days(visit: Visit, code: str) -> HttpResponse:
    """What was written down, and three ways to write down more."""
    school = visit.school(code, for_roles=SETTERS)
    do = visit.request.POST.get("do", "") if visit.sends else ""
    period = PeriodForm(visit.typed if do == "one" else None)
    lines = ListForm(visit.typed if do == "list" else None)
    chosen: Form = lines if do == "list" else period
    if visit.sends and (do not in ("one", "list") or chosen.is_valid()):
        try:
            _carried_out(visit, school, do, chosen)
            return HttpResponseRedirect(visit.request.path)
        except Refused as refused:
            if refused.code in NOT_THERE:
                raise
            _refuse(visit, chosen if do in ("one", "list") else None, refusal(refused))
    told = {
        "school": school, "rows": free_days(school).filter(last__gte=visit.today), "period": period, "list": lines,
        "regions": REGIONS, "checked": checked_on(),
    }  # fmt: skip
    return render(visit.request, "school_days/days.html", told)


def _carried_out(visit: Visit, school: School, do: str, form: Form) -> None:
    typed = visit.request.POST
    if do == "one":
        told = form.cleaned_data
        _told(visit, add_periods(visit.doing, school, [Period(told["name"], told["first"], told["last"])]))
    elif do == "list":
        _told(visit, add_periods(visit.doing, school, read_lines(form.cleaned_data["lines"]), source=LIST))
    elif do == "region":
        _told(visit, take_region(visit.doing, school, typed.get("region", "")))
    elif do == "remove":
        remove_period(visit.doing, school, _id(typed.get("row", "")))
        messages.success(visit.request, _("Weggehaald. Op deze dagen is er school."))
    else:
        raise Http404


def _refuse(visit: Visit, form: Form | None, said: str) -> None:
    """In the form that was typed in; above the page when it was only a button."""
    if form is None:
        messages.error(visit.request, said)
    else:
        form.add_error(None, said)


def _told(visit: Visit, count: int) -> None:
    words = _("Bewaard. Er kwamen %(count)d bij.") if count else _("Dit stond er al. Er is niets veranderd.")
    messages.success(visit.request, words % {"count": count} if count else words)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
