"""What waits in the office of a school, counted and not yet looked into: a number for each kind of work. Reads only.

Each number is what the page behind it lists: who reads 3 here finds 3 there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, IntegerField, Model, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from magdit.areas.consent.models import Round, Scan
from magdit.areas.consent.rounds.post import NOT_SENT, tray
from magdit.areas.people.at_school import pupils_without_class
from magdit.areas.people.coming_in import parents_to_come, with_a_way_in
from magdit.areas.people.imports.intakes import WAITING
from magdit.areas.people.models import Person, Role, School
from magdit.areas.people.models_entry import Intake
from magdit.journeys.office_attention import waiting_in
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
    not_invited: int
    lists: int
    attention: int


def desk_of(school: School, on: date) -> Desk:
    """The desk of a school on a day."""
    found = round_of(school, on)
    here = Role.objects.filter(school=school, role="leerling").values("person")
    counts = {
        "asked": _count(Person.objects.filter(requests_about__round=found, requests_about__ended_at=None).distinct()),
        "papers": _count(Scan.objects.filter(person__in=here, taken_in_at__date__gt=on - A_WEEK)),
        "letters": _count(tray(school)),
        "failed": _count(tray(school).filter(failed=NOT_SENT)),
        "no_class": _count(pupils_without_class(school, on)),
        "bounced": _count(Person.objects.filter(pk__in=tray(school).filter(failed=NOT_SENT).values("request__asked"))),
        "not_invited": _count(_parents_outside(school, on)),
        "lists": _count(Intake.objects.filter(school=school, state__in=WAITING)),
    }
    numbers: Any = School.objects.filter(pk=school.pk).values(**counts).get()
    to_do = numbers.pop("no_class") + numbers.pop("bounced") + waiting_in(school, on)
    return Desk(round=found, attention=to_do, **numbers)


def _parents_outside(school: School, on: date) -> QuerySet[Person]:
    """Parents who may answer about a pupil, and have no way in yet."""
    parents = parents_to_come(school, on)
    return parents.exclude(pk__in=with_a_way_in(Person.objects.all()).values("person"))


def _count(rows: QuerySet[Any, Any]) -> Coalesce:
    """How many of these, as a part of another question."""
    model: type[Model] = rows.model
    chosen = model._default_manager.filter(pk__in=rows.order_by().values("pk"))
    counted = chosen.order_by().annotate(all_of=Value(1)).values("all_of").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
