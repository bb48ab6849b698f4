"""Who is to be seen, as people type it: read rightly or asked back, and never one person who is not there."""

import pytest

from magdit.cli.asking_answers import read_answer
from magdit.cli.asking_read import Unclear, Wanted


def people(text, author=("leerkracht",)):
    return read_answer(text, Wanted("personen", author=author))


def roles_of(text):
    return [person.get("rol", [None])[0] for person in people(text)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("twee", [None, None]),
        ("drie leerlingen", ["leerling"] * 3),
        ("3 kinderen", ["leerling"] * 3),
        ("een kind", ["leerling"]),
        ("2 collega's", ["medewerker"] * 2),
        ("2 leraren", ["leerkracht"] * 2),
        ("1 ouder", ["ouder"]),
        ("mijn collega", ["medewerker"]),
        ("de directeur", ["directeur"]),
        ("2 mensen", [None, None]),
        ("juf Fatima", ["leerkracht"]),
        ("Noor & Sem", [None, None]),
        ("Noor, Sem + 2 ouders", [None, None, "ouder", "ouder"]),
        ("niks", []),
        ("geen mensen", []),
        ("0", []),
    ],
)
def test_a_number_or_names_are_people(text, roles):
    assert roles_of(text) == roles


@pytest.mark.parametrize("text", ["ik", "ikzelf", "Mezelf"])
def test_who_asks_is_in_it_with_the_role_that_was_told(text):
    assert people(text) == [{"naam": "uzelf", "rol": ["leerkracht"]}]
    assert people(text, author=()) == [{"naam": "uzelf"}]


@pytest.mark.parametrize("text", ["leerlingen", "Ouders", "kinderen", "collega's", "leraren", "personeel"])
def test_a_plural_without_a_number_is_asked_for_the_number(text):
    with pytest.raises(Unclear) as unclear:
        people(text)

    assert "Hoeveel zijn het er?" in unclear.value.message


@pytest.mark.parametrize(
    "text",
    ["de hele klas", "groep 5", "alle leerlingen", "een paar", "iedereen", "wij", "Klas 5a", "2 klassen", "een klas"],
)
def test_a_group_is_no_person(text):
    with pytest.raises(Unclear) as unclear:
        people(text)

    assert unclear.value.meant is None


@pytest.mark.parametrize("text", ["geen leerlingen", "niemand herkenbaar", "0 leerlingen", "Noor niet"])
def test_a_denial_is_asked_back(text):
    with pytest.raises(Unclear) as unclear:
        people(text)

    assert "niemand" in unclear.value.message


@pytest.mark.parametrize(
    "text", ["-1", "9999999", "101", "1,5", "2-3 leerlingen", "100 leerlingen en Noor", "9" * 5000]
)
def test_a_number_that_cannot_be_is_refused(text):
    with pytest.raises(Unclear):
        people(text)


@pytest.mark.parametrize(
    "text", ["?!", "ja", "Noor of Sem", "mijn zoon Sem", "een stuk of vijf leerlingen", "<b>", "\x00"]
)
def test_what_may_be_anything_is_never_a_person(text):
    with pytest.raises(Unclear):
        people(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2 leerlngen", "2 leerlingen"),
        ("3 sporters", "3 mensen"),
        ("noor", "Noor"),
        ("Noor en 2 meisjes", "Noor en 2 mensen"),
    ],
)
def test_yes_to_a_slip_of_the_pen_keeps_the_number_and_the_others(text, meant):
    with pytest.raises(Unclear) as unclear:
        people(text)

    assert unclear.value.meant == meant
    assert people(meant)
