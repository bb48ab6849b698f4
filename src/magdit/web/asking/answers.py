"""Who is asked: a doubt to answer, a post to approve, a parent's wish to put before others. Made for one thumb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.drafts.asked_about import last_decided
from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.asking_rules import covers
from magdit.areas.drafts.family_questions import classmates
from magdit.areas.drafts.models_asked import Approval, Doubt, FamilyRequest
from magdit.areas.drafts.waiting import next_asked, roles_here
from magdit.areas.journal.refused import Refused
from magdit.journeys.hand_in.asking import answer_doubt, decide_approval, keep_precedent, put_further
from magdit.journeys.hand_in.changed import changes, snapshot
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.leaves import JUDGEMENT
from magdit.journeys.hand_in.parents import ask_parents, do_not_ask
from magdit.web.asking.forms import AnswerForm, DecisionForm, PrecedentForm
from magdit.web.asking.here import waiting_here
from magdit.web.asking.showing import clause_said, lies, post, precedents_beside
from magdit.web.room import room, said_here
from magdit.web.visit import Visit


@room
def answer(visit: Visit, kind: str, row: UUID) -> HttpResponse:
    """The one thing that is asked, with all one needs to answer it."""
    found = waiting_here(visit, kind, row)
    if isinstance(found, Doubt):
        return _doubt(visit, found)
    return _approval(visit, found) if isinstance(found, Approval) else _parents(visit, found)


def _doubt(visit: Visit, row: Doubt) -> HttpResponse:
    values = _values(visit, row, kind="twijfel")
    facts = _facts(visit, row, values) if row.answered_at is None else []
    form = AnswerForm(visit.typed, facts=facts)
    keep = PrecedentForm(visit.typed, initial={"precedent": row.precedent or values["lies"].answer})
    wrong = ""
    if visit.sends:
        done, wrong = _carried_out(lambda: _say(visit, row, form, keep))
        if done:
            return HttpResponseRedirect(visit.request.path)
    more = {
        "asked_clause": row.clause, "clause_said": clause_said(values["judging"], row.clause),
        "precedents": precedents_beside(values["judging"], row.clause),
        "form": form, "keep": keep, "wrong": wrong, "facts": [form[f"feit-{name}"] for name, _text in facts],
        "further": _further(visit, row), "mine": row.answered_by_id == visit.person.pk,
    }  # fmt: skip
    return render(visit.request, "asking/answer_doubt.html", {**values, **more}, status=409 if wrong else 200)


def _say(visit: Visit, row: Doubt, form: AnswerForm, keep: PrecedentForm) -> bool:
    do = visit.request.POST.get("do")
    if do == "further":
        put_further(visit.doing, row.pk)
        messages.success(visit.request, _("De vraag ligt nu bij de volgende."))
        return True
    if do == "precedent":
        if not keep.is_valid():
            return False
        keep_precedent(visit.doing, row.pk, keep.cleaned_data["precedent"])
        messages.success(visit.request, _("Bewaard. Het staat nu bij het artikel."))
        return True
    if not form.is_valid():
        return False
    told = form.cleaned_data
    answer_doubt(visit.doing, row.pk, outcome=told["outcome"], words=told["words"], facts=form.facts())
    messages.success(visit.request, _("Uw antwoord is verstuurd."))
    return True


def _approval(visit: Visit, row: Approval) -> HttpResponse:
    values = _values(visit, row, kind="goedkeuring")
    form, wrong = DecisionForm(visit.typed), ""
    if visit.sends and form.is_valid():
        told = form.cleaned_data
        done, wrong = _carried_out(
            lambda: bool(decide_approval(visit.doing, row.pk, outcome=told["outcome"], note=told["note"]))
        )
        if done:
            messages.success(visit.request, _("Uw besluit is verstuurd."))
            return HttpResponseRedirect(visit.request.path)
    before = last_decided(values["judging"].asked)
    was = said_in(before).get("was", {}) if before is not None and before.pk != row.pk else {}
    more = {"form": form, "wrong": wrong, "changed": changes(was, snapshot(values["judging"])), "again": bool(was)}
    more["precedents"] = precedents_beside(values["judging"])
    return render(visit.request, "asking/answer_approval.html", {**values, **more}, status=409 if wrong else 200)


def _parents(visit: Visit, row: FamilyRequest) -> HttpResponse:
    values, wrong = _values(visit, row, kind="ouders"), ""
    if visit.sends:
        done, wrong = _carried_out(lambda: _ask_or_not(visit, row))
        if done:
            return HttpResponseRedirect(visit.request.path)
    typed = visit.typed.getlist("child") if visit.typed is not None else row.children
    more = {
        "children": [
            (one, str(one.pk) in typed, str(one.pk) in row.children)
            for one in classmates(row.draft.author, row.draft.school, visit.today)
        ],
        "wrong": wrong,
    }  # fmt: skip
    return render(visit.request, "asking/answer_parents.html", {**values, **more}, status=409 if wrong else 200)


def _ask_or_not(visit: Visit, row: FamilyRequest) -> bool:
    if visit.request.POST.get("do") == "not":
        do_not_ask(visit.doing, row.pk)
        messages.success(visit.request, _("De ouder hoort dat de school dit niet vraagt."))
        return True
    chosen = visit.request.POST.getlist("child")
    ask_parents(visit.doing, row.pk, children=chosen)
    messages.success(visit.request, _("De ouders zijn gevraagd. Wie niets zegt, zegt nee."))
    return True


def _carried_out(does: Callable[[], bool]) -> tuple[bool, str]:
    """Whether it was done, and otherwise the sentence that says why not."""
    try:
        return does(), ""
    except Refused as refused:
        return False, said_here(refused)


def _values(visit: Visit, row: Any, *, kind: str) -> dict[str, Any]:
    values = post(visit, row.draft, kind=kind, row=row.pk)
    same = digest_of(values["judging"]) == row.digest
    return {**values, "row": row, "lies": lies(row, visit.at, names=True), "same": same, "decides": True}


def _facts(visit: Visit, row: Doubt, values: dict[str, Any]) -> list[tuple[str, str]]:
    """What the protocol leaves to who is asked here, as questions; nothing for who does not speak in that role."""
    if not covers(roles_here(visit.person, row.draft.school, visit.today), row.asked_role):
        return []
    catalogue = values["judging"].book.catalogue
    known = ((name, catalogue.fact(name)) for kind, name in row.about if kind == JUDGEMENT)
    return [(name, fact.question) for name, fact in known if fact is not None]


def _further(visit: Visit, row: Doubt) -> str:
    """The role whom the protocol names after this one; nothing when there is none."""
    if row.answered_at is not None:
        return ""
    ladder = [(role, clause) for role, clause in row.ladder]
    past = [UUID(one["person"]) for one in row.via] + ([row.asked_id] if row.asked_id else [])
    named = [one for one in ladder[row.rung + 1 :] if one[1]]
    found = next_asked(
        row.draft.school, ladder, visit.today, author=row.draft.author_id, past=past, start=row.rung + 1
    ) if named else None  # fmt: skip
    return found.role if found is not None else ""
