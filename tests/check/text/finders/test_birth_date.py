"""Dates of birth: a date that exists, with a word about being born; the school's calendar is none."""

import pytest

from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize(
    "written",
    ["3 maart 2016", "03-03-2016", "3/3/'16", "3 mrt. 2016", "2016-03-03", "drie maart 2016", "3.3.2016", "03032016"],
)
def test_born_on_a_date_is_certain(valued: Valued, written: str) -> None:
    assert valued(f"Noor, geboren op {written}, groep 5") == [(written, "dob", "zeker")]


@pytest.mark.parametrize(
    "text",
    [
        "Storm de Graaff (12-08-2015) gaat naar groep 5",
        "Tim is op 8 oktober jarig",
        "Liam wordt op 12 november 9 jaar",
        "Tim is jarig op 8 oktober 2013",
    ],
)
def test_a_birthday_or_a_date_behind_a_name_is_possible(valued: Valued, text: str) -> None:
    assert [(kind, sure) for _, kind, sure in valued(text)] == [("dob", "mogelijk")]


def test_under_a_heading_every_row_is_a_birth(valued: Valued) -> None:
    rows = "naam;geboortedatum;groep\nNoor;03-03-2017;5\nSem;04-03-2017;5"

    assert [words for words, _, _ in valued(rows)] == ["03-03-2017", "04-03-2017"]


@pytest.mark.parametrize(
    "text",
    [
        "De school is opgericht op 3 maart 1957",
        "Op 03-03-2026 is de musical",
        "De lammetjes zijn geboren op 3 april 2026",
        "Rembrandt is geboren op 15 juli 1606",
        "Schoolreis (12-06-2019)",
        "geboren op 31 februari 2016",
        "Uitnodiging verjaardagsfeest op 3 maart",
        "De koning is jarig op 27 april",
    ],
)
def test_the_calendar_animals_and_history_are_no_birth(valued: Valued, text: str) -> None:
    assert valued(text) == []
