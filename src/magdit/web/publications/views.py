"""The list of what a school published, and the page of one publication with its buttons."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications_queries import READERS
from magdit.areas.drafts.rules_out import FAILED, ON_PAPER, PLACED, WAITING
from magdit.areas.drafts.turns import POST, turns_of
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import School
from magdit.areas.registers.actions import SHOWERS
from magdit.journeys.publications.listing import Chosen, lines, places_of, publications_at
from magdit.journeys.publications.one import Story, story_of
from magdit.journeys.publications.taking_away import put_back, take_away
from magdit.web.publications import telling
from magdit.web.publications.here import publication_here, school_here
from magdit.web.publications.timeline import timeline
from magdit.web.publish.telling import because_told
from magdit.web.room import room, said_here
from magdit.web.rooms import TASKERS
from magdit.web.told import page_language, word
from magdit.web.visit import Visit
from magdit.words.media import MEDIA

ON_A_PAGE = 25
MAY_GO = (WAITING, PLACED, FAILED, ON_PAPER)


@room
def publications(visit: Visit, code: str) -> HttpResponse:
    """Everything the visitor may see of what this school published, the newest first."""
    school = school_here(visit, code)
    asked = visit.request.GET
    chosen = Chosen(asked.get("staat", ""), asked.get("waar", ""), asked.get("sinds", ""))
    found = publications_at(visit.doing, visit.person, school, chosen)
    page = Paginator(found, ON_A_PAGE).get_page(asked.get("pagina"))
    listed = [(one, telling.pill(one.row, must_go=one.must_go)) for one in lines(page.object_list)]
    told = {
        "school": school, "page": page, "lines": listed, "chosen": chosen, "places": _places(visit, school),
        "stands": telling.stands(), "periods": telling.periods(), "more": _others_of(visit, page),
        "filtered": any((chosen.stands, chosen.where, chosen.period)), "all_of_school": _answers(visit, school),
        "sees_archive": visit.is_one_of(TASKERS, at=school),
        "held": turns_of(visit.person, school, visit.today).filter(kind=POST).order_by("due"),
    }  # fmt: skip
    return render(visit.request, "publications/publications.html", told)


@room
def publication(visit: Visit, code: str, publication: UUID) -> HttpResponse:
    """All that is known of one; sending a form takes it down, or puts it back."""
    row = publication_here(visit, code, publication)
    if not visit.sends:
        return _shown(visit, row)
    try:
        _carried_out(visit, row)
    except Refused as refused:
        return _shown(visit, publication_here(visit, code, publication), wrong=said_here(refused))
    return HttpResponseRedirect(visit.request.path)


def _carried_out(visit: Visit, row: Publication) -> None:
    do = visit.request.POST.get("do", "")
    if do == "away":
        take_away(visit.doing, row.pk, why=visit.request.POST.get("why", ""))
        messages.success(visit.request, _("Opgeschreven. Hieronder staat wie het weghaalt, en voor wanneer."))
    elif do == "restore":
        put_back(visit.doing, row.pk)
        messages.success(visit.request, _("Het wordt teruggezet."))
    else:
        raise Http404


def _shown(visit: Visit, row: Publication, *, wrong: str = "") -> HttpResponse:
    story = story_of(visit.doing, visit.person, row, language=page_language())
    works = visit.is_one_of(SHOWERS, at=row.school)
    told = {
        "school": row.school, "row": row, "story": story, "events": timeline(story), "wrong": wrong,
        "pill": telling.pill(row, must_go=story.must_go), "why": _why(story), "now": visit.at,
        "open": [one for one in story.tasks if one.row.done_at is None], "until": _until(row),
        "typed_why": (visit.typed or QueryDict()).get("why", ""),
        "may_take_away": works and not story.must_go and row.state in MAY_GO,
        "may_restore": works and story.may_restore, "takes_down": visit.is_one_of(TASKERS, at=row.school),
        "is_moving": row.state in (WAITING, FAILED) and works, "on_paper": row.state == ON_PAPER,
    }  # fmt: skip
    return render(visit.request, "publications/publication.html", told)


def _why(story: Story) -> tuple[str, ...]:
    """Why it must go, or why it went; each reason once."""
    row = story.row
    codes = [one.row.because for one in story.tasks if one.row.done_at is None]
    codes += [row.down_because] if row.down_because and (story.must_go or row.down_at) else []
    return tuple(dict.fromkeys(because_told(code) for code in codes))


def _until(row: Publication) -> date | None:
    """Until when the yeses and rules that it rests on last."""
    told = row.rests_on.get("again", {}).get("until") or row.rests_on.get("until")
    return datetime.fromisoformat(str(told)).date() if told else None


def _places(visit: Visit, school: School) -> tuple[tuple[str, str], ...]:
    accounts, media = places_of(visit.doing, visit.person, school)
    named = [(str(one.pk), one.name) for one in accounts]
    return (*named, *((code, word(MEDIA, code)) for code in media))


def _others_of(visit: Visit, page: Page[Publication]) -> dict[str, Any]:
    """The addresses of the pages before and after, with the same choices."""
    query = visit.request.GET.copy()
    found = {}
    for name, number in (("before", page.number - 1), ("after", page.number + 1)):
        if 1 <= number <= page.paginator.num_pages:
            query["pagina"] = str(number)
            found[name] = f"?{query.urlencode()}"
    return found


def _answers(visit: Visit, school: School) -> bool:
    return visit.is_one_of(READERS, at=school)
