"""Someone who is signed in and asks for a page: who they are, when it is, and what they may open.

A view in a room takes a Visit instead of a request. What they may not see is not there: 404, the same as for an address
that never existed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, QueryDict

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.people.models import Account, Person, Role, School
from magdit.areas.people.queries import visible_children, visible_schools
from magdit.areas.people.rights import remember_roles, with_narrower

Row = TypeVar("Row", bound=Model)
MOST_DIGITS = 9


@dataclass
class Visit:
    """One request of one signed-in person. `kept` is what they typed before their session ended, to show again."""

    request: HttpRequest
    account: Account
    person: Person
    at: datetime
    kept: QueryDict | None = None

    @property
    def today(self) -> date:
        """The day on the school's own calendar."""
        return self.at.astimezone(SCHOOL_CLOCK).date()

    @property
    def doing(self) -> Doing:
        """This person acting for their board, now."""
        return Doing(Ref("persoon", str(self.person.pk)), self.person.board_id, self.at)

    @property
    def typed(self) -> QueryDict | None:
        """What a form is filled with: what was sent just now, or what was kept when the session ended."""
        return self.request.POST if self.request.method == "POST" else self.kept

    @property
    def sends(self) -> bool:
        """Whether a form is being sent, and not only looked at."""
        return self.request.method == "POST"

    def number(self, name: str) -> int:
        """A whole number that came with a form, such as the version it was shown with; -1 when it is none."""
        given = self.request.POST.get(name, "").strip()
        return int(given) if given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS else -1

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """Their roles today, with the schools."""
        return tuple(remember_roles(self.person, self.today))

    @cached_property
    def workplaces(self) -> tuple[School, ...]:
        """The schools where they have a role: known from the roles, unless one is for the whole board."""
        if any(one.school is None for one in self.roles):
            return self.schools
        found = {one.school for one in self.roles if one.school and one.school.board_id == self.person.board_id}
        return tuple(sorted(found, key=lambda school: school.name))

    @cached_property
    def children(self) -> tuple[Person, ...]:
        """The children of whom they may see here."""
        return tuple(visible_children(self.person, self.today).order_by("called", "last"))

    @cached_property
    def schools(self) -> tuple[School, ...]:
        """The schools where they have a role or a child."""
        return tuple(visible_schools(self.person, self.today).select_related("board").order_by("name"))

    def is_one_of(self, roles: Iterable[str], *, at: School | None = None) -> bool:
        """Whether they have one of these roles (or a narrower one): anywhere, or at this school (board-wide counts)."""
        wanted = with_narrower(roles)
        return any(
            one.role in wanted and (at is None or one.school_id in {None, at.pk})
            for one in self.roles
            if at is None or at.board_id == self.person.board_id
        )

    @cached_property
    def je(self) -> bool:
        """Whether they are spoken to with "je": a pupil is, everyone else with "u"."""
        return self.is_one_of(("leerling",))

    def hears(self, u: str, je: str) -> str:
        """The sentence for this visitor."""
        return je if self.je else u

    def school(self, code: str, *, for_roles: Iterable[str]) -> School:
        """The school of this address, for who has one of these roles there. Otherwise it is not there: 404."""
        found = next((school for school in self.workplaces if school.code == code), None)
        if found is None or not self.is_one_of(for_roles, at=found):
            raise Http404
        return found

    @staticmethod
    def one(rows: QuerySet[Row], **wanted: object) -> Row:
        """The one row that is meant, of rows that they may see; 404 when it is not among them."""
        found = rows.filter(**wanted).first()
        if found is None:
            raise Http404
        return found
