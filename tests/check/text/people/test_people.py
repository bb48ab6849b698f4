"""How names are written: small, owned, shortened, glued; and how common the words are that they look like."""

import pytest

from magdit.check.tables.roster import Person
from magdit.check.text.people.commonness import Commonness, commonness
from magdit.check.text.people.diminutives import diminutives
from magdit.check.text.people.forms import forms


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


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("noor van dijk", "full"),
        ("noor dijk", "full"),
        ("noor vandijk", "full"),
        ("noorvandijk", "glued"),
        ("noor van dijks", "full"),
        ("dijk , noor van", "listed"),
        ("nvandijk", "initialled"),
        ("noors", "given_inflected"),
        ("noortjes", "given_small"),
        ("v dijk", "surname"),
        ("van dijk", "surname"),
    ],
)
def test_one_child_has_many_spellings(words: str, kind: str) -> None:
    noor = Person(id="1", first="Noor", infix="van", last="Dijk")

    assert (words, kind) in {(form.words, form.kind) for form in forms(noor)}


def test_a_surname_without_its_infix_is_not_hers() -> None:
    noor = Person(id="1", first="Noor", infix="van", last="Dijk")

    assert ("dijk", "surname") not in {(form.words, form.kind) for form in forms(noor)}


def test_a_child_with_a_first_name_only_has_no_surnames() -> None:
    kinds = {form.kind for form in forms(Person(id="1", called="Noor"))}

    assert kinds == {"given", "given_inflected", "given_small"}


def test_a_name_that_is_all_signs_has_no_spelling() -> None:
    assert list(forms(Person(id="1", first="?", last="-"))) == []


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
