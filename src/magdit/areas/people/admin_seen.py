"""Pages of the admin on which looking itself leaves a line in the journal; and which children are the keeper's own.

A list leaves one line per board each time it is shown; a page of one row a line about the person it is about.
"""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.areas.journal.actions import seen as told_as_seen
from magdit.areas.journal.doing import Ref
from magdit.areas.people.admin_scope import Kept, Model, account_of, doing_of
from magdit.areas.people.models import Board, Guardianship, Person

SHOWN = 200


class Watched(Kept[Model]):
    """A page of which the journal tells who looked. `told_as` is what was looked at, as a code."""

    told_as: ClassVar[str]

    def about(self, row: Any) -> Person:
        """Whom a row is about."""
        raise NotImplementedError

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> Any:
        answer = super().change_view(request, object_id, *args, **more)
        row = self.get_object(request, object_id) if answer.status_code == SHOWN else None
        if row is not None:
            person = self.about(row)
            told_as_seen(doing_of(request, person.board_id), Ref("persoon", str(person.pk)), self.told_as)
        return answer

    def changelist_view(self, request: HttpRequest, *args: Any, **more: Any) -> Any:
        answer = super().changelist_view(request, *args, **more)
        for board in _boards(request) if answer.status_code == SHOWN else ():
            told_as_seen(doing_of(request, board), Ref("bestuur", str(board)), f"{self.told_as}_lijst")
        return answer


def own_children(request: HttpRequest) -> QuerySet[Guardianship, Any]:
    """The children of who is signed in: as a parent they may not see more of these than any parent does."""
    return Guardianship.objects.filter(guardian=account_of(request).person_id).values("child")


def _boards(request: HttpRequest) -> list[UUID]:
    account = account_of(request)
    if account.is_superuser:
        return list(Board.objects.values_list("pk", flat=True))
    return [account.person.board_id] if account.person else []
