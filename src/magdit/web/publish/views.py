"""The pages of sending: one to say yes, one that tells how it goes, and what a person does by hand."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render, resolve_url

from magdit.areas.drafts.models import Draft
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.journeys.publish.by_hand import not_placed, package, placed_by_hand, retry
from magdit.journeys.publish.sending import SENT, publish
from magdit.journeys.publish.showing import OnItsWay, ready
from magdit.web.addresses import with_scheme
from magdit.web.publish.here import draft_to_send, publication_here
from magdit.web.publish.telling import state_told
from magdit.web.room import room, said_here
from magdit.web.told import refusal
from magdit.web.visit import Visit


@room
def send(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """What leaves, where and when; sending the form sends it, or plans it."""
    row = draft_to_send(visit, code, draft)
    if row.state in SENT:
        return _sent(row)
    if not visit.sends:
        return _confirm(visit, row)
    typed = visit.request.POST
    looked_at = typed.getlist("looked") if typed.get("looks") else ()
    try:
        return _sent(publish(visit.doing, row.pk, version=visit.number("version"), looked_at=looked_at))
    except Refused as refused:
        wrong = said_here(refused)
        row.refresh_from_db()
        return _sent(row) if row.state in SENT else _confirm(visit, row, wrong=wrong)


@room
def state(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """How it goes with this publication."""
    return _state(visit, publication_here(visit, code, publication))


@room
def package_of(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """The clean package, to place by hand. It is asked for with a button: from then on it may be out there."""
    found = publication_here(visit, code, publication)
    if not visit.sends:
        return _to_state(found)
    try:
        made = package(visit.doing, publication)
    except Refused as refused:
        return _refused(visit, code, publication, refused)
    return FileResponse(made, as_attachment=True, filename="bericht.zip", content_type="application/zip")  # type: ignore[return-value]  # a streamed answer is an answer too


@room
def placed(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """A person says where it stands now, or that it was not placed."""
    found, typed = publication_here(visit, code, publication), visit.request.POST
    if not visit.sends:
        return _to_state(found)
    try:
        if typed.get("do") == "not":
            not_placed(visit.doing, publication)
        else:
            count = visit.number("circulation")
            printed = count if count > 0 else None
            placed_by_hand(visit.doing, publication, url=with_scheme(typed.get("url", "")), circulation=printed)
    except Refused as refused:
        return _refused(visit, code, publication, refused)
    return _to_state(found)


@room
def again(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """Try again what did not work."""
    found = publication_here(visit, code, publication)
    if not visit.sends:
        return _to_state(found)
    try:
        retry(visit.doing, publication)
    except Refused as refused:
        return _refused(visit, code, publication, refused)
    return _to_state(found)


def _confirm(visit: Visit, row: Draft, *, wrong: str = "") -> HttpResponse:
    found = ready(visit.doing, row)
    if found.wrong is not None and not wrong:
        wrong = refusal(found.wrong)
    told = {
        "school": row.school, "draft": row, "ready": found, "wrong": wrong, "blocked": found.wrong is not None,
        "later": row.planned is not None and row.planned > visit.at,
    }  # fmt: skip
    return render(visit.request, "publish/send.html", told)


def _sent(row: Draft) -> HttpResponse:
    made = getattr(row, "publication", None)
    if made is None:
        return HttpResponseRedirect(resolve_url("drafts:draft", code=row.school.code, draft=row.pk))
    return HttpResponseRedirect(resolve_url("publish:state", code=row.school.code, publication=made.pk))


def _state(visit: Visit, found: OnItsWay, *, wrong: str = "") -> HttpResponse:
    typed = visit.typed or QueryDict()
    school: School = found.row.school
    told = {
        "school": school, "found": found, "row": found.row, "told": state_told(found), "wrong": wrong,
        "typed_url": typed.get("url", ""), "typed_circulation": typed.get("circulation", ""),
    }  # fmt: skip
    return render(visit.request, "publish/state.html", told)


def _to_state(found: OnItsWay) -> HttpResponse:
    return HttpResponseRedirect(resolve_url("publish:state", code=found.row.school.code, publication=found.row.pk))


def _refused(visit: Visit, code: str, publication: UUID, refused: Refused) -> HttpResponse:
    wrong, found = said_here(refused), publication_here(visit, code, publication)
    if refused.code == "no_longer_allowed":
        messages.error(visit.request, wrong)
        return _to_state(found)
    return _state(visit, found, wrong=wrong)
