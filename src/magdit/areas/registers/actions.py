"""Showing someone, and the tasks to take that down again. Publications call these; nothing here knows what one is.

Whoever shows someone and whoever takes a yes back both lock the person first, so the two can never cross.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.entry import free_text
from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import schools_of
from magdit.areas.people.rights import require, require_any
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.queries import without_task
from magdit.areas.registers.rules import due, rests_on, touches
from magdit.words.vocabulary import Vocabulary

SHOWERS = ("medewerker", "overige_betrokkene")
MOST_PROOF = 300


def lock_people(doing: Doing, people: Iterable[UUID]) -> Sequence[Person]:
    """These people of the board, locked until the end of the transaction, always in the same order."""
    ids = sorted(set(people))
    rows: list[Person] = []
    for start in range(0, len(ids), 500):
        chosen = Person.objects.filter(pk__in=ids[start : start + 500], board=doing.board, removed_on=None)
        rows += chosen.select_for_update().order_by("pk")
    if len(rows) != len(ids):
        raise Refused("not_yours")
    return rows


@transaction.atomic
def show(
    doing: Doing,
    school: School,
    people: Iterable[UUID],
    *,
    publication: UUID,
    channel: str,
    covers: Sequence[str],
    purpose: str = "",
    may: Callable[[Sequence[Person]], bool],
) -> list[Appearance]:
    """Write down that these people are shown. `may` is asked with the people locked; at a no nothing is shown."""
    require(doing, SHOWERS, school=school)
    locked = lock_people(doing, people)
    if not may(locked):
        raise Refused("may_not_be_shown")
    made = [
        Appearance(
            board_id=doing.board, person=person, publication=publication, channel=channel, purpose=purpose,
            covers=list(covers), shown_at=doing.at,
        )
        for person in locked
    ]  # fmt: skip
    if Appearance.objects.filter(publication=publication, person__in=locked).exists():
        raise Refused("shown_already")
    Appearance.objects.bulk_create(made)
    ids = [str(person.pk) for person in locked]
    details = {"kanaal": channel, "doel": purpose, "personen": ids}
    record(doing, "getoond", Ref("publicatie", str(publication)), details=details)
    return made


def open_takedowns(
    doing: Doing,
    person: UUID,
    *,
    channel: str,
    covers: Iterable[str],
    because: str,
    media: Vocabulary,
    purpose: str = "",
    shown_until: date | None = None,
) -> list[TakedownTask]:
    """A task for everything that a no touches and nobody was told to take down. In the transaction of that no.

    `purpose` is that of the no: what is shown for another one does not rest on it. `shown_until`: only what was shown
    on that day or before. The line in the journal is that of the no itself; it names these tasks.
    """
    kinds, until = tuple(covers), due_by(doing.at)
    tasks = [
        TakedownTask(appearance=shown, because=because, made_at=doing.at, due=until)
        for shown in without_task([person])
        if rests_on(shown.purpose, purpose)
        and (shown_until is None or shown.shown_at.astimezone(SCHOOL_CLOCK).date() <= shown_until)
        and touches(shown.channel, shown.covers, channel=channel, covers=kinds, media=media)
    ]
    return TakedownTask.objects.bulk_create(tasks)


def due_by(at: datetime) -> datetime:
    """By when something must be down that may not be shown since this moment (`MAGDIT_TAKEDOWN_HOURS`)."""
    return due(at, settings.TAKEDOWN_HOURS)


@transaction.atomic
def take_down(doing: Doing, task: TakedownTask, *, proof: str) -> TakedownTask:
    """Close a task: it is gone, and this shows it. For who works at a school of the person who was shown."""
    rows = TakedownTask.objects.select_for_update(of=("self",)).select_related("appearance__person")
    row = rows.filter(pk=task.pk, appearance__board=doing.board).first()
    if row is None:
        raise Refused("not_yours")
    require_any(doing, SHOWERS, schools=schools_of(row.appearance.person, doing.today))
    shows = free_text(proof, field="bewijs", most=MOST_PROOF)
    if not shows:
        raise Refused("no_proof")
    if row.done_at is not None:
        raise Refused("done_already")
    row.done_at, row.proof = doing.at, shows
    row.save(update_fields=["done_at", "proof"])
    row.appearance.down_at = doing.at
    row.appearance.save(update_fields=["down_at"])
    about = Ref("taak", str(row.pk))
    record(doing, "weggehaald", about, details={"publicatie": str(row.appearance.publication)})
    return row
