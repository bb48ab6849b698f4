"""Days, hours and periods as people say them."""

from datetime import date, datetime

import pytest

from magdit.wording.dates import say_moment, say_period, say_until, say_wait


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("P2Y", "2 jaar"),
        ("P1M", "1 maand"),
        ("P3M", "3 maanden"),
        ("P1D", "1 dag"),
        ("PT72H", "72 uur"),
        ("P1Y6M", "1 jaar en 6 maanden"),
        ("schooljaar", "schooljaar"),
        ("voor_de_start", "voor de start"),
    ],
)
def test_a_period_is_said_in_words(period, said):
    assert say_period(period) == said


def test_midnight_is_the_day_alone():
    assert say_moment(datetime(2026, 9, 4)) == "vrijdag 4 september 2026"
    assert say_moment(datetime(2026, 9, 4, 17)) == "vrijdag 4 september 2026, 17.00 uur"


@pytest.mark.parametrize(
    ("first_other", "said"),
    [
        (datetime(2026, 9, 4, 17, 0, 1), "tot en met vrijdag 4 september 2026, 17.00 uur"),
        (datetime(2026, 9, 4, 8), "tot vrijdag 4 september 2026, 8.00 uur"),
        (datetime(2027, 8, 1), "tot zondag 1 augustus 2027"),
        (datetime(2027, 8, 1, 0, 0, 1), "tot zondag 1 augustus 2027"),
    ],
)
def test_an_hour_that_still_counts_is_said_so(first_other, said):
    assert say_until(first_other) == said


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (date(2026, 11, 23), "tot maandag 23 november 2026"),
        (datetime(2026, 11, 23), "tot maandag 23 november 2026"),
        (datetime(2026, 11, 23, 8), "tot maandag 23 november 2026, 8.00 uur"),
        (datetime(2026, 11, 23, 12, 0, 1), "tot na maandag 23 november 2026, 12.00 uur"),
    ],
)
def test_waiting_tells_until_when(first, said):
    assert say_wait(first) == said
