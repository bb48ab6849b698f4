"""Telephone numbers: every style that exists in a number plan, and no row of digits that only resembles one."""

import pytest

from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize(
    "number",
    ["06-12345678", "(06) 12 34 56 78", "06.12.34.56.78", "+31(0)6-12345678", "0031 6 12345678", "(0348) 41 23 45"],
)
def test_a_dutch_number_needs_no_word_beside_it(valued: Valued, number: str) -> None:
    assert valued(f"Ouders van groep 4: {number}.") == [(number, "phone", "zeker")]


@pytest.mark.parametrize(
    "number", ["0171 1234567", "02 123 45 67", "020 7946 0958", "01 42 68 53 00", "612345678", "o6-12345678"]
)
def test_a_neighbours_own_style_needs_one_and_stays_possible(valued: Valued, number: str) -> None:
    assert valued(f"Bel {number} bij panne") == [(number, "phone", "mogelijk")]
    assert valued(f"Bak {number} bij panne") == []


def test_two_numbers_with_a_stroke_between_are_two(valued: Valued) -> None:
    found = valued("06-12345678/030-2345678")

    assert [words for words, _, _ in found] == ["06-12345678", "030-2345678"]


def test_a_number_in_words_is_read_too(valued: Valued) -> None:
    written = "nul zes twaalf vierendertig zesenvijftig achtenzeventig"

    assert valued(f"mijn nummer is {written}") == [(written, "phone", "mogelijk")]


@pytest.mark.parametrize(
    "text",
    [
        "01 02 03 04 05 06 07 08 tellen we in de kring",
        "Open van 06.30 - 12.00 13 kinderen",
        "De data: 06-12 13-12 20-12",
        "Bestelnummer 0302345678",
        "ISBN 0-306-40615-2",
        "De Kindertelefoon: 0800-0432",
        "Bel bij brand 112",
        "Reisinformatie: 0900-9292",
        "Gratis bestellen op 0800 1234",
        "06-11-2026 t/m 06-12-2026",
    ],
)
def test_counting_times_books_and_helplines_are_left_alone(valued: Valued, text: str) -> None:
    assert valued(text) == []
