"""What a school still has to tell before it is known whether there is a yes: that, and never what it told already."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from magdit.norms.answer import Answer
from magdit.norms.judge import Book
from tests.cast import NOOR, TODAY
from tests.norms.consents import NAY, YES, asking
from tests.norms.school import AFTERNOON, judge

FULL = {**YES, "datum": date(2025, 9, 1), "vorm": "schriftelijk", "kanalen": ["website"]}
CHILD: dict[str, Any] = {"naam": "noor", "rol": "leerling", "leeftijd": 9, "herkenbaar": True}
TOLD: dict[str, Any] = {"inhoud": ["foto"], "medium": "website", "moment": AFTERNOON}


def about(under: Book, *answers: dict[str, Any], without: str = "", **of_child: Any) -> Answer:
    """A photo of a child with these answers, of which one fact was not told."""
    row = {**CHILD, **of_child, "toestemmingen": list(answers)}
    told = {name: None if name == without else value for name, value in TOLD.items()}
    return judge(under, in_beeld=[{name: value for name, value in row.items() if value is not None}], **told)


def missing(found: Answer) -> set[str]:
    return {ground.fact for ground in found.missing}


@pytest.mark.parametrize(
    ("valid", "without", "answers"),
    [
        ("schooljaar", "moment", [FULL]),
        ("P1Y", "moment", [FULL]),
        ("tot_intrekking", "moment", [{**FULL, "tot": date(2026, 7, 31)}]),
        ("tot_intrekking", "moment", [FULL, {**NAY, "naam": "de ander", "datum": TODAY}]),
        ("tot_intrekking", "medium", [FULL]),
        ("tot_intrekking", "medium", [FULL, {**NAY, "kanalen": ["instagram"]}]),
        ("tot_intrekking", "inhoud", [{**FULL, "dekt": ["foto"]}]),
        ("tot_intrekking", "inhoud", [FULL, {**NAY, "dekt": ["video"]}]),
    ],
)
def test_of_answers_told_in_full_only_the_fact_that_is_missing_is_asked(valid, without, answers):
    found = about(asking(geldig=valid, kanalen=["website"]), *answers, without=without)

    assert found.verdict == "eerst_weten"
    assert missing(found) == {without}
    assert found.question is not None
    assert found.question.fact == without


def test_whether_a_child_is_named_is_asked_when_the_yes_is_for_photos_only():
    """Not the yes again."""
    under = asking(voor=["foto", "naam"])

    found = about(under, {**FULL, "dekt": ["foto"]})

    assert missing(found) == {"genoemd"}
    assert found.question is not None
    assert (found.question.fact, found.question.person) == ("genoemd", "noor")


def test_of_a_child_whose_birth_date_is_known_the_day_is_asked_and_not_the_age():
    found = about(asking(), FULL, without="moment", leeftijd=None, geboortedatum=NOOR.born)

    assert missing(found) == {"moment"}
    assert found.question is not None
    assert found.question.fact == "moment"


def test_of_a_child_whose_age_nobody_told_the_age_is_asked():
    """Whose turn it is to answer hangs on it."""
    found = about(asking(), FULL, leeftijd=None)

    assert missing(found) == {"leeftijd"}


def test_everything_that_is_missing_is_named():
    """The day, the medium and the age."""
    under = asking(geldig="schooljaar", kanalen=["website"])
    person = {name: value for name, value in CHILD.items() if name != "leeftijd"}

    found = judge(under, in_beeld=[{**person, "toestemmingen": [FULL]}], inhoud=["foto"], moment=None)

    assert missing(found) == {"moment", "medium", "leeftijd"}


@pytest.mark.parametrize(
    ("changed", "untold"),
    [({"vorm": ["schriftelijk"]}, "vorm"), ({"kanalen": ["website"]}, "kanalen"), ({"geldig": "P1Y"}, "datum")],
)
def test_of_an_answer_told_by_halves_the_answers_are_asked(changed, untold):
    """Its form, its channels or its day may still come."""
    half = {name: value for name, value in FULL.items() if name != untold}

    found = about(asking(**changed), half)

    assert missing(found) == {"ja"}
    assert found.question is not None
    assert found.question.fact == "toestemmingen"


def test_an_answer_without_what_it_covers_is_asked_again():
    found = about(asking(), {"door": "ouder", "staat": "gegeven"})

    assert missing(found) == {"ja"}


def test_of_who_answered_for_themself_the_role_is_asked():
    """Their yes is one in a role that nobody told."""
    found = about(asking(door=[{"rol": "leerling"}]), {**FULL, "door": "zelf"}, rol=None)

    assert missing(found) == {"rol"}


def test_once_told_the_missing_fact_settles_it():
    """No question comes back."""
    under = asking(geldig="schooljaar", kanalen=["website"])

    assert about(under, FULL, without="moment").question is not None
    assert about(under, FULL).as_handed_in == "mag"
    assert about(under, FULL).question is None


def test_both_parents_must_answer_and_only_the_day_is_missing():
    """The pupil's turn does not come into it while a parent told all."""
    both = asking(samen="allen", geldig="schooljaar", door=[{"rol": "leerling"}, {"rol": "ouder"}])

    found = about(both, FULL, {**FULL, "door": "leerling"}, without="moment")

    assert missing(found) == {"moment"}
