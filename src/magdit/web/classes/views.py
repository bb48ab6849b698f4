"""Classes: who may be shown where, and the card for a photo moment."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.web.room import room
from magdit.web.visit import Visit


@room
def classes(visit: Visit, code: str) -> HttpResponse:
    """The first page of this room."""
    return render(visit.request, "classes/classes.html")
