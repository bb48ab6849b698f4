"""Hours on which something may happen: both bounds lie inside, and of a day without an hour only the day is known."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from magdit.norms.model import Window
from magdit.norms.truth import NO, UNKNOWN, YES
from magdit.norms.windows import edges, inside, next_opening
from tests.norms.school import OFFICE_HOURS, judge, outcome, rule, school

WEEKEND = Window("weekend", "0", days=(5, 6))


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (datetime(2026, 3, 3, 7, 59, 59), NO),
        (datetime(2026, 3, 3, 8, 0), YES),
        (datetime(2026, 3, 3, 16, 59), YES),
        (datetime(2026, 3, 3, 17, 0), YES),
        (datetime(2026, 3, 3, 17, 0, 1), NO),
        (datetime(2026, 3, 3, 17, 1), NO),
        (datetime(2026, 3, 6, 12, 0), YES),
        (datetime(2026, 3, 7, 12, 0), NO),
        (datetime(2026, 3, 8, 12, 0), NO),
        (date(2026, 3, 3), UNKNOWN),
        (date(2026, 3, 7), NO),
        (None, UNKNOWN),
    ],
)
def test_five_o_clock_is_still_office_hours_and_a_minute_later_is_not(moment, there):
    """From eight to five on weekdays."""
    assert inside(OFFICE_HOURS, moment) is there


@pytest.mark.parametrize(("day", "there"), [(date(2026, 3, 7), YES), (date(2026, 3, 8), YES), (date(2026, 3, 6), NO)])
def test_a_window_without_hours_is_known_by_the_day_alone(day, there):
    """The weekend lasts from midnight to midnight."""
    assert inside(WEEKEND, day) is there
    assert inside(WEEKEND, datetime.combine(day, time(23, 59, 59))) is there


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (datetime(2026, 3, 3, 12, 0), datetime(2026, 3, 3, 12, 0)),
        (datetime(2026, 3, 3, 6, 0), datetime(2026, 3, 3, 8, 0)),
        (datetime(2026, 3, 3, 17, 1), datetime(2026, 3, 4, 8, 0)),
        (datetime(2026, 3, 6, 17, 1), datetime(2026, 3, 9, 8, 0)),
        (datetime(2026, 3, 8, 23, 0), datetime(2026, 3, 9, 8, 0)),
    ],
)
def test_after_closing_it_opens_on_the_next_weekday(moment, opens):
    """On Friday evening that is Monday morning; while it is open it is now."""
    assert next_opening(OFFICE_HOURS, moment) == opens


def test_a_window_that_never_opens_has_no_next_opening():
    """No days, no opening."""
    assert next_opening(Window("nooit", "0", days=()), datetime(2026, 3, 3, 12)) is None


def test_its_edges_are_the_moments_at_which_it_turns():
    """Of the days to come, not of the hours gone by."""
    found = edges(OFFICE_HOURS, datetime(2026, 3, 6, 12, 0), days=4)

    assert found == [datetime(2026, 3, 6, 17, 0), datetime(2026, 3, 9, 8, 0), datetime(2026, 3, 9, 17, 0)]


IN_TIME = rule("1", medium="ouderportaal", als="moment buiten open"), rule("2", "toestemming", medium="ouderportaal")


def test_a_message_after_hours_may_go_out_tomorrow():
    """Waiting for the window is a way out that the author has."""
    found = judge(school(*IN_TIME), medium="ouderportaal", moment="2026-03-03T17:01")

    assert (found.as_handed_in, found.verdict) == ("mag_niet", "mag_mits")
    assert [step.remedy for route in found.routes for step in route.steps] == ["wachten"]
    assert found.valid_until == datetime(2026, 3, 4, 8, 0)


def test_an_answer_in_office_hours_holds_until_they_end():
    """Up to and with five o'clock."""
    found = judge(school(*IN_TIME), medium="ouderportaal", moment="2026-03-03T16:59")

    assert found.as_handed_in == "mag"
    assert found.valid_until == datetime(2026, 3, 3, 17, 0)


def test_of_a_message_without_an_hour_the_hour_is_asked():
    """Unless it is a day on which nothing may be sent at all."""
    assert outcome(school(*IN_TIME), medium="ouderportaal", moment="2026-03-03") == "onzeker"
    assert outcome(school(*IN_TIME), medium="ouderportaal", moment="2026-03-07") == "mag_niet"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-03-01", "mag_niet"),
        ("2026-03-01T23:59", "mag_niet"),
        ("2026-03-02", "onzeker"),
        ("2026-03-02T11:59", "mag_niet"),
        ("2026-03-02T12:00", "voorleggen"),
        ("2026-03-03", "voorleggen"),
    ],
)
def test_a_day_is_held_against_an_hour_as_far_as_it_can_be(moment, told):
    """Only on the day of the hour itself does the hour matter."""
    assert outcome(school(rule("1", als="moment < 2026-03-02T12:00")), moment=moment) == told


@pytest.mark.parametrize(("moment", "told"), [("2026-07-31", "mag_niet"), ("2026-08-01", "voorleggen")])
def test_a_school_year_turns_on_the_first_of_august(moment, told):
    """The last day of July belongs to the old one."""
    assert outcome(school(rule("1", als='schooljaar is "2025-2026"')), moment=moment) == told
