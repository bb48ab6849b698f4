"""A closed list of words: every spelling leads to one code, wider words stand above narrower ones."""

import pytest

from magdit.words.media import MEDIA
from magdit.words.roles import ROLES
from magdit.words.vocabulary import UnknownWord, Vocabulary, Word

SMALL = Vocabulary(
    "dieren",
    (
        Word("dier", "dier", "animal"),
        Word("hond", "hond", "dog", ("dier",), ("woef",)),
        Word("teckel", "teckel", "dachshund", ("hond",)),
        Word("kat", "kat", "cat", ("dier",)),
    ),
)


@pytest.mark.parametrize("spelling", ["leerkracht", "docent", "Docent", " leraar ", "JUF"])
def test_every_way_to_write_a_word_leads_to_its_code(spelling):
    assert ROLES.code(spelling) == "leerkracht"


@pytest.mark.parametrize("spelling", ["oud-leerling", "oud leerling", "Oud_Leerling"])
def test_capitals_spaces_and_hyphens_do_not_matter(spelling):
    assert ROLES.code(spelling) == "oud_leerling"


def test_an_unknown_word_is_refused_with_the_nearest_ones():
    with pytest.raises(UnknownWord) as refused:
        MEDIA.code("instagramm")

    assert refused.value.nearest[0] == "instagram"
    assert (refused.value.vocabulary, refused.value.given) == ("medium", "instagramm")


def test_a_word_that_looks_like_nothing_gets_no_suggestion():
    assert MEDIA.nearest("qqqqqqqq") == ()


def test_no_more_than_three_words_are_suggested():
    assert 1 <= len(ROLES.nearest("leid")) <= 3


def test_narrow_words_fall_under_wide_ones_through_every_step():
    assert SMALL.below("dier") == {"dier", "hond", "teckel", "kat"}
    assert SMALL.below("hond") == {"hond", "teckel"}
    assert SMALL.above("teckel") == {"hond", "dier"}
    assert SMALL.above("dier") == frozenset()


def test_a_mentor_is_a_teacher_and_an_employee():
    assert {"leerkracht", "medewerker"} <= ROLES.above("mentor")


def test_a_widened_list_knows_more_and_the_first_list_does_not_change():
    wider = SMALL.widened([Word("poedel", "poedel", "poodle", ("hond",))])

    assert "poedel" in wider.below("dier")
    assert "poedel" not in SMALL
    assert len(list(SMALL)) == 4


def test_words_that_run_in_a_ring_end():
    ring = Vocabulary("kring", (Word("a", "a", "a", ("b",)), Word("b", "b", "b", ("a",))))

    assert ring.above("a") == {"b"}


def test_a_reader_sees_the_dutch_word():
    assert ROLES.dutch("ib_er") == "intern begeleider"
