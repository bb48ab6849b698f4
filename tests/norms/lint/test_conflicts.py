"""Norms that meet: a ban over a permission is expected, a permission nobody can use is not."""

from __future__ import annotations

import pytest

from magdit.norms.judge import outcome_of
from magdit.norms.situation import Situation
from tests.norms.lint.looking import found, look
from tests.norms.school import book, clause, pack, rule

POST = {"handeling": ["plaatsen"], "medium": ["instagram"]}
ALLOWED = rule("1", "toestemming", **POST)


def test_a_permission_that_a_ban_always_beats_is_loud():
    silly = pack(ALLOWED, rule("2", **POST))

    (finding,) = found(silly, "toestemming_nooit")
    assert (finding.severity, finding.clauses) == ("luid", ("1", "2"))


def test_its_example_is_an_act_that_the_permission_names_and_the_ban_forbids():
    silly = pack(ALLOWED, rule("2", **POST))
    (finding,) = found(silly, "toestemming_nooit")

    outcome = outcome_of(book(silly).packs, Situation(finding.example))

    assert outcome.value == "mag_niet"
    assert {f.ready.norm.clause for f in outcome.findings} == {"1", "2"}


@pytest.mark.parametrize("way_out", [{"tenzij": ["disclaimer"]}, {"als": "kwetsend"}, {"medium": ["facebook"]}])
def test_a_ban_with_a_way_out_leaves_the_permission_alive(way_out):
    assert found(pack(ALLOWED, rule("2", **{**POST, **way_out})), "toestemming_nooit") == []


def test_a_ban_on_a_special_case_of_a_general_permission_is_only_told():
    (finding,) = found(pack(ALLOWED, rule("2", als="kwetsend")), "verbod_wint")

    assert (finding.severity, finding.clauses) == ("weten", ("1", "2"))
    assert finding.example.facts["kwetsend"] is True


def test_a_ban_that_just_holds_beside_a_permission_is_named_apart():
    use = rule("3.1", "toestemming", wie=["school"], handeling=["account_openen", "plaatsen"])
    ban = rule("4.1", handeling=["account_openen"], als="account in [school, op_naam_van_school]")

    (finding,) = found(pack(use, ban), "verbod_naast_toestemming")

    assert finding.clauses == ("3.1", "4.1")
    assert finding.example.facts["account"] in {"school", "op_naam_van_school"}


def test_norms_that_never_meet_are_not_named():
    apart = pack(ALLOWED, rule("2", handeling=["liken"]))

    assert [finding.code for finding in look(apart) if finding.code.startswith("verbod")] == []


def test_a_command_that_asks_what_a_ban_forbids_is_loud():
    torn = pack(rule("1", "gebod", eis="disclaimer", **POST), rule("2", als="disclaimer", **POST))

    (finding,) = found(torn, "gebod_tegen_verbod")
    assert (finding.severity, finding.clauses) == ("luid", ("1", "2"))


def test_a_command_that_can_be_fulfilled_is_no_contradiction():
    fine = pack(rule("1", "gebod", eis="disclaimer", **POST), rule("2", als="kwetsend", **POST))

    assert found(fine, "gebod_tegen_verbod") == []


def test_only_says_whom_its_ban_hits_with_an_act_it_forbids():
    only = rule("1", "toestemming", wie=["leerkracht"], rest=["ouder"], alleen=True, mits="disclaimer", **POST)

    (finding,) = found(pack(only), "geimpliceerd_verbod")

    assert finding.facts["wie"] == "leerkracht of docent, ouder of verzorger"
    outcome = outcome_of(book(pack(only)).packs, Situation(finding.example))
    assert outcome.value == "mag_niet"


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("nooit_waar", {"als": "handeling is liken", "handeling": ["plaatsen"]}),
        ("altijd_waar", {"als": "disclaimer of niet disclaimer"}),
        ("altijd_opgeheven", {"als": "disclaimer", "tenzij": ["disclaimer"]}),
    ],
)
def test_a_norm_that_says_nothing_is_found(code, keys):
    (finding,) = found(pack(rule("1", **keys)), code)

    assert finding.severity == "gewoon"


@pytest.mark.parametrize("code", ["nooit_waar", "altijd_waar", "altijd_opgeheven"])
def test_an_ordinary_norm_says_something(code):
    assert found(pack(rule("1", als="kwetsend", tenzij=["disclaimer"])), code) == []


def test_a_duty_that_nothing_calls_up_is_found():
    duty = {
        "id": "meld",
        "wie": ["leerkracht"],
        "doe": "melden",
        "als": "handeling is liken",
        "handeling": ["plaatsen"],
    }

    (finding,) = found(pack(clause("1", plicht=duty)), "nooit_waar")

    assert finding.facts["norm"] == "plicht meld"


def test_a_duty_that_comes_round_every_year_is_no_empty_duty():
    duty = {"id": "bespreek", "wie": ["schoolleider"], "doe": "bespreken", "herhaal": "schooljaar"}

    assert found(pack(clause("1", plicht=duty)), "nooit_waar") == []
