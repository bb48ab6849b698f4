"""Who said yes or no to what. A row that cannot be placed stops the intake: a lost 'no' would put a child online."""

import pytest

from magdit.check.tables.consents import read_consents
from magdit.check.tables.roster import Roster
from magdit.check.tables.unreadable import Unreadable
from tests.check.tables.conftest import Write

HEADINGS = "id;voornaam;tussenvoegsel;achternaam;groep;door;naam ouder;staat;datum;vorm;dekt;kanalen;tot;gezag\n"


def test_a_whole_answer_becomes_a_record_of_an_act(write: Write, roster: Roster) -> None:
    path = write(HEADINGS + "1;;;;;ouder;A. van Dijk;gegeven;02-09-2026;digitaal akkoord;foto;website;31-07-2027;ja\n")

    (record,) = read_consents(path, roster).of("1")

    assert record == {
        "door": "ouder", "staat": "gegeven", "datum": "2026-09-02", "vorm": "digitaal_akkoord", "dekt": ["foto"],
        "kanalen": ["website"], "tot": "2027-07-31", "gezag": "ja", "naam": "ouder 1",
    }  # fmt: skip


def test_what_a_row_leaves_open_stays_open(write: Write, roster: Roster) -> None:
    path = write("id;door;staat\n1;ouder;nee\n")

    assert read_consents(path, roster).of("1") == ({"door": "ouder", "staat": "geweigerd"},)


def test_whoever_was_not_asked_has_no_answers(write: Write, roster: Roster) -> None:
    path = write("id;door;staat\n1;ouder;ja\n")

    assert read_consents(path, roster).of("2") == ()


def test_two_parents_stay_two_and_keep_their_names_to_themselves(write: Write, roster: Roster) -> None:
    path = write("id;door;naam_ouder;staat\n1;ouder;Ans Vos;ja\n1;ouder;Ben Vos;nee\n1;ouder;ANS VOS;ingetrokken\n")

    records = read_consents(path, roster).of("1")

    assert [record["naam"] for record in records] == ["ouder 1", "ouder 2", "ouder 1"]
    assert "Vos" not in repr(records)


@pytest.mark.parametrize("cell", ["foto,video", "foto + video", "foto video", "Foto's, film", "beeld/film"])
def test_what_it_covers_may_be_listed_in_any_way(write: Write, roster: Roster, cell: str) -> None:
    path = write(f'id;door;staat;dekt\n1;ouder;ja;"{cell}"\n')

    assert read_consents(path, roster).of("1")[0]["dekt"] == ["foto", "video"]


def test_a_channel_may_have_its_everyday_name(write: Write, roster: Roster) -> None:
    path = write("id;door;staat;kanalen\n1;ouder;ja;insta, site + Parro\n")

    assert read_consents(path, roster).of("1")[0]["kanalen"] == ["instagram", "website", "ouderportaal"]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("1;ouder;misschien;;;;", "staat", "misschien"),
        ("1;buurman;ja;;;;", "door", "buurman"),
        ("1;school;ja;;;;", "door", "school"),
        ("1;ouder;ja;;gifje;;", "dekt", "gifje"),
        ("1;ouder;nee;;;instragram;", "kanalen", "instragram"),
        ("1;ouder;ja;handschudden;;;", "vorm", "handschudden"),
        ("1;ouder;ja;;;;soms", "gezag", "soms"),
    ],
)
def test_a_word_nobody_knows_is_refused(write: Write, roster: Roster, row: str, column: str, value: str) -> None:
    """A misspelt channel is the dangerous one: a no to 'instragram' would stop nothing."""
    path = write(f"id;door;staat;vorm;dekt;kanalen;gezag\n{row}\n")

    with pytest.raises(Unreadable) as refusal:
        read_consents(path, roster)

    assert (refusal.value.code, refusal.value.line) == ("wrong_value", 2)
    assert (refusal.value.facts["column"], refusal.value.facts["value"]) == (column, value)
    assert refusal.value.facts["accepted"]


@pytest.mark.parametrize("row", ["1;;ja", "1;ouder;"])
def test_an_answer_without_giver_or_state_is_refused(write: Write, roster: Roster, row: str) -> None:
    path = write(f"id;door;staat\n{row}\n")

    with pytest.raises(Unreadable) as refusal:
        read_consents(path, roster)

    assert refusal.value.code == "missing_value"


def test_a_pupil_and_an_employee_answer_for_themselves(write: Write, roster: Roster) -> None:
    path = write("id;door;staat\n2;zelf;ja\n2;leerling;ja\n3;zelf;ja\n3;medewerker;nee\n")

    consents = read_consents(path, roster)

    assert [record["door"] for record in consents.of("2")] == ["leerling", "leerling"]
    assert [record["door"] for record in consents.of("3")] == ["zelf", "zelf"]


@pytest.mark.parametrize(
    "row", ["Noor;van;Dijk;5", "noor;;van dijk;", "Noor;;Dijk;", "NOOR;van;Dijk;groep 5", "Noor;;;5"]
)
def test_a_child_is_known_by_name(write: Write, roster: Roster, row: str) -> None:
    path = write(f"voornaam;tussenvoegsel;achternaam;groep;door;staat\n{row};ouder;ja\n")

    assert len(read_consents(path, roster).of("1")) == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Nora;van;Dijk;5", "nobody"),
        ("Noor;van;Dam;5", "nobody"),
        ("Noor;van der;Dijk;5", "nobody"),
        ("Noor;van;Dijk;6", "nobody"),
        ("Noor;;;", "nobody"),
        ("Emma;;Koning;", "several_people"),
        (";;Dijk;5", "missing_value"),
    ],
)
def test_an_answer_for_nobody_or_for_two_stops_the_intake(write: Write, roster: Roster, row: str, code: str) -> None:
    path = write(f"voornaam;tussenvoegsel;achternaam;groep;door;staat\nSem;;Jansen;;ouder;ja\n{row};ouder;nee\n")

    with pytest.raises(Unreadable) as refusal:
        read_consents(path, roster)

    assert (refusal.value.code, refusal.value.line) == (code, 3)


def test_the_group_tells_two_children_apart(write: Write, roster: Roster) -> None:
    path = write("voornaam;achternaam;groep;door;staat\nEmma;Koning;6;ouder;ja\n")

    consents = read_consents(path, roster)

    assert (consents.of("4"), len(consents.of("5"))) == ((), 1)


def test_a_number_with_another_childs_name_is_refused(write: Write, roster: Roster) -> None:
    path = write("id;voornaam;achternaam;door;staat\n1;Sem;Jansen;ouder;ja\n")

    with pytest.raises(Unreadable) as refusal:
        read_consents(path, roster)

    assert refusal.value.code == "id_and_name_differ"


def test_a_number_nobody_has_is_refused(write: Write, roster: Roster) -> None:
    path = write("id;door;staat\n99;ouder;ja\n")

    with pytest.raises(Unreadable) as refusal:
        read_consents(path, roster)

    assert refusal.value.code == "unknown_id"
