"""The desk: what there is to do now in the office of a school, a card for each kind of work."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.journeys.office_desk import desk_of
from magdit.web.office.here import school_of
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def desk(visit: Visit, code: str) -> HttpResponse:
    """The first page of this room."""
    school = school_of(visit, code)
    return render(visit.request, "office/desk.html", {"school": school, "desk": desk_of(school, visit.today)})
