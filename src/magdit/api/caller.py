"""A program that came in with a key: for whom it acts, and the rows it may see. What it may not see is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.api.problems import Problem
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import ApiKey, Board, Person, School
from magdit.areas.people.within import Wanted, people_within


@dataclass(frozen=True, slots=True)
class Caller:
    """One request of one key. Every view begins here, so that no view can reach another board or school."""

    key: ApiKey
    at: datetime

    @property
    def doing(self) -> Doing:
        """This key acting for its board, as the journal names it."""
        return Doing(Ref("systeem", f"sleutel:{self.key.pk}"), self.key.board_id, self.at)

    @property
    def today(self) -> date:
        """The day on the school's own calendar."""
        return self.doing.today

    @property
    def board(self) -> Board:
        """The board of the key."""
        return self.key.board

    def may(self, scope: str) -> bool:
        """Whether the key was made for this."""
        return scope in self.key.scopes

    def schools(self) -> QuerySet[School]:
        """The school of the key, or every school of its board."""
        found = School.objects.filter(board=self.key.board_id).select_related("board").order_by("code")
        return found if self.key.school_id is None else found.filter(pk=self.key.school_id)

    def school(self, code: str) -> School:
        """The school of this short name; one of another board or key is not there."""
        found = self.schools().filter(code=code).first()
        if found is None:
            raise Problem("not_there")
        return found

    def school_or_all(self, code: str | None) -> School | None:
        """The school that was asked for; without one the school of the key, or None for the whole board."""
        return self.school(code) if code else self.key.school

    def people(self, school: School | None, wanted: Wanted | None = None) -> QuerySet[Person]:
        """The people with a role at a school of this key today (or, with None, within all it may see)."""
        return people_within(self.board, school or self.key.school, self.today, wanted)

    def person(self, person: UUID) -> Person:
        """One of those people; who is not among them is not there."""
        found = self.people(None, Wanted(person=person)).first()
        if found is None:
            raise Problem("not_there")
        return found


class Asked(HttpRequest):
    """A request that came through the gate."""

    auth: Caller
