"""Leave that was given, and then not any more."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from magdit.norms.act import Act, Grant
from magdit.norms.grants import grant_status
from magdit.norms.model import Power
from magdit.norms.naive.grants import leave_given
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.norms.truth import NO, UNKNOWN, YES
from magdit.protocols.library import Library
from magdit.words.roles import ROLES
from tests.norms.school import clause, judge, school

POWER = Power("socialmedia_in_les", "1", who=("schoolleiding",))


LESSON = datetime(2026, 11, 20, 14)
EARLIER = {"start": LESSON - timedelta(days=7), "until": LESSON - timedelta(days=7, hours=-1)}
LATER = {"start": LESSON + timedelta(days=1), "until": LESSON + timedelta(days=1, hours=1)}


def act(*grants: Grant, moment: datetime | None = LESSON) -> Act:
    told = {"wie": ("leerkracht",)} if moment is None else {"wie": ("leerkracht",), "moment": moment}
    return Act(told, grants=grants)


def status(*grants: Grant, moment: datetime | None = LESSON):
    """How it stands, and the same by the plain reading."""
    found = grant_status((POWER,), act(*grants, moment=moment), ROLES)
    assert leave_given((POWER,), act(*grants, moment=moment), ROLES) is found.truth
    return found


@pytest.mark.parametrize("state", ["ingetrokken", "geweigerd"])
def test_who_takes_a_leave_back_no_longer_gives_it(state):
    """In whichever order the two are told."""
    given, back = Grant("directeur", "gegeven"), Grant("directeur", state)

    assert status(given, back).truth is status(back, given).truth is NO
    assert leave_given((POWER,), act(given, back), ROLES) is NO
    assert status(given, back).ask == ()


def test_the_no_of_one_does_not_undo_the_leave_of_another_who_may_give_it():
    both = (Grant("directeur", "geweigerd"), Grant("schoolleider", "gegeven"))

    assert status(*both).truth is YES
    assert leave_given((POWER,), act(*both), ROLES) is YES


def test_a_no_to_another_says_nothing_of_mine():
    mine, theirs = Grant("directeur", "gegeven", to=("leerkracht",)), Grant("directeur", "geweigerd", to=("ouder",))

    assert status(mine, theirs).truth is YES
    assert status(theirs).ask == ("schoolleiding",)


def test_a_no_for_last_week_does_not_undo_the_yes_for_this_lesson():
    refused, given = Grant("directeur", "geweigerd", **EARLIER), Grant("directeur", "gegeven")

    assert status(refused, given).truth is YES


@pytest.mark.parametrize(("when", "code"), [(EARLIER, "expired"), (LATER, "not_yet")])
def test_a_leave_for_another_lesson_may_be_asked_for_this_one(when, code):
    found = status(Grant("directeur", "gegeven", **when))

    assert (found.truth, found.code, found.ask) == (NO, code, ("schoolleiding",))


def test_a_refusal_is_not_asked_again_also_beside_an_older_leave():
    found = status(Grant("directeur", "gegeven", **EARLIER), Grant("directeur", "geweigerd"))

    assert (found.code, found.ask) == ("refused", ())


@pytest.mark.parametrize("moment", [None, LESSON.date()])
def test_without_the_hour_it_is_the_hour_that_is_asked_not_the_leave(moment):
    found = status(Grant("directeur", "gegeven", **EARLIER), moment=moment)

    assert (found.truth, found.lacks) == (UNKNOWN, "moment")


def test_the_short_form_does_not_hide_the_answers_themselves():
    """A yes in short beside a refusal in full: neither is guessed to be the right one."""
    person = {"toestemming": "gegeven", "toestemmingen": [{"door": "ouder", "staat": "geweigerd"}]}

    with pytest.raises(BadAct) as caught:
        read_act({"in_beeld": [person]}, Library().base)

    assert [mistake.code for mistake in caught.value.mistakes] == ["not_both"]


def test_the_next_question_is_then_when_it_happens():
    power = {"wie": ["leerkracht"], "verleent": "les_ok", "aan": ["leerling"]}
    ban = {"soort": "verbod", "handeling": "apparaat_gebruiken", "tenzij": ["les_ok"]}
    under = school(clause("1", norm=ban, bevoegdheid=power))
    grant = {"wat": "les_ok", "door": "leerkracht", "tot": "2026-11-20T14:00"}

    found = judge(under, wie="leerling", handeling="apparaat_gebruiken", akkoorden=[grant], moment=None)

    assert found.question is not None
    assert (found.verdict, found.question.fact) == ("eerst_weten", "moment")
