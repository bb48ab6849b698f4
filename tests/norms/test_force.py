"""How binding a norm is: it must, it holds in principle (someone judges, the reason is kept), or it is only advice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from magdit.norms.model import Default
from magdit.norms.read_value import BadAct
from tests.norms.school import act, book, clause, judge, outcome, pack, rule, school

IN_PRINCIPLE = rule("1", kracht="in_beginsel", als="betreft_school", tenzij="disclaimer", vraag_aan=["directeur"])
REASON = [{"artikel": "1", "reden": "het gaat om een ramp", "door": "directeur"}]


def test_what_holds_in_principle_asks_for_a_judgement():
    """It forbids nothing by itself; the norm says whom to ask."""
    found = judge(school(IN_PRINCIPLE), betreft_school=True, disclaimer=False)

    assert (found.as_handed_in, found.verdict, found.ask) == ("onzeker", "vraag", ("directeur",))
    assert [(reason.clause, reason.effect) for reason in found.reasons] == [("1", "beginsel")]


def test_without_a_name_the_protocol_says_whom_to_ask():
    """The same people that open cases are put to."""
    found = judge(school(rule("1", kracht="in_beginsel")), betreft_school=True)

    assert found.ask == ("schoolleider",)


def test_whoever_sets_it_aside_keeps_the_reason():
    """Then it is silent, and the rest of the protocol decides."""
    under = school(IN_PRINCIPLE, rule("2", "toestemming"))

    assert outcome(under, betreft_school=True, disclaimer=False) == "onzeker"
    assert outcome(under, betreft_school=True, disclaimer=False, afwijkingen=REASON) == "mag"


def test_setting_aside_another_clause_changes_nothing():
    """Nor one that must."""
    elsewhere = [{"artikel": "2", "reden": "daarom"}]

    assert outcome(school(IN_PRINCIPLE), betreft_school=True, disclaimer=False, afwijkingen=elsewhere) == "onzeker"
    assert outcome(school(rule("1")), afwijkingen=REASON) == "mag_niet"


def test_the_reason_for_setting_it_aside_stays_with_the_answer():
    """It is why the act may go on, and the clause is cited."""
    found = judge(school(IN_PRINCIPLE), betreft_school=True, disclaimer=False, afwijkingen=REASON)

    (reason,) = found.reasons
    assert (found.verdict, reason.clause, reason.effect) == ("mag", "1", "staat_toe")
    assert reason.deviation is not None
    assert (reason.deviation.reason, reason.deviation.by) == ("het gaat om een ramp", "directeur")


def test_what_may_and_need_not_be_done_is_told_and_decides_nothing():
    found = judge(school(rule("1", "toestemming", kracht="kan", handeling="volgen")), handeling="volgen")

    assert (found.as_handed_in, [reason.norm for reason in found.advice]) == ("voorleggen", ["1"])


@pytest.mark.parametrize(
    ("about_school", "disclaimer", "told"),
    [(False, False, "voorleggen"), (True, True, "mag"), (None, False, "onzeker"), (True, None, "onzeker")],
)
def test_in_principle_it_plays_and_is_lifted_like_any_other(about_school, disclaimer, told):
    """Lifted, it is a reason why it may."""
    assert outcome(school(IN_PRINCIPLE), betreft_school=about_school, disclaimer=disclaimer) == told


@pytest.mark.parametrize("force", ["bij_voorkeur", "kan"])
@pytest.mark.parametrize("kind", ["verbod", "gebod"])
def test_advice_never_decides(force, kind):
    """It is shown, whatever the outcome."""
    needs = {"eis": "disclaimer"} if kind == "gebod" else {}
    under = school(rule("1", kind, kracht=force, **needs), rule("2", "toestemming"))

    found = judge(under, disclaimer=False)

    assert (found.as_handed_in, found.clauses) == ("mag", ("2",))
    assert [reason.norm for reason in found.advice] == ["1"]


@pytest.mark.parametrize("force", ["bij_voorkeur", "kan"])
def test_a_permission_that_only_advises_allows_nothing(force):
    """Then nothing speaks, and the head decides."""
    assert outcome(school(rule("1", "toestemming", kracht=force))) == "voorleggen"


def test_a_ban_beside_one_in_principle_forbids():
    """What must, goes first; only the ban is cited."""
    found = judge(school(rule("1"), rule("2", kracht="in_beginsel")))

    assert (found.as_handed_in, found.clauses) == ("mag_niet", ("1",))


def test_a_reason_needs_words():
    """A deviation without one is refused when the act is read."""
    with pytest.raises(BadAct) as refused:
        act(afwijkingen=[{"artikel": "1", "reden": "  "}])

    assert [mistake.code for mistake in refused.value.mistakes] == ["reason_missing"]


def test_an_open_question_never_ends_with_nobody():
    """Where no norm, fact or protocol names anyone, the school's own fallback judges."""
    wide = {"woord": "ons", "omvat": ["leerkracht"], "open": ["inhuurkracht"]}
    ban = {"soort": "verbod", "wie": "ons", "handeling": "plaatsen"}
    nobody = replace(pack(clause("1", definitie=wide, norm=ban)), default=Default("0", "niet_geregeld"))

    told = judge(book(nobody), wie="inhuurkracht", handeling="plaatsen")

    assert (told.verdict, told.ask) == ("vraag", ("leidinggevende",))
