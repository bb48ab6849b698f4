"""Where a visitor of this room stands: a school where they work or answer for what it shows, and a publication."""

from __future__ import annotations

from uuid import UUID

from magdit.areas.drafts.models import Publication
from magdit.areas.drafts.publications_queries import READERS, visible_publications
from magdit.areas.people.models import School
from magdit.web.rooms import STAFF
from magdit.web.visit import Visit


def school_here(visit: Visit, code: str) -> School:
    """The school of this address, for who works there or answers for what it shows; 404 otherwise."""
    return visit.school(code, for_roles=(*STAFF, *READERS))


def publication_here(visit: Visit, code: str, publication: UUID) -> Publication:
    """The publication of this address, for who may see it; 404 otherwise."""
    school = school_here(visit, code)
    rows = visible_publications(visit.person, visit.today).filter(school=school)
    related = ("school__board", "account", "author", "approved_by", "draft__group")
    return visit.one(rows.select_related(*related).prefetch_related("pictures"), pk=publication)
