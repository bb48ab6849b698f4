"""What an article does, in words that can be read: what is known, what is long, what is not filled in yet."""

from dataclasses import replace

import pytest

from magdit.norms.conditions.tree import Empty, Name, Node, Not, Or
from magdit.norms.model import Setting
from magdit.protocols.library import Library
from magdit.wording.clause_page import workings
from magdit.wording.conditions import Speaker
from magdit.wording.dates import say_within
from magdit.wording.lists import Piece, laid_out

LIBRARY = Library()


def so_or_not(node: Node) -> str:
    speaker = Speaker(LIBRARY.pack("osvs"), LIBRARY.book("osvs").catalogue)
    return speaker.say(Or((node, Not(node))))


def told(name: str, number: str) -> str:
    return "\n".join(workings(LIBRARY.pack(name), LIBRARY.book(name).catalogue, number))


def test_a_thing_that_is_so_or_not_so_is_known():
    assert so_or_not(Empty("inhoud")) == "de inhoud is bekend"
    assert so_or_not(Empty("in_beeld")) == "wie in beeld is, is bekend"
    assert so_or_not(Name("schoolgerelateerd")).startswith("bekend is ")


def test_the_rules_come_before_the_words_that_help_to_say_them():
    lines = told("ozhw", "2.2").splitlines()

    assert lines[0].startswith("- **Reikwijdte**")
    assert all(line.startswith("  ") for line in lines[lines.index("- Hulpwoorden") + 1 :])


def test_a_word_of_the_lists_keeps_its_accent():
    assert "“wijst op privé”" in told("ozhw", "2.2")


@pytest.mark.parametrize("value", [None, "", "[datum]"])
def test_a_setting_that_holds_nothing_is_not_filled_in_yet(value):
    pack = LIBRARY.pack("osvs")
    setting = Setting(clause=pack.clauses[0].number, name="telefoon", kind="tekst", value=value)
    lines = workings(replace(pack, settings=(setting,)), LIBRARY.book("osvs").catalogue, setting.clause)

    assert [line for line in lines if "nog niet ingevuld" in line]


def test_a_day_is_the_last_one_and_a_period_a_term():
    assert say_within("2025-02-01") == "uiterlijk: zaterdag 1 februari 2025"
    assert say_within("P2W") == "binnen: 2 weken"


def test_a_long_line_becomes_points():
    long = Piece("als: " + "x" * 400, "als:", (Piece("dit"), Piece("óf dat")))

    assert list(laid_out([Piece("Verbod"), long])) == ["- Verbod", "  - als:", "    - dit", "    - óf dat"]


def test_a_short_line_stays_one_and_ends_once():
    assert list(laid_out([Piece("Doe dit niet."), Piece(""), Piece("als: het kan")])) == [
        "- Doe dit niet; als: het kan"
    ]
