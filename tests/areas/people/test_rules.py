"""Who counts around a child, on which day."""

from dataclasses import dataclass
from datetime import date

import pytest

from magdit.areas.people.rules import Voice, born_by, holds, may_see_child, removable_from, turns, voice, year_bounds
from magdit.norms.act import age_on
from tests.cast import NOOR, TODAY


@dataclass(frozen=True)
class Bond:
    authority: str = "ja"
    ended: date | None = None


@pytest.mark.parametrize(
    ("authority", "counts"),
    [("ja", Voice(yes=True, no=True)), ("onbekend", Voice(yes=False, no=True)), ("nee", Voice(yes=False, no=False))],
)
def test_unknown_authority_counts_for_a_no_and_never_for_a_yes(authority: str, counts: Voice) -> None:
    assert voice(Bond(authority), born=NOOR.born, on=TODAY) == counts
    assert may_see_child(Bond(authority), born=NOOR.born, on=TODAY) == counts.no


def test_the_last_day_of_a_bond_counts_and_the_day_after_does_not() -> None:
    bond = Bond(ended=TODAY)

    assert voice(bond, born=NOOR.born, on=TODAY).yes
    assert not voice(bond, born=NOOR.born, on=date(2026, 3, 4)).no


def test_authority_ends_on_the_eighteenth_birthday() -> None:
    born = date(2008, 3, 4)

    assert holds(Bond(), born=born, on=date(2026, 3, 3))
    assert not holds(Bond(), born=born, on=date(2026, 3, 4))
    assert holds(Bond(), born=None, on=TODAY)


def test_who_was_born_on_29_february_turns_sixteen_on_1_march() -> None:
    assert turns(date(2008, 2, 29), 16) == date(2024, 2, 29)
    assert turns(date(2010, 2, 28), 16) == date(2026, 2, 28)
    assert turns(date(2008, 2, 29), 18) == date(2026, 3, 1)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2024, 3, 1), date(2026, 2, 28), date(2026, 3, 1), TODAY])
def test_the_last_birth_date_of_an_age_is_found_for_every_day(day: date) -> None:
    last = born_by(day, 18)

    assert age_on(day, last) == 18
    assert age_on(day, date.fromordinal(last.toordinal() + 1)) == 17


def test_a_file_goes_the_day_after_its_whole_term() -> None:
    assert removable_from(date(2024, 7, 31), keep_years=2) == date(2026, 8, 1)
    assert removable_from(date(2024, 2, 29), keep_years=2) == date(2026, 3, 2)


def test_a_school_year_runs_from_august_to_july() -> None:
    assert year_bounds(2025) == (date(2025, 8, 1), date(2026, 7, 31))
