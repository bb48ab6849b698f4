"""What an author may say about a draft, and what nobody can say away."""

from __future__ import annotations

import pytest

SECRET = "Mijn burgerservicenummer (BSN) is 111222333."
PHONE = "Vragen? Bel 06 12345678."


@pytest.mark.parametrize("told", [False, "nee"])
def test_a_citizen_number_in_the_text_is_not_said_away(school, told):
    draft = school.draft(text=SECRET, told={"platformafspraken": "gemaakt", "persoonsgegevens": told})

    checked = school.check(draft)

    assert checked.final.verdict != "mag"
    assert checked.final.act["persoonsgegevens"] is True


def test_of_an_ordinary_number_the_author_says_that_it_is_the_schools_own(school):
    """And the act remembers who said so."""
    draft = school.draft(text=PHONE, told={"platformafspraken": "gemaakt", "persoonsgegevens": "nee"})

    checked = school.check(draft)

    assert checked.final.act["persoonsgegevens"] == "nee"
    assert checked.final.act["herkomst"]["persoonsgegevens"]["door"] == "auteur"
