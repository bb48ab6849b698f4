"""How names are written: small, owned, shortened, glued; and how common the words are that they look like."""

import pytest

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.diminutives import diminutives
from magdit.check.text.people.index import Index
from magdit.check.text.people.join import hits
from magdit.check.text.text import Text


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("noor", "noortje"),
        ("bram", "brammetje"),
        ("bram", "brampje"),
        ("jan", "jantje"),
        ("sem", "semmetje"),
        ("lisa", "lisaatje"),
        ("mees", "meesje"),
        ("tim", "timmetje"),
        ("daan", "daantje"),
        ("willem", "willempje"),
        ("sterre", "sterretje"),
        ("bo", None),
        ("rob", "robbetje"),
    ],
)
def test_dutch_makes_names_small(name: str, small: str | None) -> None:
    assert small in diminutives(name) if small else diminutives(name) == ()


def readings(written: str, *people: Person) -> set[str]:
    """The ways in which the whole of this text names one of these people."""
    text = Text.of(written)
    return {hit.kind for hit in hits(text, Index(Roster(people))) if text.folded[hit.start : hit.end] == text.folded}


NOOR = Person(id="1", first="Noor", infix="van", last="Dijk")
PLAIN_NOOR = Person(id="2", called="Noor")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("noor van dijk", "full"),
        ("noor dijk", "full"),
        ("noor vandijk", "full"),
        ("noor v dijk", "full"),
        ("noor van dijks", "full"),
        ("noorvandijk", "glued"),
        ("dijk, noor van", "listed"),
        ("van dijk, noor", "listed"),
        ("dijk noor", "listed"),
        ("nvandijk", "initialled"),
        ("noors", "given_inflected"),
        ("noortjes", "given_small"),
        ("v. dijk", "surname"),
        ("van dijk", "surname"),
    ],
)
def test_one_child_has_many_spellings(written: str, kind: str) -> None:
    assert readings(written, NOOR) == {kind}


@pytest.mark.parametrize(
    "written", ["dijk", "noor. van dijk", "noor, van dijk", "noorvandij", "xvandijk", "noor smit", ""]
)
def test_what_is_not_hers_is_no_reading(written: str) -> None:
    assert readings(written, NOOR) == set()


def test_a_first_name_and_anothers_surname_make_nobody() -> None:
    assert readings("noor smit", NOOR, Person(id="3", first="Sem", last="Smit")) == set()


def test_a_child_with_a_first_name_only_has_no_surname() -> None:
    assert readings("noor", PLAIN_NOOR) == {"given"}


def test_a_name_that_is_all_signs_is_never_read() -> None:
    assert readings("? -", Person(id="1", first="?", last="-")) == set()


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("noor", Commonness.NAME),
        ("jan", Commonness.SELDOM),
        ("roos", Commonness.ALSO),
        ("roosje", Commonness.ALSO),
        ("wil", Commonness.OFTEN),
        ("storms", Commonness.ALSO),
        ("bos", Commonness.OFTEN),
    ],
)
def test_some_names_are_words_too(word: str, level: Commonness) -> None:
    assert commonness(word) is level
