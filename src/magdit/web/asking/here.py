"""Which draft or question a visitor means, and may open here. Otherwise it is not there: 404."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from magdit.areas.drafts.asking_queries import answerable
from magdit.areas.drafts.asking_rules import OUTSIDE
from magdit.areas.drafts.family_questions import may_decide
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import WAITING, FamilyQuestion
from magdit.areas.people.queries import schools_of
from magdit.journeys.hand_in.leaves import mark_now
from magdit.web.visit import Visit


def own_draft(visit: Visit, draft: UUID, *, code: str = "") -> Draft:
    """A draft that the visitor handed in themselves, where they work or have a child still."""
    found = handed_in(visit, draft, code=code)
    if not _is_there(visit, found):
        raise Http404
    return found


def handed_in(visit: Visit, draft: UUID, *, code: str = "") -> Draft:
    """A draft that the visitor handed in themselves, wherever they belong today."""
    rows = Draft.objects.filter(author=visit.person, board=visit.person.board_id)
    rows = rows.filter(school__code=code) if code else rows
    return visit.one(rows.select_related("school__board", "account", "group", "author"), pk=draft)


def _is_there(visit: Visit, draft: Draft) -> bool:
    """Whether they work at that school today, or have a child there when they handed it in as a family."""
    if any(one.school_id in (None, draft.school_id) and one.role not in OUTSIDE for one in visit.roles):
        return True
    return draft.role in OUTSIDE and schools_of(visit.person, visit.today).filter(pk=draft.school_id).exists()


def waiting_here(visit: Visit, kind: str, row: UUID) -> Any:
    """What waits, for who may answer it."""
    if kind not in WAITING or not visit.roles:
        raise Http404
    rows = WAITING[kind]._default_manager.select_related(
        "draft__school__board", "draft__author", "draft__account", "draft__group", "asked", "answered_by"
    )
    found = answerable(visit.person, rows, row, visit.today)
    if found is None or (found.answered_at is not None and mark_now(found.draft) != found.digest):
        raise Http404  # what came after the answer is not for who answered
    return found


def family_here(visit: Visit, row: UUID) -> FamilyQuestion:
    """A question to this parent about a picture with their child in it."""
    rows = FamilyQuestion.objects.filter(asked=visit.person, draft__board=visit.person.board_id)
    found = visit.one(rows.select_related("child", "draft__school__board", "draft__author"), pk=row)
    if not may_decide(found, visit.today) or mark_now(found.draft) != found.digest:
        raise Http404  # of another's child, or no longer what was asked
    return found
