"""What is not settled yet is told beside what forbids; and no picture is left out for what the author can still see."""

from __future__ import annotations

from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from magdit.protocols.library import Library
from tests.norms.school import book, judge, pack, rule

YES = [
    {
        "door": "ouder",
        "staat": "gegeven",
        "datum": "2026-09-01",
        "dekt": ["foto"],
        "vorm": "schriftelijk",
        "gezag": "ja",
        "kanalen": ["website"],
    }
]
CHILD = {"rol": ["leerling"], "leeftijd": 8, "herkenbaar": True, "genoemd": False}
PHOTO = {
    "wie": ["leerkracht"], "handeling": "plaatsen", "medium": "website", "account": "school", "publiek": "openbaar",
    "moment": "2026-11-20T10:00", "inhoud": ["tekst", "foto"], "doel": ["schoolnieuws"], "persoonsgegevens": False,
}  # fmt: skip
NOOR = {"naam": "noor", **CHILD, "toestemmingen": YES}
EVI = {"naam": "evi", **CHILD, "toestemmingen": []}


def told(protocol: str, **more):
    found = Library().book(protocol)
    return answer(found, read_act({**PHOTO, **more}, found.catalogue))


def test_a_clause_that_may_forbid_as_well_is_told_apart():
    found = judge(book(pack(rule("1", als="betreft_school"), rule("2", als="tijdens_les"))), betreft_school=True)

    assert [reason.clause for reason in found.reasons] == ["1"]
    assert [(reason.clause, reason.effect) for reason in found.open] == [("2", "onzeker")]


def test_what_surely_does_not_forbid_is_not_open():
    two = book(pack(rule("1", als="betreft_school"), rule("2", als="tijdens_les")))

    assert judge(two, betreft_school=True, tijdens_les=False).open == ()


def test_an_open_answer_names_its_clauses_once_among_the_reasons():
    found = judge(book(pack(rule("1", als="betreft_school"))))

    assert [reason.clause for reason in found.reasons] == ["1"]
    assert found.open == ()


def test_whether_a_website_is_a_social_medium_stays_open_of_each_child_beside_a_missing_yes():
    found = told("vsnon", in_beeld=[NOOR, EVI])

    assert ("AVG-6.1a", 1) in {(reason.clause, reason.index) for reason in found.reasons}
    assert {(reason.clause, reason.index) for reason in found.open} >= {("2b", 0), ("2b", 1)}


def test_hiding_a_face_comes_before_leaving_the_photo_out_while_a_coat_was_not_looked_at():
    found = told("ouderportaalschool", in_beeld=[NOOR, EVI])

    first = found.routes[0]
    assert [(step.remedy, step.person) for step in first.steps] == [("onherkenbaar_maken", "evi")]
    assert (first.own, first.afterwards) == (True, "onzeker")
    assert "beeld_weglaten" in {step.remedy for route in found.routes[1:] for step in route.steps}


def test_with_the_coats_looked_at_hiding_the_face_is_enough():
    found = told("ouderportaalschool", in_beeld=[{**NOOR, "bovenkleding": True}, {**EVI, "bovenkleding": True}])

    assert [step.remedy for step in found.routes[0].steps] == ["onherkenbaar_maken"]
    assert found.routes[0].afterwards == "mag"
