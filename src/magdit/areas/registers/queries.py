"""Where someone is shown, and what still has to come down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from magdit.areas.people.models import Board
from magdit.areas.registers.models import Appearance, TakedownTask

People = Iterable[UUID] | QuerySet[Any, Any]


def shown_now(people: People) -> QuerySet[Appearance]:
    """Where these people are shown at this moment."""
    chosen = people if isinstance(people, QuerySet) else list(people)
    return Appearance.objects.filter(person__in=chosen, down_at=None).order_by("shown_at", "pk")


def open_tasks(board: Board | UUID) -> QuerySet[TakedownTask]:
    """What still has to be taken down for a board, the most urgent first."""
    tasks = TakedownTask.objects.filter(appearance__board=board, done_at=None)
    return tasks.select_related("appearance").order_by("due", "pk")


def without_task(people: People) -> QuerySet[Appearance]:
    """Where these people are shown while nobody has the task to take it down."""
    task = TakedownTask.objects.filter(appearance=OuterRef("pk"), done_at=None)
    return shown_now(people).exclude(Exists(task))
