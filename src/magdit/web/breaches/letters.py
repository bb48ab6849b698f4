"""Letters about a breach, to print or copy: the facts in the order of the authority's form, and to those concerned."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from magdit.areas.registers.breaches_story import story_of
from magdit.web.breaches.here import one_of
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def authority(visit: Visit, breach: UUID) -> HttpResponse:
    """What the form of the authority asks, filled in as far as it is known."""
    return _letter(visit, breach, "breaches/authority.html")


@room
def concerned(visit: Visit, breach: UUID) -> HttpResponse:
    """To the people whose data it is: what happened, what it may mean, what was done, what they can do."""
    return _letter(visit, breach, "breaches/concerned.html")


def _letter(visit: Visit, breach: UUID, page: str) -> HttpResponse:
    row = one_of(visit, breach)
    told = {"breach": row, "story": story_of(row), "board": visit.person.board, "today": visit.today}
    return render(visit.request, page, told)
