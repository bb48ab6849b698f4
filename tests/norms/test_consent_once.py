"""A yes for one time: used, still to be used, or nobody said which."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import NOOR, TODAY
from tests.norms.consents import YES, asking, shown
from tests.norms.school import judge

ONCE = asking(geldig="eenmalig")
THIS_YEAR = {**YES, "datum": date(2025, 9, 1)}
YEARS_AGO = {**YES, "datum": date(2019, 1, 1)}
PHOTO = {"inhoud": ["foto"], "medium": "website"}


def test_a_yes_that_was_used_no_longer_counts_and_a_new_one_may_be_asked():
    """It says so, and is no refusal."""
    person = NOOR.shown(herkenbaar=True, toestemmingen=[{**THIS_YEAR, "gebruikt": True}])

    found = judge(ONCE, in_beeld=[person], **PHOTO)
    codes = [ground.detail["code"] for reason in found.reasons for ground in reason.grounds if ground.fact == "ja"]

    assert found.as_handed_in == "mag_niet"
    assert codes == ["used"]
    assert "toestemming_vragen" in {step.remedy for route in found.routes for step in route.steps}


def test_a_new_yes_counts_beside_the_one_that_was_used():
    """In whatever order they stand."""
    used, new = {**YEARS_AGO, "gebruikt": True}, {**THIS_YEAR, "gebruikt": False}

    assert shown(ONCE, used, new) == "mag"
    assert shown(ONCE, new, used) == "mag"


@pytest.mark.parametrize("answer", [{**YEARS_AGO, "gebruikt": "nee"}, {**THIS_YEAR, "gebruikt": False}])
def test_a_yes_that_is_still_to_be_used_counts_however_old_it_is(answer):
    assert shown(ONCE, answer) == "mag"


def test_a_yes_still_to_be_used_needs_no_date():
    """Used is used without a date too."""
    assert shown(ONCE, {**YES, "gebruikt": False}) == "mag"
    assert shown(ONCE, {**YES, "gebruikt": True}) == "mag_niet"


def test_while_nobody_says_whether_it_was_used_only_a_yes_of_this_school_year_counts():
    """Of an older one, and of one without a day, the answers are asked again."""
    assert shown(ONCE, THIS_YEAR) == "mag"

    for answer in (YEARS_AGO, YES):
        person = NOOR.shown(herkenbaar=True, toestemmingen=[answer])
        found = judge(ONCE, in_beeld=[person], **PHOTO)
        assert found.as_handed_in == "onzeker"
        assert found.question is not None
        assert found.question.fact == "toestemmingen"


def test_such_a_yes_counts_until_the_school_year_ends():
    """From the first of August on nobody knows whether it was used."""
    person = NOOR.shown(herkenbaar=True, toestemmingen=[THIS_YEAR])

    found = judge(ONCE, in_beeld=[person], moment=date(2026, 7, 31), **PHOTO)

    assert found.as_handed_in == "mag"
    assert found.valid_until is not None
    assert found.valid_until.date() == date(2026, 8, 1)


def test_a_yes_for_once_also_keeps_its_last_day():
    assert shown(ONCE, {**THIS_YEAR, "tot": date(2026, 1, 1)}) == "mag_niet"
    assert shown(ONCE, {**THIS_YEAR, "tot": TODAY}) == "mag"


def test_used_says_nothing_of_a_yes_that_holds_longer():
    """A photo taken with it was no reason to ask again."""
    assert shown(asking(geldig="schooljaar"), {**THIS_YEAR, "gebruikt": True}) == "mag"


def test_without_the_day_of_the_act_it_is_the_day_that_is_asked():
    """Of this school year or not."""
    person = {"naam": "noor", "rol": "leerling", "leeftijd": 9, "herkenbaar": True, "toestemmingen": [THIS_YEAR]}

    found = judge(ONCE, in_beeld=[person], moment=None, **PHOTO)

    assert found.as_handed_in == "onzeker"
    assert found.question is not None
    assert found.question.fact == "moment"
