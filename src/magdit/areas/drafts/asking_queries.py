"""What waits for someone, and what was answered before. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.models_asked import Approval, Doubt, FamilyQuestion, FamilyRequest, StandIn, Waiting
from magdit.areas.drafts.waiting import may_answer, still_open
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Person, School

MOST_PRECEDENTS = 3
KINDS: tuple[type[Waiting], ...] = (Doubt, Approval, FamilyRequest)


@dataclass(frozen=True, slots=True)
class Precedent:
    """What was answered earlier to such a question, without names: its clause, the answer, and when."""

    clause: str
    outcome: str
    text: str
    on: date


def waiting_for(person: Person, on: date) -> list[Waiting]:
    """All that waits for someone's word, the most urgent first: asked of them, or of whom they stand in for today."""
    absent = StandIn.objects.filter(deputy=person, away_until__gte=on).values("person")
    mine = Q(asked=person) | Q(asked__in=absent)
    found: list[Waiting] = []
    for kind in KINDS:
        rows = still_open(kind._default_manager.filter(mine, draft__board=person.board_id))
        found += rows.exclude(draft__author=person).select_related("draft__school", "draft__author", "asked")
    return sorted(found, key=lambda row: row.due)


def how_many_wait(person: Person, at: datetime) -> int:
    """How many things wait for them, also as a parent: for a card on the home page, in one question to the rows."""
    on = at.astimezone(SCHOOL_CLOCK).date()
    absent = StandIn.objects.filter(deputy=person, away_until__gte=on).values("person")
    mine = Q(asked=person) | Q(asked__in=absent)
    ids = [still_open(kind._default_manager.filter(mine)).order_by().values("pk") for kind in KINDS]
    families = FamilyQuestion.objects.filter(asked=person, until__gte=at, answered_at=None).order_by().values("pk")
    return ids[0].union(*ids[1:], families).count()


def asked_by(person: Person) -> list[Waiting]:
    """What someone asked and is not answered yet: where does it lie?"""
    found: list[Waiting] = []
    for kind in KINDS:
        rows = still_open(kind._default_manager.filter(draft__author=person))
        found += rows.select_related("draft__school", "asked")
    return sorted(found, key=lambda row: row.due)


def answerable(person: Person, rows: QuerySet[Waiting], row_id: UUID, on: date) -> Waiting | None:
    """The one that is meant, for who may answer it."""
    row = rows.filter(pk=row_id, withdrawn_at=None, draft__board=person.board_id).first()
    if row is None:
        return None
    draft = row.draft
    return row if may_answer(person, row, school=draft.school, author=draft.author_id, on=on) else None


def question_of(row: Doubt) -> str:
    """What was asked."""
    return str(said_in(row).get("question", ""))


def precedents_for(school: School, clauses: Iterable[str]) -> Sequence[Precedent]:
    """What was answered before under these clauses, at schools of this board with the same protocol; newest first."""
    rows = Doubt.objects.filter(
        draft__board=school.board_id,
        draft__school__protocol=school.protocol,
        clause__in=[one for one in clauses if one],
    ).exclude(precedent="")
    newest = rows.order_by("-precedent_at")[:MOST_PRECEDENTS]
    return [
        Precedent(row.clause, row.outcome, row.precedent, row.precedent_at.date()) for row in newest if row.precedent_at
    ]
