"""Duties that an act calls up: whose act, in what order, when they are done, and those that come first."""

from __future__ import annotations

from typing import Any

import pytest

from magdit.norms.broken import BrokenPack
from tests.norms.school import clause, judge, outcome, rule, school


def duty(name: str = "melden", **keys: Any) -> dict[str, Any]:
    """Something an employee must do when a talk goes wrong."""
    return {"id": name, "wie": ["medewerker"], "doe": "melden", "als": "ontspoort", **keys}


def called(*duties: dict[str, Any], **told: Any) -> dict[str, str]:
    """The state of every duty that this act calls up."""
    under = school(clause("1", plicht=list(duties)))
    facts = {"wie": "leerkracht", "ontspoort": True, **told}
    return {triggered.duty.id: triggered.state for triggered in judge(under, **facts).duties}


def test_a_duty_is_called_by_the_act_of_those_who_must_do_it():
    """When its occasion is there."""
    assert called(duty()) == {"melden": "open"}
    assert called(duty(), wie="ouder") == {}
    assert called(duty(), ontspoort=False) == {}


def test_a_duty_may_be_called_by_the_act_of_others():
    """`handelt`: a pupil's act calls up what a teacher must do; [] is anyone's."""
    assert called(duty(handelt=["leerling"]), wie="leerling") == {"melden": "open"}
    assert called(duty(handelt=["leerling"]), wie="leerkracht") == {}
    assert called(duty(handelt=[]), wie="ouder") == {"melden": "open"}


@pytest.mark.parametrize(
    ("told", "state"),
    [({"handeling": "plaatsen", "medium": "instagram"}, {"melden": "open"}), ({"handeling": "liken"}, {})],
)
def test_a_duty_may_be_about_some_actions_only(told, state):
    """Also about a medium."""
    assert called(duty(handeling=["plaatsen"], medium=["sociale_media"]), **told) == state


def test_an_unknown_occasion_perhaps_calls_it_up():
    """When someone raised it without an answer."""
    assert called(duty(), ontspoort=None, vlaggen=["ontspoort"]) == {"melden": "misschien"}
    assert called(duty(), ontspoort=None) == {}


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, "open"),
        ({"gedaan": ["melden"]}, "vervuld"),
        ({"gedaan": ["terugtrekken"]}, "vervuld"),
        ({"gedaan": ["iets_anders"]}, "open"),
        ({"overlegd_met": ["directeur"]}, "vervuld"),
        ({"overlegd_met": ["ouder"]}, "open"),
    ],
)
def test_a_duty_is_done_when_it_is_said_or_seen(told, state):
    """By its name, by one of the ways to do it, or because the facts say so."""
    reported = duty(klaar="overlegd_met bevat leidinggevende", of=["vermelden", "terugtrekken"])

    assert called(reported, **told) == {"melden": state}


CHAIN = (
    duty("docent_meldt"),
    duty("leider_meldt", wie=["leidinggevende"], als=None, na="plicht:docent_meldt"),
    duty("directeur_meldt", wie=["directeur"], als=None, na="plicht:leider_meldt"),
)
CHAIN = tuple({key: value for key, value in each.items() if value is not None} for each in CHAIN)


def test_a_duty_that_follows_is_called_with_the_first_whoever_acts():
    """All along the chain, and not at all where the first is not called."""
    assert called(*CHAIN) == {"docent_meldt": "open", "leider_meldt": "open", "directeur_meldt": "open"}
    assert called(*CHAIN, ontspoort=False) == {}
    assert called(*CHAIN, wie="ouder") == {}
    assert called(*reversed(CHAIN), ontspoort=False) == {}


def test_a_duty_that_follows_may_ask_more():
    """Its own occasion as well."""
    public = {**CHAIN[1], "als": "publiek is openbaar"}

    assert called(CHAIN[0], public, publiek="openbaar") == {"docent_meldt": "open", "leider_meldt": "open"}
    assert called(CHAIN[0], public, publiek="groep") == {"docent_meldt": "open"}
    assert called(CHAIN[0], public) == {"docent_meldt": "open", "leider_meldt": "misschien"}


@pytest.mark.parametrize(
    ("duties", "code"),
    [
        ([duty("a", na="plicht:b")], "unknown_duty"),
        ([duty("a", na="plicht:a")], "ring"),
        ([duty("a", na="plicht:b"), duty("b", na="plicht:a")], "ring"),
    ],
)
def test_a_duty_after_nothing_or_after_itself_is_refused(duties, code):
    """When the protocol is read."""
    with pytest.raises(BrokenPack) as refused:
        school(clause("1", plicht=duties))

    assert refused.value.code == code


def test_what_comes_back_each_year_is_for_the_calendar():
    """No act calls it up, unless it names an action or an occasion."""
    yearly = {"id": "evalueren", "wie": ["medewerker"], "doe": "bespreken", "herhaal": "schooljaar"}

    assert called(yearly) == {}
    assert called({**yearly, "handeling": ["plaatsen"]}, handeling="plaatsen") == {"evalueren": "open"}


class TestFirst:
    """A duty that comes first keeps the act uncertain until it is done."""

    under = school(
        clause("1", plicht=duty(vooraf=True, als="twijfel", aan=["leidinggevende"])), rule("2", "toestemming")
    )

    @pytest.mark.parametrize(
        ("told", "found"),
        [
            ({"twijfel": True}, "onzeker"),
            ({"twijfel": True, "gedaan": ["melden"]}, "mag"),
            ({"twijfel": False}, "mag"),
            ({}, "mag"),
            ({"vlaggen": ["twijfel"]}, "onzeker"),
        ],
    )
    def test_until_it_is_done_nobody_knows(self, told, found):
        assert outcome(self.under, wie="leerkracht", **told) == found

    def test_the_way_out_is_to_consult(self):
        found = judge(self.under, wie="leerkracht", twijfel=True)

        assert (found.verdict, found.ask, found.clauses) == ("vraag", ("leidinggevende",), ("1",))
        assert [step.remedy for route in found.routes for step in route.steps] == ["overleggen"]

    def test_it_takes_no_ban_away(self):
        under = school(clause("1", plicht=duty(vooraf=True, als="twijfel")), rule("2"))

        assert outcome(under, wie="leerkracht", twijfel=True) == "mag_niet"

    def test_advice_to_consult_first_stops_nobody(self):
        gentle = school(clause("1", plicht=duty(vooraf=True, als="twijfel", kracht="kan")), rule("2", "toestemming"))

        assert outcome(gentle, wie="leerkracht", twijfel=True) == "mag"


def test_an_attention_point_is_shown_when_it_matters():
    """At its action and on its occasion."""
    point = {"bij": ["plaatsen"], "als": "publiek is openbaar", "tekst": "Dit blijft staan."}
    under = school(clause("1", aandacht=point))

    def shown(**told: Any) -> list[str]:
        return [attention.text for _, attention in judge(under, **told).attentions]

    assert shown(handeling="plaatsen", publiek="openbaar") == ["Dit blijft staan."]
    assert shown(handeling="plaatsen", publiek="groep") == []
    assert shown(handeling="liken", publiek="openbaar") == []
