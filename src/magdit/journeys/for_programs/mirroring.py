"""Consents that the pupil administration hands over itself, row by row: looked at first, or taken over at once.

The same road as a list from a file: an answer about nobody stops the whole, and the same rows twice change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from magdit.areas.consent.imports import Answers, look, take_over
from magdit.areas.consent.loading import PUPIL_ITEM
from magdit.areas.consent.models import Item
from magdit.areas.journal.doing import Doing
from magdit.areas.people.imports.delivery import DeliveredAnswer, DeliveredPerson, Delivery, Place
from magdit.areas.people.models import School

# The reader of free tables: people are named by our number, or by their key in another system of the school.
SYSTEM = "csv"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One answer as the administration has it; `giver` and `role` as far as it knows them."""

    child: str
    item: str
    state: str
    giver: str = ""
    role: str = ""
    on: date | None = None
    form: str = "digitaal_akkoord"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What it did, or would do. `unknown`: the numbers of the rows that point at nobody we know."""

    new: int
    changed: int
    same: int
    against: int
    unknown: tuple[int, ...]
    tasks: int
    done: bool


class UnknownItems(Exception):
    """Items that the board does not ask pupils about; carries their rows."""

    def __init__(self, rows: tuple[int, ...]) -> None:
        super().__init__(rows)
        self.rows = rows


def hand_over(
    doing: Doing, school: School, rows: Sequence[HandedOver], *, as_of: date, dry_run: bool, skip_unknown: bool
) -> Outcome:
    """Look at what taking over would change, or take it over: all of it, or nothing."""
    items = set(Item.objects.filter(board=school.board_id, asked_of=PUPIL_ITEM).values_list("code", flat=True))
    strange = tuple(number for number, row in enumerate(rows, 1) if row.item not in items)
    if strange:
        raise UnknownItems(strange)
    delivery = _delivery(rows, as_of)
    if dry_run:
        return _outcome(look(doing, school, delivery), tasks=0, done=False)
    found, taken = take_over(doing, school, delivery, skip_astray=skip_unknown)
    return _outcome(found, tasks=taken.tasks, done=True)


def _delivery(rows: Sequence[HandedOver], as_of: date) -> Delivery:
    answers = tuple(
        DeliveredAnswer(
            row.child, row.item, row.state, giver=row.giver, role=row.role, on=row.on, form=row.form,
            at=Place("", number),
        )
        for number, row in enumerate(rows, 1)
    )  # fmt: skip
    children = dict.fromkeys(row.child for row in rows)
    return Delivery(SYSTEM, "delta", as_of, answers=answers, mentioned=tuple(DeliveredPerson(key) for key in children))


def _outcome(found: Answers, *, tasks: int, done: bool) -> Outcome:
    lost = tuple(one.at.line for one in found.astray)
    return Outcome(len(found.new), len(found.changed), found.same, found.against, lost, tasks, done)
