"""What waits in the office of a school, counted and not yet looked into: a number for each kind of work. Reads only.

Counted in one question to the database, since everyone of the office begins their day here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, IntegerField, Model, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from magdit.areas.consent.models import Round, Scan
from magdit.areas.consent.rounds.post import NOT_SENT, tray
from magdit.areas.people.at_school import pupils_without_class, unknown_authority
from magdit.areas.people.imports.intakes import WAITING
from magdit.areas.people.models import Account, Person, Role, School
from magdit.areas.people.models_entry import Intake
from magdit.areas.people.queries import bonds_on, pupils_of
from magdit.journeys.office_round import round_of

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Desk:
    """The numbers on the desk. `round`: of this school year, if it was opened."""

    round: Round | None
    asked: int
    papers: int
    letters: int
    failed: int
    authority: int
    no_class: int
    not_invited: int
    lists: int

    @property
    def attention(self) -> int:
        """What a person has to look at, as far as it can be counted without looking."""
        return self.authority + self.no_class + self.failed


def desk_of(school: School, on: date) -> Desk:
    """The desk of a school on a day."""
    found = round_of(school, on)
    here = Role.objects.filter(school=school, role="leerling").values("person")
    counts = {
        "asked": _count(Person.objects.filter(requests_about__round=found, requests_about__ended_at=None).distinct()),
        "papers": _count(Scan.objects.filter(person__in=here, taken_in_at__date__gt=on - A_WEEK)),
        "letters": _count(tray(school)),
        "failed": _count(tray(school).filter(failed=NOT_SENT)),
        "authority": _count(unknown_authority(school, on)),
        "no_class": _count(pupils_without_class(school, on)),
        "not_invited": _count(_parents_outside(school, on)),
        "lists": _count(Intake.objects.filter(school=school, state__in=WAITING)),
    }
    numbers: Any = School.objects.filter(pk=school.pk).values(**counts).get()
    return Desk(round=found, **numbers)


def _parents_outside(school: School, on: date) -> QuerySet[Person]:
    """Parents who may answer about a pupil, and have no way in yet."""
    bonds = bonds_on(on).filter(child__in=pupils_of(school, on)).exclude(authority="nee")
    inside = Account.objects.filter(is_active=True).exclude(person=None).values("person")
    return Person.objects.filter(pk__in=bonds.values("guardian"), removed_on=None).exclude(pk__in=inside)


def _count(rows: QuerySet[Any, Any]) -> Coalesce:
    """How many of these, as a part of another question."""
    model: type[Model] = rows.model
    chosen = model._default_manager.filter(pk__in=rows.order_by().values("pk"))
    counted = chosen.order_by().annotate(all_of=Value(1)).values("all_of").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
