"""Pupils and staff are found however they are written; a rose in the garden is not a pupil."""

from collections.abc import Callable

import pytest

Named = Callable[[str], list[tuple[str, str, tuple[str, ...]]]]

ONE_CHILD = [
    ("Noor van Dijk won.", "Noor van Dijk"),
    ("noor van dijk won.", "noor van dijk"),
    ("NOOR VAN DIJK WON", "NOOR VAN DIJK"),
    ("Noor Dijk won.", "Noor Dijk"),
    ("Noor v. Dijk won.", "Noor v. Dijk"),
    ("Dijk, Noor van: aanwezig", "Dijk, Noor van"),
    ("van Dijk, Noor", "van Dijk, Noor"),
    ("N. van Dijk won.", "N. van Dijk"),
    ("Vandaag won Noor.", "Noor"),
    ("vandaag won noor.", "noor"),
    ("Noors tekening", "Noors"),
    ("Noor's tekening", "Noor's"),
    ("Noor’s tekening", "Noor’s"),
    ("#noorvandijk", "noorvandijk"),
    ("#NoorVanDijk", "NoorVanDijk"),
    ("#hoeranoorvandijk", "noorvandijk"),
    ("IMG_noor_van_dijk_groep5.jpg", "noor_van_dijk"),
    ("img-noorVanDijk-2.jpg", "noorVanDijk"),
    ("DSC0001Noor.jpg", "Noor"),
    ("No\u00ador van Dijk", "No\u00ador van Dijk"),
    ("N\u200boor won", "N\u200boor"),
    ("Nóór won", "Nóór"),
]


@pytest.mark.parametrize(("text", "words"), ONE_CHILD)
def test_noor_is_found_in_every_spelling(named: Named, text: str, words: str) -> None:
    assert named(text) == [(words, "zeker", ("noor",))]


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Zoë won", "Zoë", "zoe"),
        ("zoe won", "zoe", "zoe"),
        ("Zoe\u0308s fiets", "Zoe\u0308s", "zoe"),
        ("Ömer Şahin", "Ömer Şahin", "omer"),
        ("omer sahin", "omer sahin", "omer"),
        ("Jose Alvarez", "Jose Alvarez", "jose"),
        ("José de Jong", "José de Jong", "jose"),
        ("Anne-Fleur danst", "Anne-Fleur", "annefleur"),
        ("anne fleur danst", "anne fleur", "annefleur"),
        ("Mo rekende snel", "Mo", "mo"),
        ("Mohammed rekende snel", "Mohammed", "mo"),
        ("Charlotte las voor", "Charlotte", "lot"),
        ("T. van 't Hof", "T. van 't Hof", "thijs"),
        ("S. v.d. Berg", "S. v.d. Berg", "storm"),
        ("Sofie D'Hondt", "Sofie D'Hondt", "sofie"),
        ("sofie dhondt-foto.jpg", "sofie", "sofie"),
    ],
)
def test_accents_nicknames_and_double_names_are_found(named: Named, text: str, words: str, person: str) -> None:
    assert named(text) == [(words, "zeker", (person,))]


@pytest.mark.parametrize(
    "text",
    [
        "Vandaag kreeg Roos een prijs.",
        "Onze trots: Roos!",
        "Daar komt Roos Bos aan.",
        "Roos vertelt over haar konijn.",
        "Roos is vandaag jarig",
    ],
)
def test_a_child_called_roos_is_seen_as_a_child(named: Named, text: str) -> None:
    assert "zeker" in [certainty for _, certainty, person in named(text) if person == ("roos",)]


@pytest.mark.parametrize("text", ["de moeder van roos", "zusje roos zong mee"])
def test_in_lower_case_a_relation_makes_roos_a_child(named: Named, text: str) -> None:
    assert ("roos", "mogelijk", ("roos",)) in named(text)


@pytest.mark.parametrize("text", ["sem, roos en bram", "roos vertelt een mop"])
def test_in_lower_case_roos_among_children_or_telling_something_is_certain(named: Named, text: str) -> None:
    assert ("roos", "zeker", ("roos",)) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "De roos bloeit weer.",
        "de mooiste roos kreeg een prijs",
        "We plantten een roos.",
        "Er is storm op komst, de wolf huilt.",
        "Een mees in de groene boom",
        "Wil je meehelpen? Ben je er ook bij?",
        "In mei leggen alle vogels een ei.",
        "Mei wordt een drukke maand.",
        "op 12 jan is er studiedag",
        "jan en alleman",
        "Sint Jan is een feestdag",
        "De bakker en de visser staan op de markt.",
        "Bakker Bart sponsort de broodjes.",
        "we fietsen over de dijk naar het meer",
        "Jip en Janneke in de kring",
        "De musical De Storm in theater de Roos",
        "noord, noorden, Noorwegen en noormannen",
        "semester en semafoor",
        "Het weer: zon en wind.",
    ],
)
def test_ordinary_words_are_nobody(named: Named, text: str) -> None:
    assert named(text) == []


def test_of_two_children_called_emma_both_are_named(named: Named) -> None:
    """That a name stands there is certain; whose it is, is for the author to say."""
    assert named("Emma trakteerde.") == [("Emma", "zeker", ("emma1", "emma2"))]


@pytest.mark.parametrize(
    ("text", "person"), [("Emma K. las", "emma2"), ("Emma d. B. las", "emma1"), ("Emma Koning", "emma2")]
)
def test_an_initial_tells_the_two_apart(named: Named, text: str, person: str) -> None:
    ((_, certainty, who),) = named(text)

    assert (certainty, who) == ("zeker", (person,))


def test_the_twins_share_a_surname(named: Named) -> None:
    assert named("de familie Peters") == [("Peters", "zeker", ("daan", "lars"))]


def test_a_small_name_may_be_another_child(named: Named) -> None:
    assert named("Vandaag zong Noortje.") == [("Noortje", "mogelijk", ("noor",))]


@pytest.mark.parametrize("text", ["Noor Jansma", "Noor van den Ende"])
def test_the_same_first_name_with_another_surname_is_only_possible(named: Named, text: str) -> None:
    assert named(f"Vandaag won {text} de prijs") == [(text, "mogelijk", ("noor",))]


def test_the_same_surname_with_another_first_name_is_nobody_on_the_roster(named: Named) -> None:
    assert named("Vandaag won Kees van Dijk") == [("Kees van Dijk", "mogelijk", ())]


def test_half_of_a_longer_first_name_is_only_possible(named: Named) -> None:
    assert named("Daar loopt Jan-Karel al") == [("Jan-Karel", "mogelijk", ("jan",))]


def test_a_name_does_not_run_on_into_the_next_sentence(named: Named) -> None:
    assert [words for words, _, _ in named("Ik zag Noor. Van dijk en zee hou ik.")] == ["Noor"]
