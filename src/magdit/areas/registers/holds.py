"""Stopping the destruction of something, and letting it go on: who may, why, and what is stopped now."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.journal.actions import locked_chain, record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher, encipher
from magdit.areas.people.entry import free_text
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person, require_board
from magdit.areas.registers.models_holds import KINDS, Hold

HOLDERS = ("fg", "bestuur")
MOST_REASON = 500


@transaction.atomic
def place_hold(doing: Doing, about: Ref, *, reason: str) -> Hold:
    """Keep this, also after its term, until someone lifts the hold. A second hold on the same thing is refused."""
    require_board(doing, HOLDERS, board=doing.board)
    if about.kind not in dict(KINDS):
        raise Refused("cannot_be_held")
    why = free_text(reason, field="reden", most=MOST_REASON)
    if not why:
        raise Refused("no_reason")
    locked_chain(doing)  # what is being destroyed this moment is gone before it is held
    if about.id in held_ids(doing.board, about.kind):
        raise Refused("held_already")
    hold = Hold(board_id=doing.board, kind=about.kind, subject=about.id, placed_at=doing.at)
    hold.placed_by_id = acting_person(doing)
    hold.sealed_reason = encipher(doing, _ref(hold), why.encode(), label=_label(hold))
    hold.save()
    record(doing, "bewaarstop", about, details={"stop": hold.pk})
    return hold


@transaction.atomic
def lift_hold(doing: Doing, hold_id: UUID) -> Hold:
    """Let the terms count again. Lifting twice is once."""
    require_board(doing, HOLDERS, board=doing.board)
    hold = Hold.objects.select_for_update().filter(pk=hold_id, board=doing.board).first()
    if hold is None:
        raise Refused("not_yours")
    if hold.lifted_at is None:
        hold.lifted_at, hold.lifted_by_id = doing.at, acting_person(doing)
        hold.save(update_fields=["lifted_at", "lifted_by"])
        record(doing, "bewaarstop opgeheven", Ref(hold.kind, hold.subject), details={"stop": hold.pk})
    return hold


def held_ids(board: UUID, kind: str) -> Collection[str]:
    """What of this kind may not be destroyed now."""
    return frozenset(open_holds(board).filter(kind=kind).values_list("subject", flat=True))


def open_holds(board: UUID) -> QuerySet[Hold]:
    """The holds of a board that were not lifted, the newest first."""
    return Hold.objects.filter(board=board, lifted_at=None).select_related("placed_by")


def reason_of(hold: Hold) -> str:
    """Why it is held; nothing when the key of that is gone."""
    opened = decipher(hold.board_id, _ref(hold), bytes(hold.sealed_reason), label=_label(hold))
    return opened.decode() if opened else ""


def person_held(person: Person, keep_years: int) -> date | None:
    """For `people.keeping`: while there is a hold on someone, their file stays."""
    if str(person.pk) in held_ids(person.board_id, "persoon"):
        raise Refused("file_held")
    return None


def _ref(hold: Hold) -> Ref:
    return Ref("bewaarstop", str(hold.pk))


def _label(hold: Hold) -> str:
    return f"reden|{hold.pk}"
