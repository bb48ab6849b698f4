"""Questions and lists fit in a narrow terminal."""

import pytest

from magdit.cli.wrapped import wrapped

LIST = "\nKlopt dit allemaal? Typ ja, of de nummers die anders zijn.\n  1. Staan er persoonsgegevens in de tekst? Nee."


@pytest.mark.parametrize("width", [40, 60])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(len(line) for line in wrapped(LIST, width).split("\n")) <= width


def test_what_is_listed_keeps_its_place_under_its_number():
    lines = wrapped(LIST, 40).split("\n")

    assert lines[0] == ""
    assert lines[3:] == ["  1. Staan er persoonsgegevens in de", "     tekst? Nee."]


def test_what_fits_is_left_as_it_is():
    assert wrapped(LIST, 100) == LIST


def test_a_word_that_is_too_long_stays_whole():
    assert wrapped("medezeggenschapsraadsvergadering nu", 5) == "medezeggenschapsraadsvergadering\nnu"
