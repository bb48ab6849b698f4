"""What a school must take down: per publication, with proof that it is gone; and what nobody knows the place of."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.consent.texts.catalogue import purposes
from magdit.areas.drafts.models import Turn
from magdit.areas.drafts.turns import turns_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.actions import take_down
from magdit.areas.registers.models import TakedownTask
from magdit.journeys.publish.taking_down import cannot_be_undone, gone_by_hand
from magdit.journeys.publish.tasks import Takedown, ToDo, takedowns_at
from magdit.web.publish.telling import because_told
from magdit.web.room import room
from magdit.web.rooms import STAFF, TASKERS
from magdit.web.told import page_language, refusal, word
from magdit.web.visit import Visit
from magdit.wording.troubles import trouble_in
from magdit.words.states import COVERS


@dataclass(frozen=True, slots=True)
class Told:
    """A task in words: what of someone is shown, and for what, as far as the register knows."""

    task: TakedownTask
    what: str
    why: str
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A publication that must go, in words: why, for whom, and what goes wrong when magdit does it."""

    takedown: Takedown
    why: tuple[str, ...]
    people: tuple[Told, ...]
    trouble: str


@room
def tasks(visit: Visit, code: str) -> HttpResponse:
    """What is still to be taken down, and what was lately; sending the form says that one is gone."""
    school = _here(visit, code)
    found = takedowns_at(visit.doing, visit.person, school)
    if not visit.is_one_of(TASKERS, at=school):
        found = found.only_of(set(turns_of(visit.person, school, visit.today).values_list("subject", flat=True)))
    if not visit.sends:
        return _listed(visit, school, found)
    try:
        _closed(visit, found)
    except Refused as refused:
        if refused.code != "done_already":
            return _listed(visit, school, found, wrong=refusal(refused))
    messages.success(visit.request, _("Opgeschreven: het is weg."))
    return HttpResponseRedirect(visit.request.path)


def _here(visit: Visit, code: str) -> School:
    """The school, for who keeps this list there, and for who has a turn; 404 otherwise."""
    school = visit.school(code, for_roles=(*STAFF, *TASKERS))
    if not visit.is_one_of(TASKERS, at=school) and not turns_of(visit.person, school, visit.today).exists():
        raise Http404
    return school


def _closed(visit: Visit, found: ToDo) -> None:
    """What this form says is gone: a whole publication, or one of which only the person and channel are known."""
    typed = visit.request.POST
    if "publication" not in typed:
        _take_down(visit, found)
        return
    chosen = _id(visit, "publication")
    known = {one.row.pk for one in found.takedowns} | {row.pk for row in found.gone}
    if chosen not in known:
        raise Http404
    if typed.get("do") == "paper":
        cannot_be_undone(visit.doing, chosen)
        return
    sent = visit.request.FILES.get("picture")
    picture = sent.chunks() if sent is not None and not isinstance(sent, list) else None
    gone_by_hand(visit.doing, chosen, proof=typed.get("proof", ""), picture=picture)


def _take_down(visit: Visit, found: ToDo) -> None:
    task = next((one for one in (*found.loose, *found.done) if one.pk == _id(visit, "task")), None)
    if task is None:
        raise Http404
    take_down(visit.doing, task, proof=visit.request.POST.get("proof", ""))


def _listed(visit: Visit, school: School, found: ToDo, *, wrong: str = "") -> HttpResponse:
    typed = visit.typed or QueryDict()
    told = {
        "school": school, "wrong": wrong, "now": visit.at,
        "takedowns": [_shown(one) for one in found.takedowns],
        "open": [_told(one, found.turns.get(one.pk)) for one in found.loose],
        "done": [_told(one) for one in found.done],
        "gone": found.gone,
        "typed_task": typed.get("task", "") or typed.get("publication", ""), "typed_proof": typed.get("proof", ""),
    }  # fmt: skip
    return render(visit.request, "tasks/tasks.html", told)


def _shown(one: Takedown) -> Shown:
    trouble = trouble_in(one.row.trouble, translate=_) if one.row.trouble and one.by_itself else ""
    why = tuple(dict.fromkeys(because_told(code) for code in one.because))
    return Shown(one, why, tuple(_told(task) for task in one.tasks), trouble)


def _told(task: TakedownTask, turn: Turn | None = None) -> Told:
    shown = task.appearance
    known = purposes().get(shown.purpose)
    what = ", ".join(word(COVERS, one) for one in shown.covers)
    return Told(task, what, known.words[page_language()] if known else "", turn)


def _id(visit: Visit, name: str) -> UUID:
    try:
        return UUID(visit.request.POST.get(name, ""))
    except ValueError:
        raise Http404 from None
