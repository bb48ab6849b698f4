"""Home: what asks for attention."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.web.room import room
from magdit.web.visit import Visit


@room
def start(visit: Visit) -> HttpResponse:
    """The first page of this room."""
    return render(visit.request, "home/start.html")
