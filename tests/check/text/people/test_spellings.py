"""Other ways to write someone of the roster: in a tag, with a slip, in disguise, by a short name. Never certain."""

import pytest

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.finders.names import find
from magdit.check.text.people.nicknames import nicknames
from magdit.check.text.text import Text

ROSTER = Roster(
    (
        Person("noor", "Noor", "van", "Dijk"),
        Person("sem", "Sem", "", "Jansen"),
        Person("max", "Maximiliaan", "", "Bakker"),
        Person("liesbeth", "Elisabeth", "de", "Boer"),
        Person("storm", "Storm", "van den", "Berg"),
        Person("janwillem", "Jan-Willem", "", "Visser"),
        Person("thijmen", "Thijmen", "", "Kuipers"),
        Person("aaliyah", "Aaliyah", "", "Bouzidi"),
        Person("lotte", "Lotte", "", "Jansen-de Boer"),
        Person("roos", "Roos", "", "Bos"),
        Person("isabel", "Isabel", "", "Post"),
    )
)
Seen = list[tuple[str, str, tuple[str, ...]]]


def seen(text: str) -> Seen:
    """The words, how sure and whose they can be."""
    return [(text[one.start : one.end], one.certainty, one.person or ()) for one in find(Text.of(text), ROSTER)]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("#teamnoor", "noor", "noor"),
        ("#noorleestvoor", "noor", "noor"),
        ("noorenfien.jpg", "noor", "noor"),
        ("Nor van Dijk won", "Nor van Dijk", "noor"),
        ("Noor van Dyk won", "Noor van Dyk", "noor"),
        ("Thijmenn won", "Thijmenn", "thijmen"),
        ("Aalyiah won", "Aalyiah", "aaliyah"),
        ("N00r won", "N00r", "noor"),
        ("no*r won", "no*r", "noor"),
        ("n o o r won", "n o o r", "noor"),
        ("Liesbeth won", "Liesbeth", "liesbeth"),
        ("Kijk, Max won", "Max", "max"),
        ("Betty won", "Betty", "liesbeth"),
        ("Noortje won", "Noortje", "noor"),
    ],
)
def test_a_hidden_or_mistaken_name_is_possible(text: str, words: str, person: str) -> None:
    assert seen(text) == [(words, "mogelijk", (person,))]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Betty de Boer won", "Betty de Boer", "liesbeth"),
        ("Janwillem won", "Janwillem", "janwillem"),
        ("jan willem won", "jan willem", "janwillem"),
        ("Storm v/d Berg won", "Storm v/d Berg", "storm"),
        ("Storm v.d. Berg won", "Storm v.d. Berg", "storm"),
        ("Lotte Jansen won", "Lotte Jansen", "lotte"),
        ("Lotte de Boer won", "Lotte de Boer", "lotte"),
        ("Noor v.D. won", "Noor v.D", "noor"),
        ("mevrouw de boer won", "de boer", "liesbeth"),
    ],
)
def test_a_variant_that_fits_one_child_names_that_child(text: str, words: str, person: str) -> None:
    ((found, _, who),) = seen(text)

    assert (found, person in who) == (words, True)


def test_who_is_named_with_a_capital_is_the_same_in_a_tag() -> None:
    assert seen("Roos, wat een bocht! #roos") == [("Roos", "zeker", ("roos",)), ("roos", "mogelijk", ("roos",))]


def test_the_name_of_an_elder_sister_is_not_cut_off() -> None:
    assert [words for words, _, _ in seen("Opa Gerrit van Storm")] == ["Gerrit", "Storm"]


@pytest.mark.parametrize(
    "text",
    [
        "#sportdag #avondvierdaagse #boekenweek #samenwerken",
        "klassenfoto.jpg",
        "bel even met school",
        "Mail de foto naar 5b of naar groep 8a.",
        "Wat een mooie roos staat daar!",
        "Een 8,5 voor rekenen en een 7 voor taal",
        "We gaan naar Thialf en naar Blijdorp.",
    ],
)
def test_ordinary_tags_and_words_hide_nobody(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("long", "short"),
    [("maximiliaan", "max"), ("mohammed", "mo"), ("alexander", "sander"), ("elisabeth maria", "liesbeth")],
)
def test_long_names_have_short_forms(long: str, short: str) -> None:
    assert short in nicknames(long)
