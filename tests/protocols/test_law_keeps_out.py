"""The law sits beside every protocol. What it says of measures, breaches and grave reports troubles no ordinary act."""

import tomllib

import pytest

from magdit.norms.answering import answer
from magdit.norms.read_act import read_act
from magdit.protocols.cases import read_cases
from magdit.protocols.library import LAW, Library

LIBRARY = Library()
ABOUT_PICTURES = {"waarover", "toestemming", "platforms", "portret"}
GRAVE = {clause.number for clause in LIBRARY.pack(LAW).clauses if clause.chapter not in ABOUT_PICTURES}
OWN = tomllib.loads((LIBRARY.folder(LAW) / "feiten.toml").read_text(encoding="utf-8"))
OWN_FACTS = frozenset(OWN["feit"])
ABOUT_PICTURES_TOO = {"toestemming_ingetrokken", "redelijk_belang"}
OWN_ACTIONS = frozenset(word["code"] for word in OWN["woord"] if word["lijst"] == "handeling")


def is_about_the_grave(act) -> bool:
    """Whether an act tells what only the law speaks of."""
    return bool(OWN_FACTS & {*act, *act.get("vlaggen", ())}) or act.get("handeling") in OWN_ACTIONS


def without_the_action(act):
    return {key: value for key, value in act.items() if key != "handeling"}


@pytest.mark.parametrize("told", [lambda act: act, without_the_action], ids=["as told", "action not told"])
@pytest.mark.parametrize("name", LIBRARY.ids())
def test_an_ordinary_act_is_not_judged_or_asked_about_by_what_the_law_says_of_grave_things(name, told):
    book = LIBRARY.book(name)

    for case in read_cases(LIBRARY.folder(name)):
        if is_about_the_grave(case.act):
            continue
        found = answer(book, read_act(told(dict(case.act)), book.catalogue), layer="wet")

        assert not GRAVE & {*found.clauses, *(reason.clause for reason in found.reasons)}, case.name
        assert not GRAVE & {triggered.duty.clause for triggered in found.duties}, case.name
        assert not OWN_FACTS & {ground.fact for ground in found.missing}, case.name
        assert found.question is None or found.question.fact not in OWN_FACTS, case.name


@pytest.mark.parametrize("name", LIBRARY.ids())
def test_nobody_has_to_look_at_what_only_the_grave_part_of_the_law_speaks_of(name):
    book = LIBRARY.book(name)

    for case in read_cases(LIBRARY.folder(name)):
        if "handeling" in case.act and case.act["handeling"] not in {*OWN_ACTIONS, "maatregel_nemen"}:
            found = answer(book, read_act(case.act, book.catalogue), layer="wet")

            assert not OWN_FACTS & set(found.not_looked_at) - ABOUT_PICTURES_TOO, case.name


def test_there_is_something_to_keep_out():
    assert {"Schorsing", "Meldplicht", "AVG-33", "CAO-PO", "Klokkenluider"} <= GRAVE
    assert {"datalek", "schorsing_dagen"} <= OWN_FACTS
    assert "gegevens_bewaren" in OWN_ACTIONS
