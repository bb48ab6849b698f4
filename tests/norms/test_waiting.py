"""Waiting as a way out: offered wherever time alone takes the ban away within a year, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from magdit.norms.answer import Answer
from magdit.norms.judge import Book, outcome_of
from magdit.norms.model import Pack, Window
from magdit.norms.routes import RouteFinder
from magdit.norms.situation import Situation
from tests.norms.school import OFFICE_HOURS, act, book, judge, pack, rule, school

WINDOWS = (OFFICE_HOURS, Window("weekend", "0", days=(5, 6)), Window("ochtend", "0", days=(0,), end=time(12)))
SATURDAY = "2026-03-07T10:00"


def hours(*clauses: dict[str, object], lasts: tuple[date | None, date | None] = (None, None)) -> Pack:
    """A protocol of these clauses that knows office hours, weekends and Monday mornings."""
    return replace(pack(*clauses, lasts=lasts), windows=WINDOWS)


def waits(found: Answer) -> list[list[str]]:
    """The remedies on every route."""
    return [[step.remedy for step in route.steps] for route in found.routes]


def waited(under: Book, **told: object) -> list[object]:
    """The moments to which the routes put the act off."""
    handed_in = act(**told)
    finder = RouteFinder(under, None)
    paths = finder.paths(handed_in, outcome_of(under.packs, Situation(handed_in)))
    return [finder.after(moves, handed_in).moment for moves, _ in paths]


@pytest.mark.parametrize("named", [{}, {"herstel": ["wachten"]}])
@pytest.mark.parametrize(
    ("about", "moment", "until"),
    [
        ("moment binnen weekend", SATURDAY, datetime(2026, 3, 9)),
        ("niet moment buiten weekend", SATURDAY, datetime(2026, 3, 9)),
        ("moment binnen weekend", "2026-03-07", date(2026, 3, 9)),
        ("moment buiten open", "2026-03-07", datetime(2026, 3, 9, 8)),
        ("moment buiten open", "2026-03-06T17:01", datetime(2026, 3, 9, 8)),
        ("moment binnen open", "2026-03-06T16:00", datetime(2026, 3, 6, 17, 0, 1)),
        ("moment < 2026-12-01", SATURDAY, datetime(2026, 12, 1)),
        ("moment < 2026-12-01", "2026-03-07", date(2026, 12, 1)),
        ("moment <= 2026-03-09T12:00", SATURDAY, datetime(2026, 3, 9, 12, 0, 1)),
        ('schooljaar is "2025-2026"', SATURDAY, datetime(2026, 8, 1)),
    ],
)
def test_who_waits_until_the_ban_is_over_may(named, about, moment, until):
    under = book(hours(rule("1", als=about, **named)))

    found = judge(under, moment=moment)

    assert (found.as_handed_in, found.verdict, waits(found)) == ("mag_niet", "mag_mits", [["wachten"]])
    assert waited(under, moment=moment) == [until]
    assert [step.until for route in found.routes for step in route.steps] == [until]


def test_two_bans_are_waited_out_together():
    """After the weekend the morning is not yet over, and then it is still before the first of April."""
    both = book(hours(rule("1", als="moment binnen weekend"), rule("2", als="moment binnen ochtend")))
    three = book(
        hours(
            rule("1", als="moment binnen weekend"),
            rule("2", als="moment binnen ochtend"),
            rule("3", als="moment < 2026-04-05"),
        )
    )

    assert waited(both, moment="2026-03-08T23:00") == [datetime(2026, 3, 9, 12, 0, 1)]
    assert waited(three, moment=SATURDAY) == [datetime(2026, 4, 6, 12, 0, 1)]


def test_waiting_goes_together_with_another_step():
    """On Monday, and with the line that it is a personal opinion."""
    found = judge(
        school(rule("1", als="moment buiten open"), rule("2", als="niet disclaimer")), moment=SATURDAY, disclaimer=False
    )

    assert [sorted(route) for route in waits(found)] == [["disclaimer_toevoegen", "wachten"]]


@pytest.mark.parametrize(
    ("about", "moment"),
    [
        ("moment >= 2026-02-01", SATURDAY),
        ("moment < 2028-01-01", SATURDAY),
        ("moment binnen weekend of kwetsend", SATURDAY),
        ("moment binnen weekend of moment buiten weekend", SATURDAY),
    ],
)
def test_where_a_year_of_waiting_does_not_help_it_is_not_offered(about, moment):
    found = judge(book(hours(rule("1", als=about))), moment=moment, kwetsend=True)

    assert (found.verdict, waits(found)) == ("mag_niet", [])


def test_nobody_is_asked_to_wait_where_the_norm_says_it_cannot_be_mended():
    found = judge(book(hours(rule("1", als="moment binnen weekend", herstel=[]))), moment=SATURDAY)

    assert (found.verdict, waits(found)) == ("mag_niet", [])


def test_nobody_waits_for_the_protocol_to_end():
    """What it says after that is no longer its to say."""
    ending = hours(rule("1", als="moment < 2026-12-01"), lasts=(date(2025, 8, 1), date(2026, 8, 1)))

    assert waits(judge(book(ending), moment=SATURDAY)) == []


def test_where_the_hour_is_unknown_it_is_asked_and_not_put_off():
    found = judge(book(hours(rule("1", als="moment buiten open"))), moment="2026-03-09")

    assert (found.verdict, waits(found)) == ("eerst_weten", [])


def test_of_every_hour_of_a_week_waiting_ends_where_the_answer_changes():
    """With one ban and nothing else, until then and not a second less."""
    under = book(hours(rule("1", als="moment binnen weekend of moment binnen open")))
    start = datetime(2026, 3, 2, 0, 30)

    for moment in (start + timedelta(hours=hour) for hour in range(7 * 24)):
        found = judge(under, moment=moment)

        assert waited(under, moment=moment) == ([found.valid_until] if found.as_handed_in == "mag_niet" else [])
