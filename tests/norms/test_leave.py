"""Leave that was given, and then not any more."""

from __future__ import annotations

import pytest

from magdit.norms.act import Act, Grant
from magdit.norms.grants import grant_status
from magdit.norms.model import Power
from magdit.norms.naive.grants import leave_given
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.norms.truth import NO, YES
from magdit.protocols.library import Library
from magdit.words.roles import ROLES

POWER = Power("socialmedia_in_les", "1", who=("schoolleiding",))


def act(*grants: Grant) -> Act:
    return Act({"wie": ("leerkracht",)}, grants=grants)


def status(*grants: Grant):
    return grant_status((POWER,), act(*grants), ROLES)


@pytest.mark.parametrize("state", ["ingetrokken", "geweigerd"])
def test_who_takes_a_leave_back_no_longer_gives_it(state):
    """In whichever order the two are told."""
    given, back = Grant("directeur", "gegeven"), Grant("directeur", state)

    assert status(given, back).truth is status(back, given).truth is NO
    assert leave_given((POWER,), act(given, back)) is NO
    assert status(given, back).ask == ()


def test_the_no_of_one_does_not_undo_the_leave_of_another_who_may_give_it():
    both = (Grant("directeur", "geweigerd"), Grant("schoolleider", "gegeven"))

    assert status(*both).truth is YES
    assert leave_given((POWER,), act(*both)) is YES


def test_the_short_form_does_not_hide_the_answers_themselves():
    """A yes in short beside a refusal in full: neither is guessed to be the right one."""
    person = {"toestemming": "gegeven", "toestemmingen": [{"door": "ouder", "staat": "geweigerd"}]}

    with pytest.raises(BadAct) as caught:
        read_act({"in_beeld": [person]}, Library().base)

    assert [mistake.code for mistake in caught.value.mistakes] == ["not_both"]
