"""Which days are school days, and until when a term of so many of them lasts. The days themselves are a school's own.

Nothing here knows a holiday: what nobody wrote down is a school day. What the law counts (72 hours) never asks this.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import School
from magdit.areas.registers.models_days import FreeDays

SATURDAY = 5
LONGEST = 366  # a school that wrote down that it never opens does not keep an answer away for ever


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """The calendar of a school, as far as it is known: the weekend and these periods are free."""

    free: tuple[tuple[date, date], ...] = ()

    def is_open(self, day: date) -> bool:
        """Whether there is school on this day."""
        return day.weekday() < SATURDAY and not any(first <= day <= last for first, last in self.free)

    def after(self, at: datetime, days: int) -> datetime:
        """So many school days later, at the same hour by the clock of the school."""
        moment = at.astimezone(SCHOOL_CLOCK)
        until = moment + timedelta(days=LONGEST)
        while days and moment < until:
            moment += timedelta(days=1)
            days -= self.is_open(moment.date())
        return moment

    def or_next(self, at: datetime) -> datetime:
        """The same moment; where there is no school then, that hour on the first school day after."""
        moment = at.astimezone(SCHOOL_CLOCK)
        return moment if self.is_open(moment.date()) else self.after(moment, 1)


def school_days(school: School) -> SchoolDays:
    """The calendar of a school: its own days, and those of its whole board."""
    return SchoolDays(_periods(free_days(school)))


def free_days(school: School) -> QuerySet[FreeDays]:
    """What was written down for this school, its board's days too, in the order of the year."""
    return FreeDays.objects.filter(Q(school=school) | Q(school=None, board=school.board_id))


def _periods(rows: Iterable[FreeDays]) -> tuple[tuple[date, date], ...]:
    return tuple((row.first, row.last) for row in rows)
