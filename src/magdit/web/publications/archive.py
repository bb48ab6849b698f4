"""What stood online before magdit and could not be published today: a list with its tasks, and the page of one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.drafts.turns import ARCHIVE, turns_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.models import ArchiveTask
from magdit.areas.registers.models_archive import OPEN
from magdit.journeys.archive.listing import listed, tasks_at, whole
from magdit.journeys.archive.taking_down import take_down
from magdit.journeys.archive.tasks import finish, say_not_needed
from magdit.web.publications.here import school_here
from magdit.web.room import NOT_THERE, room
from magdit.web.rooms import TASKERS
from magdit.web.told import refusal
from magdit.web.visit import Visit
from magdit.wording.archive_levels import LEVELS
from magdit.wording.troubles import trouble_in

ON_A_PAGE = 25


@room
def tasks(visit: Visit, code: str) -> HttpResponse:
    """The tasks of this school, those to be done first."""
    school = _here(visit, code)
    asked = visit.request.GET
    state = asked.get("staat", OPEN)
    level = asked.get("ernst", "") if asked.get("ernst", "") in LEVELS else ""
    page = Paginator(tasks_at(school, state=state, level=level), ON_A_PAGE).get_page(asked.get("pagina"))
    query = asked.copy()
    more = {}
    for name, number in (("before", page.number - 1), ("after", page.number + 1)):
        query["pagina"] = str(number)
        if 1 <= number <= page.paginator.num_pages:
            more[name] = f"?{query.urlencode()}"
    told = {
        "school": school, "page": page, "lines": listed(page.object_list), "state": state, "level": level,
        "more": more, "levels": [(one, _(LEVELS[one].title)) for one in LEVELS if one != "niets"], "now": visit.at,
        "filtered": bool(level) or state != OPEN,
    }  # fmt: skip
    return render(visit.request, "publications/archive.html", told)


@room
def task(visit: Visit, code: str, task: UUID) -> HttpResponse:
    """One of them, with why; sending a form says that it is dealt with, or has magdit take it down."""
    school = _here(visit, code)
    row = visit.one(ArchiveTask.objects.select_related("school", "ended_by").filter(school=school), pk=task)
    if not visit.sends:
        return _shown(visit, row)
    try:
        _carried_out(visit, row)
    except Refused as refused:
        if refused.code in NOT_THERE:
            raise
        if refused.code != "done_already":
            return _shown(visit, row, wrong=_why_not(refused))
    return HttpResponseRedirect(visit.request.path)


def _why_not(refused: Refused) -> str:
    """What is wrong; of a site that did not do as it was asked also what it said."""
    code = str(refused.facts.get("trouble", ""))
    return f"{refusal(refused)} {trouble_in(code, translate=_)}".strip() if code else refusal(refused)


def _here(visit: Visit, code: str) -> School:
    """The school, for who takes things down there and for who has the turn; 404 otherwise."""
    school = school_here(visit, code)
    mine = turns_of(visit.person, school, visit.today).filter(kind=ARCHIVE)
    if not visit.is_one_of(TASKERS, at=school) and not mine.exists():
        raise Http404
    return school


def _carried_out(visit: Visit, row: ArchiveTask) -> None:
    typed = visit.request.POST
    do = typed.get("do", "")
    if do == "done":
        finish(visit.doing, row.pk, proof=typed.get("proof", ""))
        messages.success(visit.request, _("Opgeschreven: dit is gedaan."))
    elif do == "not_needed":
        say_not_needed(visit.doing, row.pk, reason=typed.get("reason", ""))
        messages.success(visit.request, _("Opgeschreven: dit mag blijven staan."))
    elif do == "take_down":
        take_down(visit.doing, row.pk)
        messages.success(visit.request, _("magdit haalde het weg en keek na dat het weg is."))
    else:
        raise Http404


def _shown(visit: Visit, row: ArchiveTask, *, wrong: str = "") -> HttpResponse:
    typed = visit.typed or QueryDict()
    told = {
        "school": row.school, "row": row, "one": whole(row), "wrong": wrong, "now": visit.at,
        "is_open": row.state == OPEN, "typed": typed.get("do", ""),
        "proof": typed.get("proof", ""), "reason": typed.get("reason", ""),
    }  # fmt: skip
    return render(visit.request, "publications/archive_task.html", told)
