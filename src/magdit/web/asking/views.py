"""Who asks: 'Ik twijfel', 'Ter goedkeuring', where it lies; and everything that is asked of someone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.drafts import doubts
from magdit.areas.drafts.asked_about import asked_about, last_decided, standing
from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.asking_queries import asked_by, waiting_for
from magdit.areas.drafts.asking_rules import OUTSIDE
from magdit.areas.drafts.family_questions import questions_to
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Doubt
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.waiting import OnLadder, next_asked, on_ladder
from magdit.areas.drafts.words import words_of_all
from magdit.areas.journal.refused import Refused
from magdit.areas.people.names import whole
from magdit.journeys.hand_in.approving import approval_needed, is_approved
from magdit.journeys.hand_in.asking import ask_doubt, request_approval
from magdit.journeys.hand_in.changed import changes, snapshot
from magdit.journeys.hand_in.whom import whom_to_approve, whom_to_ask
from magdit.web.asking.forms import QuestionForm
from magdit.web.asking.here import own_draft
from magdit.web.asking.showing import all_about, all_lie, clause_said, lies, post, precedents_beside
from magdit.web.room import room, said_here
from magdit.web.visit import Visit


@room
def inbox(visit: Visit) -> HttpResponse:
    """All that is asked of me, and where my own questions lie."""
    asked, mine = waiting_for(visit.person, visit.today), asked_by(visit.person)
    words = words_of_all(row.draft for row in (*asked, *mine))
    values = {
        "asked": all_lie(asked, visit.at, names=True, words=words),
        "mine": all_lie(mine, visit.at, names=bool(visit.roles), words=words),
        "families": questions_to(visit.person, visit.at),
        "works": not all(one.role in OUTSIDE for one in visit.roles),
    }
    return render(visit.request, "asking/inbox.html", values)


@room
def stands(visit: Visit, draft: UUID) -> HttpResponse:
    """How it stands with what I asked about one draft."""
    row = own_draft(visit, draft)
    told = all_about(asked_about(row), visit.at, names=bool(visit.roles))
    return render(visit.request, "asking/stands.html", {"draft": row, "all": told, "back": back_to(visit, row)})


@room
def doubt(visit: Visit, code: str, draft: UUID) -> HttpResponse:
    """Ask one question about a draft, of whom the protocol names."""
    row = own_draft(visit, draft, code=code)
    values = post(visit, row, kind="bericht", row=row.pk)
    ladder = whom_to_ask(values["judging"])
    there = on_ladder(row.school, ladder, visit.today)
    first = there.next(author=row.author_id)
    start = {"version": row.version, "role": first.role if first else ""}
    roles = _to_choose_from(there, author=row.author_id)
    form = QuestionForm(visit.typed, roles=roles, je=visit.je, initial=start)
    wrong = ""
    if visit.sends:
        answer, wrong = _asked(visit, row, form)
        if answer is not None:
            return answer
    last = next(reversed(standing(values["judging"].asked, Doubt)), None)
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
    judging = values["judging"]
    before = last_decided(judging.asked)
    ladder = whom_to_approve(judging, judging.rules.role)
    more = {
        "wrong": wrong, "needed": approval_needed(judging), "approved": is_approved(judging),
        "who": _who(visit, next_asked(row.school, ladder, visit.today, author=row.author_id)),
        "changed": changes(said_in(before).get("was", {}), snapshot(judging)) if before else None,
        "all": all_about(judging.asked, visit.at, names=bool(visit.roles)), "back": back_to(visit, row),
        "precedents": precedents_beside(judging), "open": row.state in OPEN,
    }  # fmt: skip
    return render(visit.request, "asking/approval.html", {**values, **more}, status=409 if wrong else 200)


def _to_choose_from(there: OnLadder, *, author: UUID) -> list[str]:
    """The roles that the protocol names and that someone else has; two roles of one person are one choice."""
    found: dict[UUID, str] = {}
    for role, clause in there.ladder:
        people = [one for one in there.people_with(role) if one.pk != author]
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
            messages.success(
                visit.request,
                visit.hears(
                    _("U twijfelt niet meer. De vraag is ingetrokken."),
                    _("Je twijfelt niet meer. De vraag is ingetrokken."),
                ),
            )
            if visit.request.POST.get("back"):  # it was taken back where the verdict stands
                return HttpResponseRedirect(back_to(visit, row)), ""
        elif form.is_valid():
            told = form.cleaned_data
            ask_doubt(
                visit.doing, row.pk, version=told["version"], question=told["question"], role=told.get("role", "")
            )
            messages.success(
                visit.request,
                visit.hears(
                    _("Uw vraag is gesteld. U krijgt bericht als er antwoord is."),
                    _("Je vraag is gesteld. Je krijgt bericht als er antwoord is."),
                ),
            )
        else:
            return None, ""
    except Refused as refused:
        return None, said_here(refused)
    return HttpResponseRedirect(resolve_url("asking:stands", row.pk)), ""


def _who(visit: Visit, found: Any) -> str:
    """The name of who is asked, for who works there."""
    return whole(found.person) if found is not None and visit.roles else ""
