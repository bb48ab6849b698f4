"""The tasks of a school to take something down, and the note that it is gone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.consent.texts.catalogue import purposes
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.actions import take_down
from magdit.areas.registers.models import TakedownTask
from magdit.journeys.attention_tasks import tasks_at
from magdit.web.room import room
from magdit.web.rooms import TASKERS
from magdit.web.told import page_language, refusal, word
from magdit.web.visit import Visit
from magdit.words.states import COVERS


@dataclass(frozen=True, slots=True)
class Told:
    """A task in words: what of someone is shown, and for what, as far as the register knows."""

    task: TakedownTask
    what: str
    why: str


@room
def tasks(visit: Visit, code: str) -> HttpResponse:
    """What is still to be taken down, and what was lately; sending the form says that one is gone."""
    school = visit.school(code, for_roles=TASKERS)
    if not visit.sends:
        return _listed(visit, school)
    task = visit.one(tasks_at(visit.doing, visit.person, school), pk=_id(visit))
    try:
        take_down(visit.doing, task, proof=visit.request.POST.get("proof", ""))
    except Refused as refused:
        if refused.code != "done_already":
            return _listed(visit, school, wrong=refusal(refused))
    messages.success(visit.request, _("Opgeschreven: het is weg."))
    return HttpResponseRedirect(visit.request.path)


def _listed(visit: Visit, school: School, *, wrong: str = "") -> HttpResponse:
    typed = visit.typed or QueryDict()
    rows = [_told(one) for one in tasks_at(visit.doing, visit.person, school)]
    told = {
        "school": school, "wrong": wrong, "now": visit.at,
        "open": [one for one in rows if one.task.done_at is None],
        "done": [one for one in reversed(rows) if one.task.done_at is not None],
        "typed_task": typed.get("task", ""), "typed_proof": typed.get("proof", ""),
    }  # fmt: skip
    return render(visit.request, "tasks/tasks.html", told)


def _told(task: TakedownTask) -> Told:
    shown = task.appearance
    known = purposes().get(shown.purpose)
    return Told(
        task, ", ".join(word(COVERS, one) for one in shown.covers), known.words[page_language()] if known else ""
    )


def _id(visit: Visit) -> UUID:
    try:
        return UUID(visit.request.POST.get("task", ""))
    except ValueError:
        raise Http404 from None
