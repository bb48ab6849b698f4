"""What nobody told is unknown, never no; an empty list is known. Flags, doubt, and the next best question."""

from __future__ import annotations

import pytest

from magdit.norms.situation import Situation
from tests.cast import NOOR, SEM
from tests.norms.school import clause, judge, outcome, rule, school

SHOWN = school(rule("1", per="persoon_in_beeld", als="herkenbaar"))


def test_nobody_in_view_is_not_the_same_as_nobody_looked():
    """Only a person or a finished reconcile may say that nobody is shown."""
    assert outcome(SHOWN) == "onzeker"
    assert outcome(SHOWN, in_beeld=[]) == "voorleggen"
    assert outcome(SHOWN, in_beeld=[NOOR.shown()]) == "onzeker"
    assert outcome(SHOWN, in_beeld=[NOOR.shown(herkenbaar=False)]) == "voorleggen"
    assert outcome(SHOWN, in_beeld=[NOOR.shown(herkenbaar=False), SEM.shown(herkenbaar=True)]) == "mag_niet"


@pytest.mark.parametrize(
    ("condition", "nobody", "unknown"),
    [
        ("iemand in_beeld (herkenbaar)", "voorleggen", "onzeker"),
        ("ieder in_beeld (herkenbaar)", "mag_niet", "onzeker"),
        ("in_beeld leeg", "mag_niet", "onzeker"),
        ("iemand in_beeld (herkenbaar en betreft_school)", "voorleggen", "voorleggen"),
        ("ieder in_beeld (herkenbaar of tijdens_les)", "mag_niet", "mag_niet"),
    ],
)
def test_about_people_who_may_not_be_there_only_the_certain_is_said(condition, nobody, unknown):
    """What is so of any person whatever is certain, also while nobody knows who is shown."""
    under = school(rule("1", als=condition))

    assert outcome(under, in_beeld=[], betreft_school=False, tijdens_les=True) == nobody
    assert outcome(under, betreft_school=False, tijdens_les=True) == unknown


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, "onzeker"),
        ({"overlegd_met": []}, "mag_niet"),
        ({"overlegd_met": ["directeur"]}, "voorleggen"),
    ],
)
def test_an_empty_list_is_known(told, found):
    """Consulted nobody."""
    assert outcome(school(rule("1", als="overlegd_met leeg")), **told) == found
    assert outcome(school(rule("1", als="niet overlegd_met bevat leidinggevende")), **told) == found


def test_a_fact_that_got_lost_on_the_way_is_unknown_too(monkeypatch):
    """Should something of ours answer nothing where a list was told, that is no list with something in it."""
    under = school(rule("1", als="niet overlegd_met leeg"))
    monkeypatch.setattr(Situation, "value", lambda self, name, *, per_person: None)

    assert outcome(under, overlegd_met=[]) == "onzeker"


class TestOnAFlag:
    """A fact asked on a flag counts as usual until a finder or a person raises it."""

    under = school(rule("1", als="vertrouwelijk"), rule("2", "toestemming", mits="aanvaardbaar_doel"))

    @pytest.mark.parametrize(
        ("told", "found"),
        [
            ({}, "mag"),
            ({"vlaggen": ["vertrouwelijk"]}, "onzeker"),
            ({"vlaggen": ["vertrouwelijk"], "vertrouwelijk": False}, "mag"),
            ({"vertrouwelijk": True}, "mag_niet"),
            ({"vlaggen": ["aanvaardbaar_doel"]}, "onzeker"),
            ({"aanvaardbaar_doel": False}, "voorleggen"),
        ],
    )
    def test_raised_it_must_be_answered(self, told, found):
        assert outcome(self.under, **told) == found

    def test_what_nobody_looked_at_is_listed(self):
        assert judge(self.under).not_looked_at == ("aanvaardbaar_doel", "vertrouwelijk")
        assert judge(self.under, vertrouwelijk=False).not_looked_at == ("aanvaardbaar_doel",)

    def test_an_open_norm_is_for_a_person(self):
        found = judge(self.under, vlaggen=["vertrouwelijk"])

        assert (found.verdict, found.ask) == ("vraag", ("leidinggevende",))
        assert [(ground.fact, ground.lack) for ground in found.missing] == [("vertrouwelijk", "oordeel")]


class TestTheNextQuestion:
    """The one whose answer settles most."""

    def test_is_the_one_that_settles_it_alone(self):
        under = school(rule("1", als="betreft_school en tijdens_les"), rule("2", als="schooltijd of betreft_school"))

        found = judge(under)

        assert found.verdict == "eerst_weten"
        assert found.question is not None
        assert (found.question.fact, found.question.options) == ("betreft_school", ("ja", "nee"))

    def test_names_the_person_it_is_about(self):
        found = judge(SHOWN, in_beeld=[NOOR.shown(herkenbaar=False), SEM.shown()])

        assert found.question is not None
        assert (found.question.fact, found.question.person, found.question.index) == ("herkenbaar", "sem", 1)

    def test_is_who_is_shown_before_what_they_look_like(self):
        found = judge(SHOWN)

        assert found.question is not None
        assert found.question.fact == "in_beeld"

    def test_is_not_asked_once_it_is_settled(self):
        assert judge(SHOWN, in_beeld=[]).question is None
        assert judge(SHOWN, in_beeld=[NOOR.shown(herkenbaar=True)]).question is None

    def test_is_about_the_scope_when_that_is_all_that_is_unknown(self):
        under = school(clause("9", reikwijdte={"als": "betreft_school"}), rule("1", als="tijdens_les"))

        found = judge(under, tijdens_les=True)

        assert (found.as_handed_in, found.clauses) == ("onzeker", ("9",))
        assert found.question is not None
        assert found.question.fact == "betreft_school"


SCOPES = [{"wie": ["leerling", "medewerker"]}, {"als": "betreft_school"}]
SCOPED = school(clause("9", reikwijdte=SCOPES[0]), clause("10", reikwijdte=SCOPES[1]), rule("1"))


@pytest.mark.parametrize(
    ("told", "found", "clauses"),
    [
        ({"wie": "leerkracht", "betreft_school": True}, "mag_niet", ("1",)),
        ({"wie": "ouder", "betreft_school": True}, "niet_geregeld", ("9",)),
        ({"wie": "leerkracht", "betreft_school": False}, "niet_geregeld", ("10",)),
        ({"wie": "ouder"}, "niet_geregeld", ("9",)),
        ({"wie": "leerkracht"}, "onzeker", ("10",)),
        ({"betreft_school": True}, "onzeker", ("9",)),
    ],
)
def test_outside_its_scope_a_protocol_regulates_nothing(told, found, clauses):
    """All scopes together must be true; the one that is not is cited."""
    answer = judge(SCOPED, **told)

    assert (answer.as_handed_in, answer.clauses) == (found, clauses)


def test_a_scope_of_some_clauses_is_for_those_only():
    """Chapter 2 is about lessons."""
    over = clause("9", reikwijdte={"als": "tijdens_les", "artikelen": ["2"]})
    under = school(over, rule("1.1", als="disclaimer"), rule("2.1", als="disclaimer"))

    assert judge(under, disclaimer=True, tijdens_les=True).clauses == ("1.1", "2.1")
    assert judge(under, disclaimer=True, tijdens_les=False).clauses == ("1.1",)


def test_where_no_norm_speaks_the_protocol_says_what_then():
    """Put to the head, citing the clause that says so."""
    found = judge(school(rule("1", als="disclaimer")), disclaimer=False)

    assert (found.as_handed_in, found.clauses, found.put_to) == ("voorleggen", ("0",), "schoolleider")
