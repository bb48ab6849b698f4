"""A planned post of which the author left before its hour: held, and then taken over or dropped by whose turn it is.

It is never sent in the name of who works there no more. An approval that was given in office stays what it was.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.drafts import files
from magdit.areas.drafts.actions import go_to
from magdit.areas.drafts.models import Draft, Turn
from magdit.areas.drafts.turns import POST, end_turns, may_take
from magdit.areas.drafts.waiting import held_roles
from magdit.areas.drafts.words import ref
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person
from magdit.areas.people.rights import acting_person

PLANNED = "ingepland"


def author_left(doing: Doing, row: Draft) -> bool:
    """Whether who wrote this works at the school no more: their last role ended, or their file or way in was closed."""
    author = row.author
    if author.removed_on is not None or not held_roles(author.pk, row.school, doing.today):
        return True
    ways_in = set(author.accounts.values_list("is_active", flat=True))
    return ways_in == {False}


def held_posts(board: UUID) -> QuerySet[Turn]:
    """The turns about posts that are held."""
    return Turn.objects.filter(school__board=board, kind=POST, ended_at=None)


@transaction.atomic
def take_over(doing: Doing, draft_id: UUID) -> Draft:
    """Make it one's own: a concept again, with its moment, so that its new author looks and sends it themself."""
    row, person = _mine(doing, draft_id)
    row.author, row.edited_by = person, person
    row.role = held_roles(person.pk, row.school, doing.today)[0]
    row.save(update_fields=["author", "edited_by", "role"])
    end_turns(doing, [row.pk])
    return go_to(doing, row, "concept", verb="overgenomen")


@transaction.atomic
def drop(doing: Doing, draft_id: UUID) -> Draft:
    """It is not placed any more; its pictures go."""
    row, _person = _mine(doing, draft_id)
    pictures = list(row.pictures.values_list("pk", flat=True))
    transaction.on_commit(lambda: files.remove_all(pictures), robust=True)
    row.pictures.update(gone_at=doing.at)
    end_turns(doing, [row.pk])
    return go_to(doing, row, "weggegooid", verb="weggegooid")


def held_post(person: Person, draft_id: UUID, doing: Doing) -> tuple[Draft, Turn]:
    """The post that is held and whose turn it is; refused to who may not say what becomes of it."""
    turn = held_posts(doing.board).filter(subject=draft_id).select_related("school", "asked").first()
    row = Draft.objects.filter(pk=draft_id, board=doing.board, state=PLANNED).select_related("author").first()
    if turn is None or row is None or not may_take(person, turn, doing.today):
        raise Refused("not_yours")
    return row, turn


def _mine(doing: Doing, draft_id: UUID) -> tuple[Draft, Person]:
    person = Person.objects.filter(pk=acting_person(doing), board=doing.board, removed_on=None).first()
    row = Draft.objects.select_for_update(of=("self",)).filter(pk=draft_id, board=doing.board).first()
    if person is None or row is None:
        raise Refused("not_yours")
    held_post(person, draft_id, doing)
    return row, person


def left_alone(rows: QuerySet[Draft], board: UUID) -> QuerySet[Draft]:
    """Without those that are held: they wait for a person, not for their moment."""
    return rows.exclude(pk__in=held_posts(board).values("subject"))


def say_held(doing: Doing, row: Draft) -> None:
    """The line that tells why it did not go out."""
    record(doing, "vastgehouden", ref(row.pk), details={"om": "auteur-vertrokken", "moment": row.planned})
