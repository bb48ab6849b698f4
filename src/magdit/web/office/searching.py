"""Looking someone up by name. What is typed is sent, kept in the session and never stands in an address."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from magdit.areas.people.at_school import find
from magdit.areas.people.models import Person
from magdit.web.office.forms import Search, opened
from magdit.web.sealed import seal, unseal
from magdit.web.visit import Visit

PLACE = "office_search"


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for and found; `sent`: show the page anew, so that going back does no harm."""

    form: Search
    words: str = ""
    people: tuple[Person, ...] = ()
    more: bool = False
    sent: bool = False


def search(visit: Visit, people: QuerySet[Person]) -> Found:
    """The people that were asked for, of these; one search for all pages of the office."""
    session = visit.request.session
    if visit.sends:
        form = opened(visit, Search)
        if not form.is_valid():
            return Found(form)
        session[PLACE] = seal(form.cleaned_data["words"])
        return Found(form, sent=True)
    words = str(unseal(session.get(PLACE, "")) or "")
    found, more = find(people, words)
    return Found(opened(visit, Search, initial={"words": words}), words, tuple(found), more)
