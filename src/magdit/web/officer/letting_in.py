"""Who comes into the officer's room, and whom they may open there. What is not theirs is not there: 404."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import visible_files
from magdit.web.room import room
from magdit.web.rooms import OFFICERS
from magdit.web.visit import Visit

FG = ("fg",)
View = Callable[..., HttpResponse]


def officer_room(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Only for who has one of the roles of this room."""

    @wraps(view)
    def inside(visit: Visit, **parts: Any) -> HttpResponse:
        if not visit.is_one_of(OFFICERS):
            raise Http404
        return view(visit, **parts)

    return room(inside)


def person_of(visit: Visit, person: UUID) -> Person:
    """The person of this address, as far as this officer may see them."""
    return visit.one(visible_files(visit.person, visit.today).select_related("board"), pk=person)


def schools_of(visit: Visit) -> list[School]:
    """The schools of which they are the officer."""
    return [school for school in visit.schools if visit.is_one_of(OFFICERS, at=school)]
