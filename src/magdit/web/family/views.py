"""Consents of children and of oneself."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.web.room import room
from magdit.web.visit import Visit


@room
def people(visit: Visit) -> HttpResponse:
    """The first page of this room."""
    return render(visit.request, "family/people.html")
