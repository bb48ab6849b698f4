"""The lines of one person as a story: newest first, page by page, with what was sealed opened. Writes nothing.

What someone looked at is not part of their own story: that stands with the person who was looked at. Of who works at
the school only what was done about them is told; otherwise this would be a way to watch staff.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from magdit.areas.journal.queries import lines_of_person, personal_of

PAGE = 50
ONE_LOOK = timedelta(minutes=15)  # who turns a page or comes back has not looked again
LOOKS = ("gezien", "scan gezien", "bewijs ingezien")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line, opened. `is_lost`: it held personal values, and their key was destroyed with the file."""

    number: int
    at: datetime
    verb: str
    actor: Ref
    about: Ref
    details: dict[str, Any]
    personal: dict[str, Any] | None
    is_lost: bool


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some lines, the newest first. `older`: the number before which the next page begins; None at the end."""

    lines: tuple[HistoryLine, ...]
    older: int | None


def history_page(board: UUID, person: Ref, *, deeds: bool, before: int | None = None, count: int = PAGE) -> HistoryPage:
    """A page of the lines of someone; `deeds`: also what they did about others. Who asks has been let in already."""
    rows = story_of(board, person, deeds=deeds)
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = list(rows.select_related("key").order_by("-number")[: count + 1])
    shown = found[:count]
    return HistoryPage(tuple(opened(row) for row in shown), shown[-1].number if len(found) > count else None)


def looked_lately(doing: Doing, about: Ref, what: str) -> bool:
    """Whether this actor has a line of looking at this already, of the last quarter of an hour."""
    rows = Entry.objects.filter(board=doing.board, object_kind=about.kind, object=about.id, verb="gezien")
    mine = rows.filter(actor_kind=doing.actor.kind, actor=doing.actor.id, at__gt=doing.at - ONE_LOOK)
    return any(json.loads(details).get("wat") == what for details in mine.values_list("details", flat=True))


def whole_history(board: UUID, person: Ref, *, deeds: bool) -> Iterator[HistoryLine]:
    """All of the lines, the oldest first: for who asks what is held about them."""
    rows = story_of(board, person, deeds=deeds).select_related("key").order_by("number")
    return (opened(row) for row in rows.iterator())


def story_of(board: UUID, person: Ref, *, deeds: bool) -> QuerySet[Entry]:
    """The lines that belong to someone's own story."""
    about = Q(object_kind=person.kind, object=person.id)
    did = Q(actor_kind=person.kind, actor=person.id)
    rows = lines_of_person(board, person).exclude(did & ~about & Q(verb__in=LOOKS))
    return rows if deeds else rows.exclude(did & ~about)


def opened(row: Entry) -> HistoryLine:
    """A line with what was sealed in it."""
    personal = personal_of(row)
    return HistoryLine(
        number=row.number,
        at=row.at,
        verb=row.verb,
        actor=Ref(row.actor_kind, row.actor),
        about=Ref(row.object_kind, row.object),
        details=json.loads(row.details),
        personal=personal,
        is_lost=row.sealed is not None and personal is None,
    )
