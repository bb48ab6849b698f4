"""Answers on paper: look up whom it is about, type the paper over, keep the scan, and look at it again."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from magdit.areas.consent.models import Scan
from magdit.areas.consent.paper import MOST, TakenIn, answers_on, open_scan
from magdit.areas.people.at_school import pupils_and_staff_of
from magdit.journeys.office_paper import form_for, titles_of
from magdit.web.office.forms import opened
from magdit.web.office.here import language, school_of
from magdit.web.office.paper_form import PaperForm
from magdit.web.office.searching import search
from magdit.web.office.uploads import files_within, too_large
from magdit.web.room import room
from magdit.web.visit import Visit

ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


@room
def paper_find(visit: Visit, code: str) -> HttpResponse:
    """Whom is the paper about?"""
    school = school_of(visit, code)
    found = search(visit, pupils_and_staff_of(school, visit.today))
    if found.sent:
        return redirect("office:paper_find", code)
    return render(visit.request, "office/paper_find.html", {"school": school, "found": found})


@files_within(MOST)
@room
def paper(visit: Visit, code: str, person: UUID) -> HttpResponse:
    """Type over the paper of one person; all of it is kept, or nothing."""
    school = school_of(visit, code)
    who = visit.one(pupils_and_staff_of(school, visit.today), pk=person)
    asked = form_for(school, who, visit.today, language=language())
    form = opened(visit, PaperForm, asked=asked, too_large="scan" in too_large(visit.request))
    taken = form.hand_in(visit.doing, school) if visit.sends else None
    if taken is not None:
        _say(visit, taken)
        return redirect("office:paper_kept", code, who.pk, taken.scan.pk)
    told = {"school": school, "who": who, "form": form, "asked": asked}
    return render(visit.request, "office/paper.html", told)


@room
def paper_kept(visit: Visit, code: str, person: UUID, scan: UUID) -> HttpResponse:
    """What was kept of a paper; sent from here, the scan itself comes, and that leaves a line."""
    school = school_of(visit, code)
    who = visit.one(pupils_and_staff_of(school, visit.today), pk=person)
    kept = visit.one(Scan.objects.filter(person=who), pk=scan)
    answers = tuple(answers_on(kept))
    if visit.sends and answers:
        return _file(open_scan(visit.doing, answers[0]), kept)
    titles = titles_of(TakenIn(kept, answers), who, school, language=language())
    lines = [(titles[answer.item_id], answer) for answer in answers]
    told = {"school": school, "who": who, "scan": kept, "lines": lines, "first": answers[0] if answers else None}
    return render(visit.request, "office/paper_kept.html", told)


def _say(visit: Visit, taken: TakenIn) -> None:
    if taken.again:
        messages.info(visit.request, _("Dit papier was al ingevoerd. Er is niets dubbel bewaard."))
    else:
        messages.success(visit.request, _("Het papier is bewaard, en de antwoorden tellen meteen."))


def _file(data: bytes, scan: Scan) -> HttpResponse:
    """A file to keep, never a page: whatever is in it, the browser runs nothing of it on our address."""
    response = HttpResponse(data, content_type=scan.media_type)
    name = f"papier-{scan.taken_in_at:%Y-%m-%d}.{ENDINGS.get(scan.media_type, 'bin')}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
