"""Reconcile by exception: who of the chosen class may not be in this picture here, asked in one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Person as Row
from magdit.areas.people.names import whole
from magdit.areas.people.queries import visible_pupils
from magdit.journeys.hand_in.judging import ONLY_WITH_CONSENT, Judging
from magdit.journeys.hand_in.shown import IS_IN_IT, looked_for
from magdit.web.visit import Visit

MOST = 60


@dataclass(frozen=True, slots=True)
class Child:
    """A child to look for; `there`: the author said it is in the picture."""

    id: str
    name: str
    group: str
    there: bool


@dataclass(frozen=True, slots=True)
class Children:
    """The question as it stands. `hidden`: too many to ask, or not all to be seen by this visitor: choose a class."""

    rows: tuple[Child, ...]
    hidden: bool
    is_done: bool
    by: str = ""
    at: datetime | None = None


def children_of(visit: Visit, judging: Judging) -> Children | None:
    """Whom to look for; None when there is nothing to look at."""
    if not any(picture.kind != "geluid" for picture in judging.pictures):
        return None
    row, people = judging.row, judging.to_look_for
    said = row.shortlist.get("people", {})
    is_done = bool(row.told.get(ONLY_WITH_CONSENT, {}).get("value")) and looked_for(row, people)
    ids = [UUID(one.id) for one in people]
    hidden = len(ids) > MOST or visible_pupils(visit.person, visit.today).filter(pk__in=ids).count() < len(ids)
    rows = (
        () if hidden else tuple(Child(one.id, one.display, one.group, said.get(one.id) == IS_IN_IT) for one in people)
    )
    by = Row.objects.filter(pk=row.shortlist.get("by")).first() if is_done and row.shortlist.get("by") else None
    at = datetime.fromisoformat(row.shortlist["at"]).astimezone(SCHOOL_CLOCK) if by else None
    return Children(rows, hidden, is_done, whole(by) if by else "", at)
