"""A text is mended on the place that was found, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.look import look_at
from magdit.check.text.mend import Change, first_name_only, in_place_of, left_out, replace, with_sentence

NOOR = Person(id="noor", first="Noor Johanna", infix="van", last="Dijk", called="Noor")
ANNA = Person(id="anna", first="Anna", last="Vos")
CLASS = Roster(people=(NOOR, ANNA))


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Noor van Dijk won.", "Noor won."),
        ("🙂🙂 Noor van Dijk won 🙂", "🙂🙂 Noor won 🙂"),
        ("Noor van Dijks fiets", "Noors fiets"),
        ("Anna Vos's fiets", "Anna's fiets"),
        ("#noorvandijk", "#noor"),
        ("Dijk, Noor van", "Noor"),
        ("N. van Dijk", "Noor"),
        ("img_noor_van_dijk_5.jpg", "img_noor_5.jpg"),
        ("No\u0301o\u0301r van Dijk\u0301!", "Noor!"),
    ],
)
def test_a_surname_goes_and_the_first_name_stays(written: str, mended: str) -> None:
    (finding,) = look_at(written, CLASS)
    person = CLASS.by_id[finding.person[0]] if finding.person else NOOR

    assert replace(written, [first_name_only(written, finding, person)]) == mended


@pytest.mark.parametrize("written", ["Noor", "noor", "NOOR", "Noors", "Noor’s", "Noortje", "juf Noor", "#noor"])
def test_a_first_name_stays_as_it_was_written(written: str) -> None:
    (finding,) = look_at(written, CLASS)

    assert replace(written, [first_name_only(written, finding, NOOR)]) == written


@pytest.mark.parametrize(("written", "mended"), [("Emma", "Emma"), ("EMMA", "EMMA"), ("Emma Bos", "Emma")])
def test_of_two_on_one_name_the_surname_goes_too(written: str, mended: str) -> None:
    twice = Roster(people=(Person(id="1", first="Emma", last="Bos"), Person(id="2", first="Emma", last="Bos")))
    (finding,) = look_at(written, twice)

    assert replace(written, [first_name_only(written, finding, twice.people[0])]) == mended


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Bel 06-12345678.", "Bel."),
        ("Bel 06-12345678 of kom langs", "Bel of kom langs"),
        ("Bel mij (06-12345678) gerust", "Bel mij gerust"),
        ("06-12345678 is mijn nummer", "is mijn nummer"),
        ("Dag #noorvandijk!", "Dag!"),
        ("06-12345678", ""),
    ],
)
def test_what_is_left_out_leaves_no_hole(written: str, mended: str) -> None:
    (finding,) = look_at(written, CLASS)

    assert replace(written, [left_out(written, finding)]) == mended


def test_a_private_number_gives_way_to_that_of_the_school() -> None:
    written = "Vragen? Bel 06-12345678."
    (finding,) = look_at(written)

    assert replace(written, [in_place_of(finding, "030-2345678")]) == "Vragen? Bel 030-2345678."


def test_several_changes_are_made_at_once() -> None:
    written = "Noor van Dijk en Anna Vos: 06-12345678"
    changes = [left_out(written, finding) for finding in look_at(written, CLASS)]

    assert replace(written, reversed(changes)) == "en:"


def test_a_sentence_is_added_once() -> None:
    sentence = "Ik schrijf dit op persoonlijke titel."

    once = with_sentence("Mooi stuk!\n", sentence)

    assert once == f"Mooi stuk!\n\n{sentence}"
    assert with_sentence(once, sentence) == once
    assert with_sentence("", sentence) == sentence


@pytest.mark.parametrize("changes", [[Change(0, 4), Change(2, 6)], [Change(0, 99)], [Change(-1, 2)], [Change(5, 3)]])
def test_changes_that_cannot_be_are_refused(changes: list[Change]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        replace("Noor won.", changes)


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=30))
def test_outside_the_place_nothing_changes(before: str, inside: str, behind: str) -> None:
    change = Change(len(before), len(before) + len(inside), "x")

    assert replace(before + inside + behind, [change]) == f"{before}x{behind}"
