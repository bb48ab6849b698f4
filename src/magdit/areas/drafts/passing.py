"""What waits goes on: to who stands in, then one level up; and before its term passes, a reminder."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from magdit.areas.drafts.asking_rules import REMIND_BEFORE
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.models_asked import Asked, Waiting
from magdit.areas.drafts.waiting import (
    AWAY,
    FURTHER,
    LATE,
    LEFT,
    Next,
    answer_by,
    deputy_of,
    has_left,
    may_answer,
    next_asked,
    stand_in_of,
)
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import acting_person

Kind = TypeVar("Kind", bound=Waiting)


def held_waiting(doing: Doing, kind: type[Kind], row_id: UUID) -> tuple[Kind, Draft]:
    """What waits, locked, with its draft; for who may answer it alone."""
    row = kind._default_manager.select_for_update(of=("self",)).filter(pk=row_id).select_related("asked").first()
    draft = _draft_of(doing, row)
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board).first()
    if row is None or draft is None or person is None or row.withdrawn_at is not None:
        raise Refused("not_yours")
    if not may_answer(person, row, school=draft.school, author=draft.author_id, on=doing.today):
        raise Refused("not_yours")
    return row, draft


@transaction.atomic
def ask_further(doing: Doing, kind: type[Waiting], row_id: UUID) -> Waiting:
    """Who is asked puts it to the next whom the protocol names, as a manager does to the FG."""
    row, draft = held_waiting(doing, kind, row_id)
    if row.answered_at is not None:
        raise Refused("answered_already")
    if not pass_on(doing, row, draft, why=FURTHER, by=acting_person(doing)):
        raise Refused("nobody_to_ask")
    return row


@transaction.atomic
def pass_when_due(doing: Doing, row: Waiting, draft: Draft) -> str:
    """What time does to a question that waits: "doorgegeven", "herinnerd", or nothing. Told once is not told again."""
    why = why_passed(doing, row, draft.school)
    if why and pass_on(doing, row, draft, why=why):
        return "doorgegeven"
    if not is_to_remind(doing, row):
        return ""
    record(doing, "herinnerd aan vraag", ref(draft.pk), details={"aan": row.asked_id})
    return "herinnerd"


def pass_on(doing: Doing, row: Waiting, draft: Draft, *, why: str, by: UUID | None = None) -> bool:
    """Ask the next: who stands in, otherwise someone further up. False when there is nobody else."""
    found = moved_on(doing, row, draft.school, author=draft.author_id, why=why, by=by)
    if found is None:
        return False
    row.due = answer_by(draft.school, doing.at)
    row.save()
    record(doing, "vraag doorgegeven", ref(draft.pk), details={"aan": found.person.pk, "rol": found.role, "om": why})
    return True


def why_passed(doing: Doing, row: Asked, school: School) -> str:
    """Why what still waits goes on to the next today; nothing when it stays where it lies."""
    if row.asked is None or has_left(row, school, doing.today):
        return LEFT
    if deputy_of(row.asked, doing.today) is not None:
        return AWAY
    return LATE if row.due < doing.at else ""


def is_to_remind(doing: Doing, row: Asked) -> bool:
    """Whether its term is nearly over and nobody was told; from now on they were."""
    if row.reminded_at is not None or not row.due - REMIND_BEFORE <= doing.at <= row.due:
        return False
    row.reminded_at = doing.at
    row.save(update_fields=["reminded_at"])
    return True


def moved_on(
    doing: Doing, row: Asked, school: School, *, author: UUID | None, why: str, by: UUID | None = None,
    owner: Person | None = None,
) -> Next | None:  # fmt: skip
    """Put the next person in this row: who stands in, otherwise someone further up. The caller saves and tells it."""
    past = {UUID(one["person"]) for one in row.via} | ({row.asked_id} if row.asked_id else set())
    found = _stand_in(doing, row, author, past, why) or next_asked(
        school, [(role, clause) for role, clause in row.ladder], doing.today,
        author=author, past=past, start=row.rung + (why == FURTHER), owner=owner,
    )  # fmt: skip
    if found is None:
        return None
    whose = by or row.asked_id
    gone_past = {"person": str(whose), "role": row.asked_role, "why": why, "at": doing.at.isoformat()}
    row.via = [*row.via, *([gone_past] if whose else []), *noted_away(doing, found)]
    row.asked, row.asked_role, row.rung, row.reminded_at = found.person, found.role, found.rung, None
    return found


def noted_away(doing: Doing, found: Next) -> list[dict[str, Any]]:
    """That it went past someone who is away, so that the asker sees why another answers."""
    if found.instead_of is None:
        return []
    return [{"person": str(found.instead_of.pk), "role": found.role, "why": AWAY, "at": doing.at.isoformat()}]


def _stand_in(doing: Doing, row: Asked, author: UUID | None, past: set[UUID], why: str) -> Next | None:
    """Their own deputy; not when they themselves put it to another role."""
    deputy = None if why == FURTHER or row.asked_id is None else stand_in_of(row.asked_id)
    if deputy is None or deputy.pk in past or deputy.pk == author:
        return None
    return Next(row.rung, row.asked_role, "", deputy)


def _draft_of(doing: Doing, row: Waiting | None) -> Draft | None:
    """The draft that it is about, locked too, when it is of this board."""
    if row is None:
        return None
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("school")
    return drafts.filter(pk=row.draft_id, board=doing.board).first()
