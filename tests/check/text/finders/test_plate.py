"""Licence plates: every Dutch sidecode, others near a word about cars, and no room, class or product."""

import pytest

from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize("plate", ["XX-99-99", "GB-123-X", "12-BDF-3", "9-ZXX-99", "K-123-XT", "RZ-GF-12", "TDF-12-K"])
def test_a_dutch_plate_with_dashes_is_certain(valued: Valued, plate: str) -> None:
    assert valued(f"De {plate} staat verkeerd.") == [(plate, "plate", "zeker")]


@pytest.mark.parametrize("plate", ["gb 123 x", "GB123X", "AB-12-CD", "1-ABC-234", "B-MW 1234"])
def test_other_spellings_need_a_word_about_cars(valued: Valued, plate: str) -> None:
    assert valued(f"De auto met kenteken {plate} moet weg") == [(plate, "plate", "mogelijk")]
    assert valued(f"De doos met etiket {plate} moet weg") == []


@pytest.mark.parametrize(
    "text", ["klas HV-1-B en 4H2", "artikel XL-12-34", "lokaal L-123-BB", "De auto rijdt 10 tm 12 keer", "12-03-26"]
)
def test_rooms_classes_and_products_are_no_plate(valued: Valued, text: str) -> None:
    assert valued(text) == []
