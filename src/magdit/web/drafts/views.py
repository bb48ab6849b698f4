"""Mag dit?: the list of my drafts, a new one, and the page of one draft on which everything is done."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.queries import drafts_of
from magdit.areas.drafts.rules import OPEN
from magdit.areas.journal.refused import Refused
from magdit.areas.registers.channels_queries import usual_account
from magdit.journeys.hand_in.judging import DEFAULT_MEDIUM
from magdit.web.drafts import showing
from magdit.web.drafts.device import for_app
from magdit.web.drafts.files_in import MOST, take_in_all
from magdit.web.drafts.here import draft_here, may_change, roles_here, school_here
from magdit.web.drafts.verbs import carry_out
from magdit.web.office.uploads import files_within
from magdit.web.room import room, said_here
from magdit.web.visit import Visit

A_LIST = 30


@room
def drafts(visit: Visit, code: str) -> HttpResponse:
    """What I am working on at this school, and a button to begin."""
    school = school_here(visit, code)
    rows = drafts_of(visit.person).filter(school=school).select_related("account", "group")[:A_LIST]
    values = {"school": school, "rows": showing.lines(rows), "roles": roles_here(visit, school), **for_app(visit)}
    return render(visit.request, "drafts/drafts.html", values)


@files_within(MOST)
@room
def begin(visit: Visit, code: str) -> HttpResponse:
    """Begin a draft, with the photos that were chosen if there are any."""
    school = school_here(visit, code)
    roles = roles_here(visit, school)
    if not visit.sends:
        return render(visit.request, "drafts/begin.html", {"school": school, "roles": roles})
    role = visit.request.POST.get("role", roles[0])
    if role not in roles:
        raise Http404
    account = usual_account(school, DEFAULT_MEDIUM)
    made = actions.begin(visit.doing, school, visit.person, role=role, account=account)
    take_in_all(visit, made)
    return HttpResponseRedirect(resolve_url("drafts:draft", code=code, draft=made.pk))


@files_within(MOST)
@room
def draft(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """One draft: its pictures, its words, where it goes, and whether it may. Every form of the page is sent to it."""
    row = draft_here(visit, code, draft)
    changes = row.state in OPEN and may_change(visit, row)
    if not visit.sends:
        return _page(visit, row, changes=changes)
    if not changes:
        raise Http404
    if visit.request.POST.get("do") == "away":
        return _away(visit, row)
    try:
        place = take_in_all(visit, row) if visit.request.POST.get("do") == "pictures" else carry_out(visit, row)
    except Refused as refused:
        return _refused(visit, row, refused)
    return HttpResponseRedirect(f"{visit.request.path}#{place}" if place else visit.request.path)


def _page(visit: Visit, row: Draft, *, changes: bool, status: int = 200, wrong: str = "") -> HttpResponse:
    values = showing.page(visit, row, changes=changes)
    return render(visit.request, "drafts/draft.html", {**values, "wrong": wrong}, status=status)


def _refused(visit: Visit, row: Draft, refused: Refused) -> HttpResponse:
    """The page again with why not, and with everything that was typed; of a change of someone else, what it was."""
    wrong = said_here(refused)
    row.refresh_from_db()
    return _page(visit, row, changes=row.state in OPEN, status=409, wrong=wrong)


def _away(visit: Visit, row: Draft) -> HttpResponse:
    try:
        actions.throw_away(visit.doing, row.pk, version=row.version)
    except Refused as refused:
        return _refused(visit, row, refused)
    messages.success(visit.request, _("Het bericht is weggegooid, met de foto's."))
    return HttpResponseRedirect(resolve_url("drafts:drafts", code=row.school.code))
