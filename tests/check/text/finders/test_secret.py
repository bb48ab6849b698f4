"""Passwords and pupil numbers: found with the word that names them, silent where one only speaks about them."""

import pytest

from magdit.check.tables.roster import Person, Roster
from magdit.check.text.finders import pupil_number
from magdit.check.text.text import Text
from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize(
    "text",
    [
        "ww: Linde2026",
        "pincode 4821",
        "login noorvd pass Vlinder8",
        "Google Classroom code: 7xk2p9",
        "kluisje 3, code 1-9-4",
        "Passcode: 123 456",
        "inloggen met groep5 / Vlinder8",
        "sk-abcdefghijklmnop1234",
        "Magister wachtwoord is Boom12",
    ],
)
def test_a_password_that_stands_there_is_found(valued: Valued, text: str) -> None:
    assert [kind for _, kind, _ in valued(text)] == ["credential"]


@pytest.mark.parametrize(
    "text",
    [
        "Wachtwoord: krijg je van de juf",
        "Wachtwoord vergeten?",
        "wachtwoord: zie bord",
        "Code oranje!",
        "de code hangt in de gang",
        "Kies een wachtwoord van minimaal 8 tekens",
        "Je kunt pinnen vanaf 1 euro",
        "Login: via het portaal",
    ],
)
def test_speaking_about_passwords_is_no_password(valued: Valued, text: str) -> None:
    assert valued(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "leerlingnummer van Noor van Dijk is 482913",
        "482913 is haar leerlingnummer",
        "Leerlingnummer(s): 482913",
        "llnr. 482913",
        "ID van de leerling: 2026-0417",
        "student number: s1234567",
        "leerling 482913",
    ],
)
def test_a_pupils_number_is_found_by_its_word(valued: Valued, text: str) -> None:
    assert [kind for _, kind, _ in valued(text)] == ["pupil_number"]


@pytest.mark.parametrize(
    "text", ["leerlingnummer onbekend", "leerlingnummers 2026-2027", "leerling 2026", "412 leerlingen"]
)
def test_a_year_and_a_count_are_no_pupils_number(valued: Valued, text: str) -> None:
    assert valued(text) == []


def test_a_number_on_the_roster_needs_no_word_and_says_whose_it_is() -> None:
    roster = Roster(people=(Person(id="482913", first="Noor"),))

    (finding,) = pupil_number.find(Text.of("Graag 482913 bellen"), roster)

    assert (finding.certainty, finding.person) == ("zeker", ("482913",))


@pytest.mark.parametrize(
    "text",
    ["Gebruikersnaam leerkracht7, wachtwoord Regen&Boog_09", "login gast07 / wachtwoord blauw-boek", "Alarmcode 7719#"],
)
def test_the_name_to_sign_in_with_goes_with_its_password(valued: Valued, text: str) -> None:
    found = [(words, kind) for words, kind, _ in valued(text)]

    assert found == [(text, "credential")]


@pytest.mark.parametrize(
    "text",
    ["Gebruikersnaam en wachtwoord krijg je per post", "Login lukt niet? Wachtwoord vergeten? Vraag de juf",
     "Vul je gebruikersnaam in, wachtwoord volgt"],
)  # fmt: skip
def test_words_about_signing_in_are_none(valued: Valued, text: str) -> None:
    found = valued(text)

    assert found == []
