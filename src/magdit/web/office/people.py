"""People of the school: look someone up, see what is kept of them, and change it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from magdit.areas.journal.actions import seen
from magdit.areas.journal.doing import Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import close_account, edit_person, leave, shield, take_back_leaving
from magdit.areas.people.actions.accounts import reset_second_step
from magdit.areas.people.at_school import everyone_of
from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import may_see_contact
from magdit.journeys.office_people import last_change, page_of
from magdit.web.office.forms import opened, tell
from magdit.web.office.here import language, school_of
from magdit.web.office.invitations import invited
from magdit.web.office.letters import one_file
from magdit.web.office.people_forms import NAMES, PERSON_FIELDS, EditPerson, Leaving
from magdit.web.office.searching import search
from magdit.web.room import NOT_THERE, room
from magdit.web.told import refusal
from magdit.web.visit import Visit

FIELDS = (*NAMES, "born", "email", "language")


@room
def people(visit: Visit, code: str) -> HttpResponse:
    """Look someone up."""
    school = school_of(visit, code)
    found = search(visit, everyone_of(school, visit.today))
    if found.sent:
        return redirect("office:people", code)
    return render(visit.request, "office/people.html", {"school": school, "found": found})


@room
def person(visit: Visit, code: str, person: UUID) -> HttpResponse:
    """What is kept of one person. A shielded address is shown when it is asked for, and that leaves a line."""
    school = school_of(visit, code)
    who = visit.one(everyone_of(school, visit.today), pk=person)
    shows = False
    if visit.sends:
        what = visit.request.POST.get("do", "")
        if what != "contact":
            here = redirect("office:person", code, who.pk)
            return _invite(visit, who, school, here) if what == "invite" else _did(visit, who, what, here)
        if not may_see_contact(visit.person, who, visit.today):
            raise Http404
        seen(visit.doing, Ref("persoon", str(who.pk)), "adres")
        shows = True
    page = page_of(visit.person, school, who, visit.today, language=language())
    resets = bool(page.accounts) and who != visit.person and visit.is_one_of(("beheerder",), at=school)
    told = {"school": school, "who": who, "page": page, "resets": resets, "shows": shows or not who.shielded}
    return render(visit.request, "office/person.html", told)


@room
def account(visit: Visit, code: str, person: UUID) -> HttpResponse:
    """What closing an account means, before it is done."""
    school = school_of(visit, code)
    who = visit.one(everyone_of(school, visit.today), pk=person)
    if visit.sends:
        _do(visit, who, "close")
        return redirect("office:person", code, who.pk)
    return render(visit.request, "office/person_account.html", {"school": school, "who": who})


@room
def edit(visit: Visit, code: str, person: UUID) -> HttpResponse:
    """Names, e-mail and language. Who edits at the same moment hears it; what they typed stays."""
    school = school_of(visit, code)
    who = visit.one(everyone_of(school, visit.today), pk=person)
    initial = {name: getattr(who, name) for name in FIELDS} | {"seen_version": who.version}
    if who.shielded:
        initial["email"] = ""
    form = opened(visit, EditPerson, initial=initial, shielded=who.shielded)
    told = {"school": school, "who": who, "form": form}
    if visit.sends and form.is_valid():
        try:
            kept = edit_person(visit.doing, who.pk, **_edits(form, who))
        except Refused as refused:
            told |= _refused(form, refused, who)
        else:
            messages.success(visit.request, _("Bewaard."))
            for sentence in form.cleaned_away({name: getattr(kept, name) for name in NAMES}):
                messages.warning(visit.request, sentence)
            return redirect("office:person", code, who.pk)
    return render(visit.request, "office/person_edit.html", told)


@room
def leaving(visit: Visit, code: str, person: UUID) -> HttpResponse:
    """Someone leaves, or that was a mistake."""
    school = school_of(visit, code)
    who = visit.one(everyone_of(school, visit.today), pk=person)
    form = opened(visit, Leaving, initial={"on": visit.today})
    if visit.sends and (visit.request.POST.get("do") == "back" or form.is_valid()):
        try:
            if visit.request.POST.get("do") == "back":
                take_back_leaving(visit.doing, who.pk)
            else:
                leave(visit.doing, who.pk, on=form.cleaned_data["on"])
        except Refused as refused:
            tell(form, refused, {"day_wrong": "on"})
        else:
            messages.success(visit.request, _("Bewaard."))
            return redirect("office:person", code, who.pk)
    return render(visit.request, "office/person_leaving.html", {"school": school, "who": who, "form": form})


def _edits(form: EditPerson, who: Person) -> dict[str, Any]:
    return {"seen_version": form.seen(), **form.changes(shielded=who.shielded)}


def _refused(form: EditPerson, refused: Refused, who: Person) -> dict[str, object]:
    """Why it was not kept. When another changed it: who, when, and what stands there now."""
    if refused.code in NOT_THERE:
        raise refused
    if refused.code != "changed_meanwhile":
        tell(form, refused, PERSON_FIELDS)
        return {}
    who.refresh_from_db()
    form.now_seen(who.version)
    shown = [name for name in FIELDS if name != "email" or not who.shielded]
    now = [(form.fields[name].label, getattr(who, name) or "–") for name in shown if _differs(form, who, name)]
    return {"changed": last_change(who), "now": now, "meanwhile": True}


def _differs(form: EditPerson, who: Person, name: str) -> bool:
    return (form.cleaned_data.get(name) or "") != (getattr(who, name) or "")


def _invite(visit: Visit, who: Person, school: School, here: HttpResponse) -> HttpResponse:
    """By mail, or as a letter to print."""
    done = invited(visit, [who.pk], school)
    return here if done is None or not done.papers else one_file(visit, done.letters, "uitnodiging")


def _did(visit: Visit, who: Person, what: str, here: HttpResponse) -> HttpResponse:
    _do(visit, who, what)
    return here


def _do(visit: Visit, who: Person, what: str) -> None:
    """A change of one button: shielding, or an account that closes."""
    try:
        if what in {"shield", "unshield"}:
            shield(visit.doing, who.pk, shielded=what == "shield")
        elif what == "close":
            for account in who.accounts.filter(is_active=True):
                close_account(visit.doing, account.pk)
        elif what == "reset":
            reset_second_step(visit.doing, who.pk)
    except Refused as refused:
        if refused.code in NOT_THERE:
            raise
        messages.info(visit.request, refusal(refused))
    else:
        messages.success(visit.request, _("Bewaard."))
