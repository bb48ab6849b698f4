"""Where a visitor of this room stands: a school where they work, and a draft that they may see there."""

from __future__ import annotations

from uuid import UUID

from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.queries import editable_drafts, visible_drafts
from magdit.areas.people.models import School
from magdit.areas.people.rights import with_narrower
from magdit.web.rooms import STAFF
from magdit.web.visit import Visit
from magdit.words.roles import ROLES


def school_here(visit: Visit, code: str) -> School:
    """The school of this address, for who works there; 404 otherwise."""
    return visit.school(code, for_roles=STAFF)


def draft_here(visit: Visit, code: str, draft: UUID) -> Draft:
    """The draft of this address, for who may see it; 404 otherwise."""
    school = school_here(visit, code)
    rows = visible_drafts(visit.person, visit.today).filter(school=school)
    return visit.one(rows.select_related("school__board", "account", "group", "author"), pk=draft)


def may_change(visit: Visit, draft: Draft) -> bool:
    """Whether this visitor may change it, and not only read it."""
    if draft.author_id == visit.person.pk:
        return True
    return editable_drafts(visit.person, visit.today).filter(pk=draft.pk).exists()


def roles_here(visit: Visit, school: School) -> tuple[str, ...]:
    """In which roles they can hand something in at this school: those with which they work there."""
    staff = with_narrower(STAFF)
    held = (one.role for one in visit.roles if one.school_id in {None, school.pk})
    return tuple(dict.fromkeys(ROLES.code(role) for role in held if role in ROLES and ROLES.code(role) in staff))
