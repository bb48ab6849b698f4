"""Settings: one's own, the school's, keys for programs."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.web.room import room
from magdit.web.visit import Visit


@room
def own(visit: Visit) -> HttpResponse:
    """The first page of this room."""
    return render(visit.request, "settings/own.html")
