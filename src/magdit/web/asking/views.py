"""Who asks: 'Ik twijfel', 'Ter goedkeuring', where it lies; and everything that is asked of someone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.drafts import doubts
from magdit.areas.drafts.approvals import last_decided
from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.asking_queries import asked_by, waiting_for
from magdit.areas.drafts.asking_rules import OUTSIDE
from magdit.areas.drafts.doubts import last_doubt
from magdit.areas.drafts.family_questions import questions_to
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.waiting import Ladder, next_asked, people_with, rules_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.names import whole
from magdit.journeys.hand_in.approving import approval_needed, is_approved
from magdit.journeys.hand_in.asking import ask_doubt, request_approval
from magdit.journeys.hand_in.changed import changes, snapshot
from magdit.journeys.hand_in.whom import whom_to_approve, whom_to_ask
from magdit.web.asking.forms import QuestionForm
from magdit.web.asking.here import own_draft
from magdit.web.asking.showing import all_about, clause_said, lies, post, precedents_beside
from magdit.web.room import room, said_here
from magdit.web.visit import Visit


@room
def inbox(visit: Visit) -> HttpResponse:
    """All that is asked of me, and where my own questions lie."""
    values = {
        "asked": [lies(row, visit.at, names=True) for row in waiting_for(visit.person, visit.today)],
        "mine": [lies(row, visit.at, names=bool(visit.roles)) for row in asked_by(visit.person)],
        "families": questions_to(visit.person, visit.at),
        "works": not all(one.role in OUTSIDE for one in visit.roles),
    }
    return render(visit.request, "asking/inbox.html", values)


@room
def stands(visit: Visit, draft: UUID) -> HttpResponse:
    """How it stands with what I asked about one draft."""
    row = own_draft(visit, draft)
    values = {"draft": row, "all": all_about(row, visit.at, names=bool(visit.roles)), "back": back_to(visit, row)}
    return render(visit.request, "asking/stands.html", values)


@room
def doubt(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """Ask one question about a draft, of whom the protocol names."""
    row = own_draft(visit, draft, code=code)
    values = post(visit, row, kind="bericht", row=row.pk)
    ladder = whom_to_ask(values["judging"])
    first = next_asked(row.school, ladder, visit.today, author=row.author_id)
    there = _to_choose_from(row, ladder, visit)
    start = {"version": row.version, "role": first.role if first else ""}
    form = QuestionForm(visit.typed, roles=there, initial=start)
    wrong = ""
    if visit.sends:
        answer, wrong = _asked(visit, row, form)
        if answer is not None:
            return answer
    last = last_doubt(row)
    clause = first.clause if first else ""
    more = {
        "asked_clause": clause, "clause_said": clause_said(values["judging"], clause),
        "precedents": precedents_beside(values["judging"], clause),
        "form": form, "wrong": wrong, "first": first, "who": _who(visit, first), "back": back_to(visit, row),
        "last": lies(last, visit.at, names=bool(visit.roles)) if last else None, "open": row.state in OPEN,
    }  # fmt: skip
    return render(visit.request, "asking/doubt.html", {**values, **more}, status=409 if wrong else 200)


@room
def approval(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """Hand a draft in for approval, and see what changed since the last time."""
    row = own_draft(visit, draft, code=code)
    wrong = ""
    if visit.sends:
        try:
            request_approval(visit.doing, row.pk, version=visit.number("version"))
            messages.success(visit.request, _("Uw bericht ligt nu ter goedkeuring."))
            return HttpResponseRedirect(resolve_url("asking:stands", row.pk))
        except Refused as refused:
            wrong = said_here(refused)
            row.refresh_from_db()
    values = post(visit, row, kind="bericht", row=row.pk)
    judging, before = values["judging"], last_decided(row)
    ladder = whom_to_approve(judging, rules_of(row.school).role)
    more = {
        "wrong": wrong, "needed": approval_needed(judging), "approved": is_approved(judging),
        "who": _who(visit, next_asked(row.school, ladder, visit.today, author=row.author_id)),
        "changed": changes(said_in(before).get("was", {}), snapshot(judging)) if before else None,
        "all": all_about(row, visit.at, names=bool(visit.roles)), "back": back_to(visit, row),
        "open": row.state in OPEN,
    }  # fmt: skip
    return render(visit.request, "asking/approval.html", {**values, **more}, status=409 if wrong else 200)


def _to_choose_from(row: Draft, ladder: Ladder, visit: Visit) -> list[str]:
    """The roles that the protocol names and that someone else has; two roles of one person are one choice."""
    found: dict[UUID, str] = {}
    for role, clause in ladder:
        people = [one for one in people_with(row.school, role, visit.today) if one.pk != row.author_id]
        if clause and people:
            found.setdefault(people[0].pk, role)
    return list(found.values())


def back_to(visit: Visit, row: Draft) -> str:
    """The page of the draft: of the school for who works there, of the family otherwise."""
    if visit.is_one_of(("medewerker",), at=row.school):
        return resolve_url("drafts:draft", row.school.code, row.pk)
    return resolve_url("asking:draft", row.pk)


def _asked(visit: Visit, row: Draft, form: QuestionForm) -> tuple[HttpResponse | None, str]:
    """The doubt carried out, or the sentence that says why not."""
    try:
        if visit.request.POST.get("do") == "withdraw":
            doubts.withdraw(visit.doing, row.pk, version=visit.number("version"))
            messages.success(visit.request, _("U twijfelt niet meer. De vraag is ingetrokken."))
            if visit.request.POST.get("back"):  # it was taken back where the verdict stands
                return HttpResponseRedirect(back_to(visit, row)), ""
        elif form.is_valid():
            told = form.cleaned_data
            ask_doubt(
                visit.doing, row.pk, version=told["version"], question=told["question"], role=told.get("role", "")
            )
            messages.success(visit.request, _("Uw vraag is gesteld. U krijgt bericht als er antwoord is."))
        else:
            return None, ""
    except Refused as refused:
        return None, said_here(refused)
    return HttpResponseRedirect(resolve_url("asking:stands", row.pk)), ""


def _who(visit: Visit, found: Any) -> str:
    """The name of who is asked, for who works there."""
    return whole(found.person) if found is not None and visit.roles else ""
