"""Every trouble of a connector has a sentence that says what is wrong and what to do, and no sentence is left over."""

from __future__ import annotations

import re

import pytest

from magdit.connectors.asking import Ask
from magdit.connectors.connector import connectors
from magdit.wording import connectors as words
from magdit.wording.troubles import SENTENCES, trouble_in, trouble_sentence
from tests.wording.codes import constants_in, raised

RAISED = raised("Trouble", among=("connectors/", "journeys/publish/"))
ANSWERED = {text for text in constants_in("connectors/calling.py", "SAID", "expect") if re.fullmatch("[a-z_]+", text)}
OURS = ("folder", "hand", "mastodon", "webhook", "wordpress")


def codes() -> set[str]:
    return {one.code for one in RAISED if one.code} | ANSWERED


def test_every_trouble_has_a_sentence() -> None:
    assert codes() - set(SENTENCES) == set()


def test_no_sentence_is_left_without_its_trouble() -> None:
    """What the register refuses while a post is made ready is told as a trouble too."""
    refused = {one.code for one in raised("Refused", among=("areas/drafts/", "areas/registers/"))}

    assert set(SENTENCES) - codes() - refused == {"unknown"}


def test_only_what_the_other_side_answers_is_looked_up_in_a_table() -> None:
    made_up = {one.where.split(":")[0] for one in RAISED if not one.code}

    assert {where for where in made_up if where.startswith("connectors/")} == {"connectors/calling.py"}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_trouble_says_what_and_what_now_without_holes(code: str) -> None:
    said = trouble_sentence(code)

    assert said[0].isupper() or said.startswith("magdit ")
    assert said.endswith(".")
    assert len(re.findall(r"[.;]( |$)", said)) >= 2, "what is wrong, and what now"
    assert not re.search(r"[{}]|None", said)


def test_a_trouble_of_a_connector_that_others_made_still_gets_a_sentence() -> None:
    assert trouble_sentence("iets_nieuws") == SENTENCES["unknown"]


def test_a_trouble_can_be_told_in_another_language() -> None:
    assert trouble_in("slow", translate=str.upper) == SENTENCES["slow"].upper()


@pytest.mark.parametrize("code", OURS)
def test_all_that_a_connector_asks_has_words(code: str) -> None:
    one = connectors()[code]

    told = [words.asked_words(code, ask) for ask in one.asks]

    assert words.connector_name(code) != code
    assert words.connector_about(code).endswith(".")
    assert all(name[0].isupper() and hint.endswith(".") for name, hint in told)
    assert all(words.choice_word(choice) != choice for ask in one.asks for choice in ask.choices)


def test_no_words_are_left_over() -> None:
    asked = {(code, ask.name) for code in OURS for ask in connectors()[code].asks}

    assert {tuple(name.split(".")) for name in words.ASKED if "." in name} <= asked
    assert set(words.NAMES) == set(words.ABOUT) == set(OURS)


def test_what_a_connector_of_others_asks_is_called_by_its_own_name() -> None:
    assert words.asked_words("eigen", Ask("kanaal", "text")) == ("kanaal", "")
    assert words.connector_name("eigen") == "eigen"
    assert words.connector_about("eigen") == ""
