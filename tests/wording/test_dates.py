"""Days, hours and periods as people say them."""

from datetime import datetime

import pytest

from magdit.wording.dates import say_moment, say_period


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
