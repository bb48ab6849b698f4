"""Who is on the roster: names in their parts, a role, a birth date, and an id that stays."""

from datetime import date

import pytest

from magdit.check.tables.roster import read_roster
from magdit.check.tables.unreadable import Unreadable
from tests.check.tables.conftest import Write

HEADINGS = "voornaam;tussenvoegsel;achternaam;roepnaam;rol;geboortedatum;groep;id\n"


def test_a_pupil_is_read_with_all_that_is_known(write: Write) -> None:
    path = write(HEADINGS + "Noor Johanna;van;Dijk;Noor;leerling;03-03-2017;5;4821\n")

    noor = read_roster(path).by_id["4821"]

    assert noor.display == "Noor van Dijk"
    assert (noor.role, noor.born, noor.group) == ("leerling", date(2017, 3, 3), "5")


@pytest.mark.parametrize("content", ["voornaam\nNoor\n", "roepnaam\nNoor\n"])
def test_a_first_name_alone_is_enough_and_means_a_pupil(write: Write, content: str) -> None:
    path = write(content)

    (noor,) = read_roster(path).people

    assert (noor.display, noor.role, noor.born) == ("Noor", "leerling", None)


def test_a_row_without_any_first_name_is_refused(write: Write) -> None:
    path = write(HEADINGS + "Sem;;Jansen;;;;;\n;van;Dijk;;;;;\n")

    with pytest.raises(Unreadable) as refusal:
        read_roster(path)

    assert (refusal.value.code, refusal.value.line) == ("missing_value", 3)


@pytest.mark.parametrize(
    ("given", "role"), [("juf", "leerkracht"), ("Docent", "leerkracht"), ("Intern begeleider", "ib_er")]
)
def test_a_role_may_be_called_what_the_school_calls_it(write: Write, given: str, role: str) -> None:
    path = write(f"voornaam;rol\nBram;{given}\n")

    assert read_roster(path).people[0].role == role


def test_a_role_nobody_knows_is_refused_with_those_that_are(write: Write) -> None:
    path = write("voornaam;rol\nBram;leerkragt\n")

    with pytest.raises(Unreadable) as refusal:
        read_roster(path)

    assert (refusal.value.code, refusal.value.line) == ("wrong_value", 2)
    assert refusal.value.facts["value"] == "leerkragt"
    assert "leerkracht" in refusal.value.facts["nearest"]  # type: ignore[operator]  # facts are objects to read


@pytest.mark.parametrize("day", ["31-02-2017", "3 maart 2017", "03-03-17", "2017-13-01", "03-2017", "0-0-2017"])
def test_a_birth_date_that_is_none_is_refused(write: Write, day: str) -> None:
    path = write(f"voornaam;geboortedatum\nNoor;{day}\n")

    with pytest.raises(Unreadable) as refusal:
        read_roster(path)

    assert refusal.value.facts["accepted"] == ("dd-mm-jjjj", "jjjj-mm-dd")


@pytest.mark.parametrize("day", ["03-03-2017", "3-3-2017", "03/03/2017", "2017-03-03", "2017-03-03 00:00:00"])
def test_a_birth_date_may_be_written_the_dutch_or_the_iso_way(write: Write, day: str) -> None:
    path = write(f"voornaam;geboortedatum\nNoor;{day}\n")

    assert read_roster(path).people[0].born == date(2017, 3, 3)


def test_the_same_person_keeps_her_id_in_next_months_export(write: Write) -> None:
    before = read_roster(write(HEADINGS + "Noor;van;Dijk;;;03-03-2017;5;\nSem;;Jansen;;;;H4;\n", name="mei.csv"))

    after = read_roster(write(HEADINGS + "Sem;;Jansen;;;;H4;\nNOOR;van;Dijk;;;2017-03-03;5;\n", name="juni.csv"))

    assert {person.id for person in before} == {person.id for person in after}


def test_two_people_with_everything_the_same_are_still_two(write: Write) -> None:
    path = write("voornaam;achternaam\nNoor;Smit\nNoor;Smit\n")

    roster = read_roster(path)

    assert len(roster.by_id) == 2


def test_an_id_of_ours_gives_no_name_away(write: Write) -> None:
    (noor,) = read_roster(write("voornaam;achternaam\nNoor;Smit\n")).people

    assert "noor" not in noor.id.lower()


def test_an_id_used_twice_is_refused(write: Write) -> None:
    path = write("voornaam;id\nNoor;12\nSem;12\n")

    with pytest.raises(Unreadable) as refusal:
        read_roster(path)

    assert (refusal.value.code, refusal.value.line, refusal.value.facts["first_line"]) == ("double_id", 3, 2)


def test_columns_with_more_than_we_need_are_not_kept(write: Write) -> None:
    roster = read_roster(write("voornaam;BSN;telefoon ouder\nNoor;111222333;0612345678\n"))

    assert roster.ignored == ("BSN", "telefoon ouder")
    assert "111222333" not in repr(roster.people)
