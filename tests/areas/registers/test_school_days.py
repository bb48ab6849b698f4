"""Which days count for a term: the days on which there is school."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.registers.models import FreeDays
from magdit.areas.registers.school_days import SchoolDays, school_days

FRIDAY = datetime(2026, 3, 6, 12, tzinfo=SCHOOL_CLOCK)
HOLIDAY = (date(2026, 3, 9), date(2026, 3, 13))


def test_two_school_days_skip_the_weekend() -> None:
    assert SchoolDays().after(FRIDAY, 2) == FRIDAY + timedelta(days=4)


def test_a_holiday_does_not_count() -> None:
    assert SchoolDays((HOLIDAY,)).after(FRIDAY, 2) == FRIDAY + timedelta(days=11)


def test_the_hour_stays_that_of_the_clock_on_the_wall() -> None:
    """The clock went forward between the two days."""
    before = datetime(2026, 3, 27, 9, tzinfo=SCHOOL_CLOCK)

    assert SchoolDays().after(before, 1).strftime("%d-%m %H:%M %z") == "30-03 09:00 +0200"


def test_what_falls_in_a_holiday_waits_for_the_first_school_day() -> None:
    days = SchoolDays((HOLIDAY,))

    assert days.or_next(FRIDAY) == FRIDAY
    assert days.or_next(FRIDAY + timedelta(days=1)).date() == date(2026, 3, 16)


def test_a_school_that_never_opens_keeps_no_term_for_ever() -> None:
    closed = SchoolDays(((date(2026, 1, 1), date(2099, 1, 1)),))

    assert closed.after(FRIDAY, 2).date() == date(2027, 3, 7)


def test_the_days_of_the_board_count_at_its_schools_and_nobody_elses(board, school, second_school, other_school):
    FreeDays.objects.create(board=board, name="Studiedag bestuur", first=HOLIDAY[0], last=HOLIDAY[0])
    FreeDays.objects.create(board=board, school=school, name="Eigen", first=HOLIDAY[1], last=HOLIDAY[1])

    free = [len(school_days(one).free) for one in (school, second_school, other_school)]

    assert free == [2, 1, 0]
