"""Which publications someone may see, and which wait to be placed, taken down or judged. Changes nothing."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.rules_out import FAILED, GONE, LEAVING, PLACED, WAITING
from magdit.areas.people.models import Person, School
from magdit.areas.people.rights import of_schools, where_held
from magdit.areas.registers.models import TakedownTask

READERS = ("communicatiemedewerker", "schoolleiding", "administratie", "beheerder", "fg", "bestuur")


def visible_publications(person: Person, on: date) -> QuerySet[Publication]:
    """One's own, and for who answers for what a school shows: all of that school."""
    theirs = Q(author=person) | of_schools(where_held(person, READERS, on))
    return Publication.objects.filter(theirs, board=person.board_id)


def taken_down(school: School, since: datetime) -> int:
    """How many posts of this school came down since then, whoever asked for it or made a mistake."""
    return Publication.objects.filter(school=school, state=GONE, down_at__gte=since).count()


def to_place(board: UUID, at: datetime) -> QuerySet[Publication]:
    """What a connector is to place now, the oldest first."""
    return Publication.objects.filter(board=board, state=WAITING, next_try__lte=at).order_by("next_try", "made_at")


def to_take_down(board: UUID, at: datetime) -> QuerySet[Publication]:
    """What must go and may be out there: of those whose turn it is. Also what is gone while a task for it came late."""
    no_more = must_go() & (Q(state__in=(PLACED, FAILED, GONE)) | Q(state=WAITING, next_try=None))
    rows = Publication.objects.filter(no_more | Q(state=LEAVING, next_try__lte=at), board=board)
    return rows.order_by("made_at")


def must_go() -> Q:
    """Publications that are no longer allowed: in themselves, or for someone who is shown in them."""
    return Q(must_go_by__isnull=False, down_at=None) | Q(Exists(open_tasks_of(OuterRef("pk"))))


def is_to_go(row: Publication) -> bool:
    """The same of one."""
    return (row.must_go_by is not None and row.down_at is None) or open_tasks_of(row.pk).exists()


def open_tasks_of(publication: UUID | OuterRef) -> QuerySet[TakedownTask]:
    """The tasks to take someone down from this publication that nobody did yet."""
    return TakedownTask.objects.filter(appearance__publication=publication, done_at=None)


def planned_drafts(board: UUID, at: datetime) -> QuerySet[Draft]:
    """The drafts of which the moment has come."""
    rows = Draft.objects.filter(board=board, state="ingepland", planned__lte=at)
    return rows.select_related("school__board", "account", "author__board").order_by("planned")
