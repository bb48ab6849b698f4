"""The people of a school as the text finders need them, kept for as long as nobody came, went or changed their name.

Building the automaton of a school takes a moment, and a draft is judged after every change. So a school's roster is
kept in this process, under a stamp that one cheap question to the database gives.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from threading import Lock
from typing import Any

from django.db.models import Aggregate, Count, Max, QuerySet, Subquery, Sum, Value

from magdit.areas.people.models import Person, School
from magdit.areas.people.queries import members_on, roles_at
from magdit.check.tables.roster import Roster
from magdit.journeys.check_from_register import roster_of

SCHOOLS = 20
_kept: OrderedDict[tuple[object, ...], Roster] = OrderedDict()
_lock = Lock()


def kept_roster(school: School, on: date) -> Roster:
    """Everyone with a role at the school on this day."""
    stamp = _stamp(school, on)
    with _lock:
        if stamp in _kept:
            _kept.move_to_end(stamp)
            return _kept[stamp]
    roster = roster_of(school, on)
    with _lock:
        _kept[stamp] = roster
        while len(_kept) > SCHOOLS:
            _kept.popitem(last=False)
    return roster


def forget() -> None:
    """Read every school anew at the next question, as a server that just started does."""
    with _lock:
        _kept.clear()


def _stamp(school: School, on: date) -> tuple[object, ...]:
    """What changes when anyone comes, goes, is renamed or changes class; asked in one question."""
    roles = roles_at(school, on)
    people = Person.objects.filter(pk__in=roles.values("person"), removed_on=None)
    placed = members_on(on).filter(group__school=school, group__kind="klas")
    asked = {
        "held": _one(roles, Count("pk")), "last": _one(roles, Max("pk")),
        "known": _one(people, Count("pk")), "versions": _one(people, Sum("version")),
        "placed": _one(placed, Count("pk")), "latest": _one(placed, Max("pk")),
    }  # fmt: skip
    found = School.objects.filter(pk=school.pk).annotate(**asked).values_list(*asked).first()
    return (school.pk, on, *(found or ()))


def _one(rows: QuerySet[Any], number: Aggregate) -> Subquery:
    """A number over all of these rows, inside another question."""
    alike = rows.order_by().annotate(alike=Value(1)).values("alike")
    return Subquery(alike.annotate(number=number).values("number"))
