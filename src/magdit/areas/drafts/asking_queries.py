"""What waits for someone, and what was answered before. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from magdit.areas.drafts.asked_words import said_in
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import WAITING, Doubt, FamilyQuestion, StandIn, Waiting
from magdit.areas.drafts.rules import OPEN
from magdit.areas.drafts.waiting import may_answer, still_open
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Person, School

MOST_PRECEDENTS = 3
LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Precedent:
    """What was answered earlier to such a question, without names: its clause, the answer, and when."""

    clause: str
    outcome: str
    text: str
    on: date


def waiting_for(person: Person, on: date) -> list[Waiting]:
    """All that waits for someone's word, the most urgent first: asked of them, or of whom they stand in for today."""
    found: list[Waiting] = []
    for kind in WAITING.values():
        rows = still_open(kind._default_manager.filter(_mine(person, on), draft__in=_under_way(person)))
        found += rows.exclude(draft__author=person).select_related("draft__school", "draft__author", "asked")
    return sorted(found, key=lambda row: row.due)


def how_many_wait(person: Person, at: datetime) -> int:
    """How many things wait for them, also as a parent: for a card on the home page, in one question to the rows."""
    counted = Person.objects.filter(pk=person.pk).annotate(waits=number_that_waits(person, at))
    return counted.values_list("waits", flat=True).first() or 0


def number_that_waits(person: Person, at: datetime) -> Combinable:
    """The same number, as part of a question to other rows."""
    on = at.astimezone(SCHOOL_CLOCK).date()
    mine = Q(_mine(person, on), draft__in=_under_way(person))
    rows: list[QuerySet[Any]] = [still_open(kind._default_manager.filter(mine)) for kind in WAITING.values()]
    rows.append(
        FamilyQuestion.objects.filter(asked=person, until__gte=at, answered_at=None, draft__in=_under_way(person))
    )
    return reduce(add, map(_number, rows))


def _mine(person: Person, on: date) -> Q:
    """Asked of them, or of whom they stand in for today."""
    absent = StandIn.objects.filter(deputy=person, away_until__gte=on).values("person")
    return Q(asked=person) | Q(asked__in=absent)


def _under_way(person: Person) -> QuerySet[Draft]:
    """The posts of the board that are not done yet: of the others nothing is asked any more."""
    return Draft.objects.filter(board=person.board_id, state__in=OPEN)


def _number(rows: QuerySet[Any]) -> Combinable:
    grouped = rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(grouped, output_field=IntegerField()), 0)


def asked_by(person: Person) -> list[Waiting]:
    """What someone asked and is not answered yet: where does it lie?"""
    found: list[Waiting] = []
    for kind in WAITING.values():
        mine = _under_way(person).filter(author=person)
        rows = still_open(kind._default_manager.filter(draft__in=mine))
        found += rows.select_related("draft__school", "asked")
    return sorted(found, key=lambda row: row.due)


def answered_to(person: Person, at: datetime) -> list[Doubt]:
    """What was answered lately to someone's doubts about posts that are not done yet: of each post the last one."""
    mine = _under_way(person).filter(author=person)
    rows = Doubt.objects.filter(draft__in=mine, withdrawn_at=None).order_by("made_at")
    last = {row.draft_id: row for row in rows.select_related("draft__school", "answered_by")}
    return [row for row in last.values() if row.answered_at is not None and at - row.answered_at < LATELY]


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
