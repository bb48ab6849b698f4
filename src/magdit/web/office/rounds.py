"""The round of a school year: open it, see how far each class is, remind, send the letters, and change its end."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.consent.rounds.actions import ask_who_came, move_round, open_round, remind
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.journeys.office_round import class_of, how_it_goes, round_of
from magdit.web.office.forms import opened, tell
from magdit.web.office.here import school_of
from magdit.web.office.round_forms import CHANGE_FIELDS, OPEN_FIELDS, ChangeRound, OpenRound
from magdit.web.room import room
from magdit.web.told import refusal
from magdit.web.visit import Visit


@room
def round_now(visit: Visit, code: str) -> HttpResponse:
    """How far everyone is; or, before it was opened, the form that opens it."""
    school = school_of(visit, code)
    if visit.sends and visit.request.POST.get("do") in {"remind", "ask"}:
        return _again(visit, school)
    form = opened(visit, OpenRound, initial={"opens": visit.today})
    if visit.sends and _opens(visit, school, form):
        return redirect("office:round", code)
    now = None if visit.sends else how_it_goes(school, visit.today)
    return render(visit.request, "office/round.html", {"school": school, "now": now, "form": form})


@room
def round_change(visit: Visit, code: str) -> HttpResponse:
    """Another last day, or another rhythm of reminders."""
    school = school_of(visit, code)
    found = round_of(school, visit.today)
    if found is None:
        raise Http404
    initial = {name: getattr(found, name) for name in ("closes", "remind_after", "most_reminders")}
    form = opened(visit, ChangeRound, initial=initial)
    if visit.sends and form.is_valid():
        try:
            move_round(visit.doing, found, **form.cleaned_data)
        except Refused as refused:
            tell(form, refused, CHANGE_FIELDS)
        else:
            messages.success(visit.request, _("De ronde is aangepast."))
            return redirect("office:round", code)
    return render(visit.request, "office/round_change.html", {"school": school, "form": form, "round": found})


@room
def round_class(visit: Visit, code: str, group: UUID | None = None) -> HttpResponse:
    """Who of one class is still waited for, and about whom nobody can be asked."""
    school = school_of(visit, code)
    now = how_it_goes(school, visit.today)
    line = None if now is None else class_of(now, group)
    if line is None:
        raise Http404
    return render(visit.request, "office/round_class.html", {"school": school, "line": line})


def _opens(visit: Visit, school: School, form: OpenRound) -> bool:
    """Whether the round was opened; otherwise the form tells why not. Sent twice, it was opened all the same."""
    if not form.is_valid():
        return False
    try:
        made = open_round(visit.doing, school, **form.cleaned_data)
    except Refused as refused:
        if refused.code == "round_exists":
            messages.info(visit.request, refusal(refused))
            return True
        tell(form, refused, OPEN_FIELDS)
        return False
    asked = made.requests.count()
    told = ngettext(
        "De ronde is open. Er gaat %(count)d vraag uit.", "De ronde is open. Er gaan %(count)d vragen uit.", asked
    )
    messages.success(visit.request, told % {"count": asked})
    return True


def _again(visit: Visit, school: School) -> HttpResponse:
    """Remind who is silent, or ask who came later; sent twice, the second time there is nobody left."""
    found = round_of(school, visit.today)
    if found is None:
        raise Http404
    found.school = school
    try:
        if visit.request.POST["do"] == "remind":
            count = remind(visit.doing, found)
            told = ngettext("%(count)d herinnering staat klaar.", "%(count)d herinneringen staan klaar.", count)
        else:
            count = ask_who_came(visit.doing, found)
            told = ngettext("%(count)d nieuwe vraag staat klaar.", "%(count)d nieuwe vragen staan klaar.", count)
    except Refused as refused:
        messages.error(visit.request, refusal(refused))
    else:
        nobody = _("Er was niemand (meer) aan de beurt. Er is niets verstuurd.")
        messages.success(visit.request, told % {"count": count} if count else nobody)
    return redirect("office:round", school.code)
