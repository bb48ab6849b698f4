"""The office: rounds, paper, conflicts, imports, invitations."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.web.room import room
from magdit.web.visit import Visit


@room
def desk(visit: Visit, code: str) -> HttpResponse:
    """The first page of this room."""
    return render(visit.request, "office/desk.html")
