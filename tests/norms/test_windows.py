"""Hours on which something may happen: both bounds lie inside, and of a day without an hour only the day is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from magdit.norms.act import Act
from magdit.norms.model import Window
from magdit.norms.naive.verdict import judge_plainly
from magdit.norms.truth import NO, UNKNOWN, YES
from magdit.norms.windows import inside, turning_on
from tests.norms.school import CATALOGUE, OFFICE_HOURS, book, judge, outcome, pack, rule, school

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


HOURS = [datetime(2026, 3, 2) + timedelta(minutes=30 * half) for half in range(2 * 24 * 14)]
NIGHTS = (
    Window("elke_nacht", "0", days=tuple(range(7)), start=time(22), end=time(7)),
    Window("uitgaansnacht", "0", days=(4, 5), start=time(22), end=time(7)),
    Window("zondagnacht", "0", days=(6,), start=time(23, 30), end=time(0)),
    Window("bijna_altijd", "0", days=tuple(range(7)), start=time(18), end=time(17)),
)


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (datetime(2026, 3, 6, 7, 0), NO),
        (datetime(2026, 3, 6, 21, 59), NO),
        (datetime(2026, 3, 6, 22, 0), YES),
        (datetime(2026, 3, 7, 0, 0), YES),
        (datetime(2026, 3, 7, 7, 0), YES),
        (datetime(2026, 3, 7, 7, 0, 1), NO),
        (datetime(2026, 3, 8, 7, 0), YES),
        (datetime(2026, 3, 8, 22, 0), NO),
        (date(2026, 3, 5), NO),
        (date(2026, 3, 6), UNKNOWN),
        (date(2026, 3, 8), UNKNOWN),
        (date(2026, 3, 9), NO),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(moment, there):
    """The night of Friday lasts until Saturday morning; that of Saturday until Sunday morning."""
    assert inside(NIGHTS[1], moment) is there


@pytest.mark.parametrize("window", [OFFICE_HOURS, WEEKEND, *NIGHTS], ids=lambda window: window.name)
def test_the_plain_reading_agrees_on_every_hour_of_two_weeks(window):
    """Half hours and whole days, just before and just after, inside and outside."""
    protocol = replace(pack(rule("1", als=f"moment binnen {window.name}")), windows=(window,))
    beside = [moment + timedelta(seconds=seconds) for moment in HOURS for seconds in (-1, 0, 1)]
    told = [*beside, *dict.fromkeys(moment.date() for moment in HOURS)]
    said = {YES: "mag_niet", NO: "voorleggen", UNKNOWN: "onzeker"}

    found = [judge_plainly(protocol, CATALOGUE, Act(facts={"moment": moment})).value for moment in told]

    assert found == [said[inside(window, moment)] for moment in told]


@pytest.mark.parametrize("window", [OFFICE_HOURS, WEEKEND, *NIGHTS], ids=lambda window: window.name)
def test_it_turns_at_its_edges_and_nowhere_else(window):
    """Whether it is open now and half an hour later differs only where an edge lies in between."""
    for now, later in pairwise(HOURS):
        turned = inside(window, now) is not inside(window, later)

        assert not turned or [edge for edge in _edges(window, now) if now <= edge <= later]


def test_at_night_nothing_is_sent_and_in_the_morning_it_is():
    """Friday evening at eleven: forbidden until seven on Saturday, and waiting helps."""
    night = replace(pack(rule("1", als="moment binnen uitgaansnacht")), windows=NIGHTS)

    found = judge(book(night), moment="2026-03-06T23:00")

    assert (found.as_handed_in, found.verdict) == ("mag_niet", "mag_mits")
    assert found.valid_until == datetime(2026, 3, 7, 7, 0, 1)


def test_its_edges_are_the_moments_at_which_it_turns():
    """As it opens, and when it was last open; on a day that it stays shut there are none."""
    friday, saturday = datetime(2026, 3, 6), datetime(2026, 3, 7)

    assert _edges(OFFICE_HOURS, friday) == [datetime(2026, 3, 6, 8, 0), datetime(2026, 3, 6, 17, 0)]
    assert _edges(OFFICE_HOURS, saturday) == []


def _edges(window, now):
    """Those of this day and the next."""
    days = [datetime.combine(now.date(), time.min) + timedelta(days=ahead) for ahead in (0, 1)]
    return sorted({day + edge for day in days for edge, _ in turning_on((window,), day.weekday())})


IN_TIME = rule("1", medium="ouderportaal", als="moment buiten open"), rule("2", "toestemming", medium="ouderportaal")


def test_a_message_after_hours_may_go_out_tomorrow():
    """Waiting for the window is a way out that the author has."""
    found = judge(school(*IN_TIME), medium="ouderportaal", moment="2026-03-03T17:01")

    assert (found.as_handed_in, found.verdict) == ("mag_niet", "mag_mits")
    assert [step.remedy for route in found.routes for step in route.steps] == ["wachten"]
    assert found.valid_until == datetime(2026, 3, 4, 8, 0)


def test_an_answer_in_office_hours_holds_until_they_end():
    """Five o'clock itself still counts: a second later it has changed."""
    found = judge(school(*IN_TIME), medium="ouderportaal", moment="2026-03-03T16:59")

    assert found.as_handed_in == "mag"
    assert found.valid_until == datetime(2026, 3, 3, 17, 0, 1)


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
