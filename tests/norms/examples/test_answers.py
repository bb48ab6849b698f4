"""The answers tried for a consent: each alone, together, for just this, too late, in another form, used up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from magdit.norms.conditions.tree import Always
from magdit.norms.examples.answers import answers_to
from magdit.norms.model import ConsentRule, Signer

DAY = date(2026, 11, 21)


def asked(valid: str = "tot_intrekking", **keys: object) -> ConsentRule:
    signers = (Signer("leerling", Always()), Signer("ouder", Always()))
    return ConsentRule("ja", "1", covers=("naam",), channels=(), signers=signers, valid=valid, **keys)


def test_each_who_may_sign_says_yes_alone_for_everything_and_for_just_this():
    plain, _ = answers_to(asked(), DAY, "instagram")

    said = {(one.by, one.covers == ("naam",)) for (one,) in plain}
    assert {(by, narrow) for by in ("leerling", "ouder") for narrow in (False, True)} <= said


def test_two_say_yes_together_and_nobody_says_anything():
    _, others = answers_to(asked(), DAY, "instagram")

    assert () in others
    assert {"leerling", "ouder"} in [{one.by for one in answers} for answers in others]


def test_one_refuses_while_the_others_say_yes():
    _, others = answers_to(asked(), DAY, "instagram")

    states = [{one.by: one.state for one in answers} for answers in others if len(answers) > 2]
    assert any(said["ouder"] == "geweigerd" and said["leerling"] == "gegeven" for said in states)


@pytest.mark.parametrize(("valid", "length"), [("P1Y", 365), ("P10D", 10)])
def test_a_yes_that_has_just_run_out_is_tried_and_one_that_has_not(valid, length):
    _, others = answers_to(asked(valid), DAY, "instagram")

    given = {one.on for answers in others for one in answers}
    assert {DAY - timedelta(days=length + off) for off in (-1, 0, 1)} <= given


def test_a_yes_that_was_used_is_tried():
    _, others = answers_to(asked("eenmalig"), DAY, "instagram")

    assert any(one.used for answers in others for one in answers)
