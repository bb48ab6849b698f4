"""Names as Dutch schools tell them: sorted without the voorvoegsel, and as short as a class allows."""

from dataclasses import dataclass

import pytest

from magdit.areas.people.names import INFIXES, listed, parted, short_names, sort_key, whole


@dataclass(frozen=True)
class Name:
    called: str = ""
    infix: str = ""
    last: str = ""
    first: str = ""


def test_the_roepnaam_goes_before_the_official_names() -> None:
    assert whole(Name(first="Johannes Petrus", called="Jan", infix="van", last="Dijk")) == "Jan van Dijk"
    assert whole(Name(first="Johannes", last="Bakker")) == "Johannes Bakker"
    assert whole(Name(called="Jeanne", infix="d'", last="Arc")) == "Jeanne d'Arc"
    assert whole(Name(last="Stichting Voogdij")) == "Stichting Voogdij"


def test_a_list_is_sorted_by_achternaam_without_voorvoegsel_and_accents() -> None:
    people = [
        Name("Noor", "van", "Dijk"), Name("Anna", "", "Dijk"), Name("Bo", "de", "Boer"), Name("Zoë", "van der", "Ák"),
        Name("Ed", "", "van den Berg"), Name("Çan", "", "Çelik"),
    ]  # fmt: skip

    assert [whole(person) for person in sorted(people, key=sort_key)] == [
        "Zoë van der Ák", "Ed van den Berg", "Bo de Boer", "Çan Çelik", "Anna Dijk", "Noor van Dijk",
    ]  # fmt: skip


def test_an_alphabetical_list_puts_the_voorvoegsel_last() -> None:
    assert listed(Name("Noor", "van", "Dijk")) == "Dijk, Noor van"
    assert listed(Name(last="Stichting Voogdij")) == "Stichting Voogdij"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("van der Berg", ("van der", "Berg")),
        ("de Boer", ("de", "Boer")),
        ("'t Hart", ("'t", "Hart")),
        ("in 't Veld", ("in 't", "Veld")),
        ("d'Arc", ("d'", "Arc")),
        ("Van Damme", ("", "Van Damme")),
        ("Bakker", ("", "Bakker")),
        ("Dekker", ("", "Dekker")),
        ("de", ("", "de")),
        ("van der", ("van", "der")),
        ("", ("", "")),
    ],
)
def test_a_surname_in_one_cell_is_taken_apart(written: str, parts: tuple[str, str]) -> None:
    assert parted(written) == parts


def test_every_voorvoegsel_is_written_as_one() -> None:
    assert all(infix == " ".join(infix.split()) and infix for infix in INFIXES)


def test_one_noor_in_a_class_is_just_noor() -> None:
    assert short_names({1: Name("Noor", "van", "Dijk"), 2: Name("Sem", "de", "Boer")}) == {1: "Noor", 2: "Sem"}


def test_two_noors_are_told_with_their_surnames_and_the_others_stay_short() -> None:
    told = short_names({1: Name("Noor", "van", "Dijk"), 2: Name("Noor", "", "Bakker"), 3: Name("Sem")})

    assert told == {1: "Noor van Dijk", 2: "Noor Bakker", 3: "Sem"}


def test_names_that_differ_by_an_accent_only_are_alike() -> None:
    told = short_names({1: Name("Zoë", "", "Post"), 2: Name("Zoe", "", "Mol")})

    assert told == {1: "Zoë Post", 2: "Zoe Mol"}


def test_twins_are_told_apart_by_their_own_names() -> None:
    told = short_names({1: Name("Daan", "", "Post"), 2: Name("Dirk", "", "Post")})

    assert told == {1: "Daan", 2: "Dirk"}


def test_two_of_one_whole_name_get_their_other_names_then_the_group_then_a_number() -> None:
    one, two = Name("Noor", "", "Post", "Noor Anna"), Name("Noor", "", "Post", "Noor Bo")
    assert short_names({1: one, 2: two}) == {1: "Noor Anna Post", 2: "Noor Bo Post"}

    same = Name("Noor", "", "Post", "Noor")
    assert short_names({1: same, 2: same}, groups={1: "6A", 2: "6B"}) == {1: "Noor Post (6A)", 2: "Noor Post (6B)"}
    assert short_names({1: same, 2: same}, groups={1: "6A", 2: "6A"}) == {
        1: "Noor Post (6A) (1)",
        2: "Noor Post (6A) (2)",
    }


def test_no_two_are_ever_alike() -> None:
    names = [Name(called, "", last, first) for called in ("Noor", "Bo") for last in ("A", "B") for first in ("", "C")]

    told = short_names(dict(enumerate(names * 3)))

    assert len(set(told.values())) == len(names) * 3
