"""What waits for a person, each with one step."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.journeys.office_attention import attention_of
from magdit.web.office.here import language, school_of
from magdit.web.room import room
from magdit.web.visit import Visit


@room
def attention(visit: Visit, code: str) -> HttpResponse:
    """Conflicts, unknown authority, and whatever else does not add up."""
    school = school_of(visit, code)
    told = {"school": school, "found": attention_of(school, visit.today, language=language())}
    return render(visit.request, "office/attention.html", told)
