"""Where a visitor of this room stands: a draft they may send, or a publication they may see."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.queries import editable_drafts
from magdit.areas.people.models import School
from magdit.journeys.publish.showing import OnItsWay, on_its_way
from magdit.web.rooms import STAFF
from magdit.web.visit import Visit


def draft_to_send(visit: Visit, code: str, draft: UUID) -> Draft:
    """The draft of this address, for who may change it; 404 otherwise."""
    school = visit.school(code, for_roles=STAFF)
    rows = editable_drafts(visit.person, visit.today).filter(school=school)
    return visit.one(rows.select_related("school__board", "account", "group", "author"), pk=draft)


def publication_here(visit: Visit, code: str, publication: UUID) -> OnItsWay:
    """The publication of this address, for who may see it; 404 otherwise."""
    found = on_its_way(visit.person, visit.doing, _school(visit, code), publication)
    if found is None:
        raise Http404
    return found


def _school(visit: Visit, code: str) -> School:
    return visit.school(code, for_roles=(*STAFF, "bestuur", "fg"))
