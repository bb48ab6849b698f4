"""Asking to be taken down: by who is shown, or a parent of theirs. No reason is asked; a word may go with it.

A request is a task with an owner and a term, as a no is one, and it opens in the same transaction. What they wrote is
enciphered under the key of the person who is shown, and goes when their file goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.journal.sealing import decipher_all, encipher
from magdit.areas.people.entry import free_text
from magdit.areas.people.models import Person
from magdit.areas.people.queries import visible_children
from magdit.areas.people.rights import acting_person
from magdit.areas.registers.actions import due_by, lock_people
from magdit.areas.registers.models import Appearance, TakedownTask

ASKED = "verzoek"
MOST_WORD = 300


@transaction.atomic
def ask_removal(doing: Doing, appearance: UUID, *, word: str = "") -> TakedownTask:
    """Ask that this person is taken down. Twice is once; where a task stands already, that is the answer."""
    shown = Appearance.objects.filter(pk=appearance, board=doing.board).select_related("person").first()
    if shown is None:
        raise Refused("not_yours")
    asker = _asker(doing, shown.person)
    said = free_text(word, field="toelichting", most=MOST_WORD)
    lock_people(doing, [shown.person_id])
    shown.refresh_from_db(fields=["down_at"])
    waiting = shown.takedowns.filter(done_at=None).first()
    if waiting is not None:
        return waiting
    if shown.down_at is not None:
        raise Refused("down_already")
    return _opened(doing, shown, asker, said)


def words_with(tasks: Iterable[TakedownTask]) -> dict[UUID, str]:
    """What was written with these requests, of one board; without those of whom the file is gone."""
    written = {one.pk: one for one in tasks if one.sealed_word is not None}
    kept = {pk: (_file(one.appearance), bytes(one.sealed_word or b""), _label(one)) for pk, one in written.items()}
    boards = {one.appearance.board_id for one in written.values()}
    return {pk: word.decode() for board in boards for pk, word in decipher_all(board, kept).items()}


def _opened(doing: Doing, shown: Appearance, asker: Person, said: str) -> TakedownTask:
    until = due_by(doing.at)
    task = TakedownTask(
        appearance=shown, because=ASKED, made_at=doing.at, due=until, asked_by=asker
    )  # fmt: skip
    if said:
        task.sealed_word = encipher(doing, _file(shown), said.encode(), label=_label(task))
    task.save()
    details = {"publicatie": str(shown.publication), "taken": [str(task.pk)], "voor": until}
    record(doing, "weghalen gevraagd", _file(shown), details=details)
    return task


def _asker(doing: Doing, person: Person) -> Person:
    """Themself, or a parent who may see them here; to anyone else it is not there."""
    asker = Person.objects.filter(pk=acting_person(doing), board=doing.board, removed_on=None).first()
    if asker is None:
        raise Refused("not_yours")
    if asker.pk != person.pk and not visible_children(asker, doing.today).filter(pk=person.pk).exists():
        raise Refused("not_yours")
    return asker


def _file(shown: Appearance) -> Ref:
    return Ref("persoon", str(shown.person_id))


def _label(task: TakedownTask) -> str:
    return f"verzoek|{task.pk}"
