"""Whose turn it is to do something for the school: given to the first on a ladder, passed on as a question is, ended.

A turn says who is to do it, not who may: that stays with the rights. `subject` is what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from magdit.areas.drafts.asking_rules import highest, level_of
from magdit.areas.drafts.models_asked import StandIn, Turn
from magdit.areas.drafts.passing import is_to_remind, moved_on, noted_away, why_passed
from magdit.areas.drafts.waiting import Ladder, deputy_of, held_roles, next_asked
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Person, School

PUBLICATION, PERSON, ARCHIVE, POST = "publicatie", "persoon", "archief", "bericht"
REFS = {PUBLICATION: "publicatie", PERSON: "taak", ARCHIVE: "archief", POST: "bericht"}


@transaction.atomic
def give_turn(
    doing: Doing, school: School, *, kind: str, subject: UUID, ladder: Ladder, due: datetime,
    owner: Person | None = None, author: UUID | None = None,
) -> Turn:  # fmt: skip
    """Whose turn this is; a turn that was given stays where it lies, one that ended begins anew."""
    row = Turn.objects.select_for_update(of=("self",)).filter(subject=subject).first() or Turn(subject=subject)
    if row.made_at is not None and row.ended_at is None:
        return row
    found = next_asked(school, ladder, doing.today, author=author, owner=owner)
    row.school, row.kind, row.owner, row.ladder = school, kind, owner, [list(one) for one in ladder]
    row.asked, row.rung = (found.person, found.rung) if found else (None, 0)
    row.asked_role = found.role if found else ladder[-1][0]
    row.via, row.reminded_at, row.ended_at = noted_away(doing, found) if found else [], None, None
    row.made_at, row.due = doing.at, due
    row.save()
    record(doing, "beurt gegeven", ref_of(row), details={"aan": row.asked_id, "rol": row.asked_role, "voor": due})
    return row


@transaction.atomic
def pass_turn(doing: Doing, row: Turn, *, due: datetime, author: UUID | None = None) -> str:
    """What time does to a turn: "doorgegeven", "herinnerd", or nothing."""
    why = why_passed(doing, row, row.school)
    found = moved_on(doing, row, row.school, author=author, why=why, owner=row.owner) if why else None
    if found is not None:
        row.due = due
        row.save()
        details = {"aan": found.person.pk, "rol": found.role, "om": why}
        record(doing, "beurt doorgegeven", ref_of(row), details=details)
        return "doorgegeven"
    if not is_to_remind(doing, row):
        return ""
    record(doing, "herinnerd aan beurt", ref_of(row), details={"aan": row.asked_id})
    return "herinnerd"


def end_turns(doing: Doing, subjects: Iterable[UUID]) -> int:
    """It is done, or need not be done any more. Its line is that of what was done."""
    return open_turns(doing.board).filter(subject__in=list(subjects)).update(ended_at=doing.at)


def open_turns(board: UUID) -> QuerySet[Turn]:
    """Every turn of this board that somebody still has."""
    return Turn.objects.filter(school__board=board, ended_at=None)


def turns_about(subjects: Iterable[UUID]) -> dict[UUID, Turn]:
    """Whose turn these are, in one question."""
    rows = Turn.objects.filter(subject__in=list(subjects), ended_at=None).select_related("asked")
    return {row.subject: row for row in rows}


def turns_of(person: Person, school: School, on: date) -> QuerySet[Turn]:
    """What is this person's to do here: given to them, or to whom they stand in for today."""
    absent = StandIn.objects.filter(deputy=person, away_until__gte=on).values("person")
    return Turn.objects.filter(Q(asked=person) | Q(asked__in=absent), school=school, ended_at=None)


def may_take(person: Person, turn: Turn, on: date) -> bool:
    """Who has the turn, who stands in for them today, whom it went past, and who leads the school above that role."""
    held = held_roles(person.pk, turn.school, on)
    if not held or person.board_id != turn.school.board_id:
        return False
    if person.pk in {turn.asked_id, *(UUID(one["person"]) for one in turn.via)}:
        return True
    if turn.asked is not None and deputy_of(turn.asked, on) == person:
        return True
    return highest(held) > max(level_of(turn.asked_role), 1)


def ref_of(row: Turn) -> Ref:
    """What it is about, as the journal names it."""
    return Ref(REFS[row.kind], str(row.subject))
