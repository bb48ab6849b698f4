"""The language of conditions: what can be said in it, and where a sentence that cannot be read goes wrong."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.norms.conditions.parse import DEEPEST, BadCondition, parse
from magdit.norms.conditions.tree import (
    And,
    Clause,
    Compare,
    Each,
    Empty,
    In,
    Name,
    Not,
    Objection,
    OnlyFrom,
    Or,
    Some,
    Within,
    clauses_in,
    names_in,
)

SAYINGS = {
    "herkenbaar": Name("herkenbaar"),
    "niet herkenbaar": Not(Name("herkenbaar")),
    "niet niet herkenbaar": Name("herkenbaar"),
    "a en b": And((Name("a"), Name("b"))),
    "a en b en c": And((Name("a"), Name("b"), Name("c"))),
    "a of b": Or((Name("a"), Name("b"))),
    "a en b of c": Or((And((Name("a"), Name("b"))), Name("c"))),
    "a en (b of c)": And((Name("a"), Or((Name("b"), Name("c"))))),
    "niet (a of b)": Not(Or((Name("a"), Name("b")))),
    "medium is instagram": In("medium", ("instagram",)),
    "medium is niet instagram": Not(In("medium", ("instagram",))),
    'gelegenheid is "open dag"': In("gelegenheid", ("open dag",)),
    "publiek in [openbaar, groep]": In("publiek", ("openbaar", "groep")),
    "publiek niet in [openbaar]": Not(In("publiek", ("openbaar",))),
    "doel bevat schoolnieuws": In("doel", ("schoolnieuws",)),
    "doel niet bevat schoolnieuws": Not(In("doel", ("schoolnieuws",))),
    "doel bevat een van [les, hulp]": In("doel", ("les", "hulp")),
    "doel bevat [les, hulp]": In("doel", ("les", "hulp")),
    "inhoud alleen_uit [tekst, link]": OnlyFrom("inhoud", ("tekst", "link")),
    "in_beeld leeg": Empty("in_beeld"),
    "leeftijd < 16": Compare("leeftijd", "<", 16),
    "leeftijd <= 16": Compare("leeftijd", "<=", 16),
    "leeftijd > 15.5": Compare("leeftijd", ">", 15.5),
    "leeftijd >= 16": Compare("leeftijd", ">=", 16),
    "leeftijd = 16": Compare("leeftijd", "=", 16),
    "leeftijd is 16": Compare("leeftijd", "=", 16),
    "leeftijd is niet 16": Not(Compare("leeftijd", "=", 16)),
    "moment < 2026-08-01": Compare("moment", "<", date(2026, 8, 1)),
    "moment >= 2026-08-01T17:00": Compare("moment", ">=", datetime(2026, 8, 1, 17)),
    "moment binnen kantooruren": Within("kantooruren", True),
    "moment buiten kantooruren": Within("kantooruren", False),
    "iemand in_beeld (herkenbaar)": Some("in_beeld", Name("herkenbaar")),
    "ieder in_beeld (a en b)": Each("in_beeld", And((Name("a"), Name("b")))),
    "bezwaar door schoolleiding": Objection("schoolleiding"),
    "artikel:3.5": Clause("3.5"),
    "artikel:IV.M3": Clause("IV.M3"),
    "a en artikel:3": And((Name("a"), Clause("3"))),
    "  a   of\n b ": Or((Name("a"), Name("b"))),
}


@pytest.mark.parametrize(("text", "tree"), list(SAYINGS.items()))
def test_a_condition_is_read_as_it_is_meant(text, tree):
    """Every operator of the manual, alone and together."""
    assert parse(text) == tree


NONSENSE = {
    "": (0, "een feit"),
    "   ": (3, "een feit"),
    "a en": (4, "een feit"),
    "a of of b": (5, "een feit"),
    "en a": (0, "een feit"),
    "niet": (4, "een feit"),
    "(a": (2, "')'"),
    "a)": (1, "'en', 'of' of het einde"),
    "a b": (2, "'en', 'of' of het einde"),
    "a is": (4, "een woord"),
    "a is (b)": (5, "een woord"),
    "a in b": (5, "'['"),
    "a in []": (6, "een woord"),
    "a in [b": (7, "']'"),
    "a in [b c]": (8, "']'"),
    "a in [b,]": (8, "een woord"),
    "leeftijd < b": (11, "een getal of een datum"),
    "leeftijd <": (10, "een getal of een datum"),
    "moment binnen": (13, "een feit"),
    "moment < 2026-02-30": (9, "een datum die bestaat"),
    "moment < 2026-02-01T25:00": (9, "een datum die bestaat"),
    "iemand (a)": (7, "een feit"),
    "iemand in_beeld a": (16, "'('"),
    "iemand in_beeld (a": (18, "')'"),
    "bezwaar door": (12, "een feit"),
    "a & b": (1, "een feit, een woord of een haakje"),
    'a is "b': (4, "een feit, een woord of een haakje"),
    "16 < leeftijd": (0, "een feit"),
}


@pytest.mark.parametrize(("text", "at", "expected"), [(text, *told) for text, told in NONSENSE.items()])
def test_what_cannot_be_read_is_refused_with_its_place(text, at, expected):
    """Where in the text, and what was expected there."""
    with pytest.raises(BadCondition) as refused:
        parse(text)

    assert (refused.value.at, refused.value.expected) == (at, expected)


def test_brackets_go_as_deep_as_people_write_and_no_deeper():
    """A text of a thousand brackets is refused before it breaks the reader."""
    fine, too_deep = "(" * DEEPEST + "a" + ")" * DEEPEST, "(" * 1000 + "a" + ")" * 1000

    assert parse(fine) == Name("a")
    with pytest.raises(BadCondition, match="minder haakjes"):
        parse(too_deep)


@given(st.text(alphabet='abn it e of is [](),<="0123456789-:T_', max_size=40))
def test_any_text_is_read_or_refused(text):
    """Never another error than that it cannot be read."""
    place = 0
    try:
        parse(text)
    except BadCondition as refused:
        place = refused.at

    assert 0 <= place <= len(text)


def test_a_condition_tells_what_it_names():
    """Facts, leaves, people and clauses, at any depth."""
    tree = parse("a en niet (medium in [x] of artikel:3.5) en iemand in_beeld (leeftijd < 16 en bezwaar door ouder)")

    assert names_in(tree) == {"a", "medium", "in_beeld", "leeftijd", "bezwaren"}
    assert clauses_in(tree) == {"3.5"}
