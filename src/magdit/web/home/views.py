"""Home: what asks for attention, each with one step. Nothing to do is told too."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from magdit.areas.people.rights import KEEPERS
from magdit.journeys.attention import attention
from magdit.web.home.cards import cards_of
from magdit.web.room import room
from magdit.web.rooms import OFFICERS, TASKERS
from magdit.web.told import in_english
from magdit.web.visit import Visit


@room
def start(visit: Visit) -> HttpResponse:
    """What waits for this visitor, in the roles that they have."""
    people = [*visit.children, *([visit.person] if visit.roles or not visit.children else [])]
    works_for = {*TASKERS, *OFFICERS}
    schools = [one for one in visit.schools if visit.is_one_of(works_for, at=one)]
    keeps = [one for one in schools if visit.is_one_of(KEEPERS, at=one)]
    language = "en" if in_english() else visit.person.language
    found = attention(visit.doing, visit.person, people, schools=schools, keeps=keeps, language=language)
    cards = cards_of(visit, found)
    return render(visit.request, "home/start.html", {"cards": cards})
