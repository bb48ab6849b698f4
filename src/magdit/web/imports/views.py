"""The lists that were handed in, and what to do with one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.areas.people.rights import KEEPERS
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def lists(visit: Visit, code: str) -> HttpResponse:
    """The lists of this school."""
    school = visit.school(code, for_roles=KEEPERS)
    return render(visit.request, "imports/lists.html", {"school": school})
