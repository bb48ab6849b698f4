"""Own wide words that ask something more (`als`), and an "only" that forbids nothing: what lint may not say of them."""

from __future__ import annotations

import pytest

from magdit.norms.judge import outcome_of
from magdit.norms.situation import Situation
from tests.norms.lint.looking import found
from tests.norms.school import book, clause, pack, rule

OPEN = {"woord": "open_medium", "omvat": ["instagram", "website"], "als": "publiek is openbaar"}
WIDER = {"woord": "ons_medium", "omvat": ["open_medium", "whatsapp"], "als": "account is school"}
POST = {"handeling": ["plaatsen"], "medium": ["instagram"]}
SAYS_NOTHING = ("nooit_waar", "altijd_waar", "altijd_opgeheven")


@pytest.mark.parametrize(
    "keys",
    [
        {"medium": ["open_medium"]},
        {"als": "medium in [open_medium]"},
        {"als": "niet medium in [open_medium]"},
        {"als": "medium in [open_medium] en kwetsend"},
        {"medium": ["ons_medium"], "als": "kwetsend"},
        {"als": "niet medium in [ons_medium]"},
    ],
)
@pytest.mark.parametrize("code", SAYS_NOTHING)
def test_a_word_for_channels_that_asks_more_can_be_so_and_not(code, keys):
    asking = clause("1", definitie=[OPEN, WIDER], norm={"soort": "verbod", "handeling": ["plaatsen"], **keys})

    assert found(pack(asking), code) == []


def test_a_word_that_asks_what_can_never_be_is_still_named():
    never = {**OPEN, "als": "handeling is liken"}
    asking = clause(
        "1", definitie=never, norm={"soort": "verbod", "handeling": ["plaatsen"], "medium": ["open_medium"]}
    )

    assert [finding.severity for finding in found(pack(asking), "nooit_waar")] == ["gewoon"]


@pytest.mark.parametrize(
    "so", ["tijdens_les", "medium in [open_medium]", "niet medium in [open_medium]", "wie is ouder"]
)
def test_a_condition_that_is_also_where_only_looks_is_no_empty_condition(so):
    only = {"soort": "toestemming", "alleen": True, "als": so, "binnen": so, "handeling": ["plaatsen"]}

    whole = pack(clause("1", definitie=OPEN, norm=only))

    assert [found(whole, code) for code in SAYS_NOTHING] == [[], [], []]
    (finding,) = found(whole, "geimpliceerd_verbod")
    assert outcome_of(book(whole).packs, Situation(finding.example)).value == "mag_niet"


@pytest.mark.parametrize("keys", [POST, {**POST, "als": "tijdens_les"}, {**POST, "wie": ["leerkracht"]}])
def test_an_only_that_forbids_nothing_is_named_as_that(keys):
    empty = pack(rule("1", "toestemming", alleen=True, **keys))

    assert found(empty, "geimpliceerd_verbod") == []
    assert [finding.severity for finding in found(empty, "alleen_doet_niets")] == ["gewoon"]


@pytest.mark.parametrize(
    "keys", [{"mits": "disclaimer"}, {"tenzij": ["kwetsend"]}, {"wie": ["leerkracht"], "rest": ["ouder"]}]
)
def test_an_only_that_forbids_something_is_not(keys):
    only = pack(rule("1", "toestemming", alleen=True, **POST, **keys))

    assert found(only, "alleen_doet_niets") == []
    assert len(found(only, "geimpliceerd_verbod")) == 1
