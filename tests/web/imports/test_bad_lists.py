"""Lists that are wrong, work that is broken off, and two at once: clear words, nothing lost, nothing half done."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import timedelta

import pytest

from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.journal.models import FileKey
from magdit.areas.people.imports import intakes, kept_list
from magdit.areas.people.models import Person
from magdit.areas.people.models_entry import Intake
from magdit.journeys import taking_over
from magdit.web.office import uploads
from tests.areas.conftest import NOON
from tests.web.imports.conftest import HOME, TABLE, at, file, oneroster, told

pytestmark = pytest.mark.django_db
COLUMNS = {"kolom-0": "sleutel", "kolom-1": "roepnaam", "kolom-2": "achternaam"}
REAL = uploads.Bounded.receive_data_chunk
EMPTY = {f"kolom-{number}": "" for number in range(7)}


@pytest.fixture
def desk(visits, office):
    return visits(office)


def hand_in(sends, desk, data, kind="leerlingen", **more):
    return sends(desk, f"{HOME}nieuw/", {"soort": kind, "bestand": file(data), "stand": "2026-03-02", **more})


def bomb() -> bytes:
    """A workbook of 40 MB when it is opened, and next to nothing before."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    return out.getvalue()


def let_go(handler, raw_data, start):
    """As if the file grew too large."""
    handler.most = 0
    return REAL(handler, raw_data, start)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bomb(), "vele malen groter dan een lijst kan zijn. We openen het niet."),
        (b"\xff\xfe\x00\x01 no table", "lijst"),
        ("Naam\n", "er staan alleen kopjes in, geen regels."),
    ],
    ids=["bomb", "rubbish", "headings only"],
)
def test_a_file_that_is_no_list_is_refused_in_words(desk, sends, data, words):
    page = hand_in(sends, desk, data)

    assert "Er is niets veranderd in het register." in told(page)
    assert words in told(page)
    assert Intake.objects.get().state == "afgekeurd"


def test_a_file_that_is_too_large_is_refused_before_it_is_kept(desk, sends, monkeypatch):
    monkeypatch.setattr(kept_list, "MOST", 50)

    page = hand_in(sends, desk, TABLE)

    assert "Zo groot is geen lijst van een school." in told(page)
    assert "checked" in told(page)
    assert not Intake.objects.exists()
    assert not FileKey.objects.filter(kind="lijst").exists()


@pytest.mark.usefixtures("at_once")
def test_a_file_of_more_than_the_bound_is_let_go_while_it_comes_in(desk, sends, monkeypatch):
    monkeypatch.setattr(uploads.Bounded, "receive_data_chunk", let_go)

    page = hand_in(sends, desk, TABLE)

    assert "Dit bestand is groter dan 200 MB." in told(page)
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"stand": "2026-03-04"}, "De dag van de lijst ligt na vandaag."),
        ({"stand": "gisteren"}, "Kies een dag."),
        ({"soort": "iets"}, "Selecteer een geldige keuze"),
        ({"soort": "toestemmingen"}, "Selecteer een geldige keuze"),
    ],
)
def test_what_is_filled_in_wrong_is_told_at_the_form(desk, sends, fields, words):
    page = sends(desk, f"{HOME}nieuw/", {"soort": "leerlingen", "bestand": file(TABLE), "stand": "2026-03-02"} | fields)

    assert page.status_code == 200
    assert words in told(page)
    assert not Intake.objects.exists()


def test_an_empty_file_is_told(desk, sends):
    assert "Dit bestand is leeg." in told(hand_in(sends, desk, ""))


@pytest.mark.usefixtures("at_once")
def test_columns_that_fit_nothing_are_told_and_what_was_chosen_stays(desk, sends):
    asked = hand_in(sends, desk, TABLE)

    wrong = sends(desk, at(asked), {**EMPTY, "kolom-1": "roepnaam", "koppeling": "De onze"})
    page = told(desk.get(at(asked)))

    assert "er is geen kolom voor achternaam. Wijs haar aan." in told(wrong).replace("&#x27;", "'")
    assert '<option value="roepnaam" selected>' in page
    assert 'value="De onze"' in page
    assert "--kolom" not in told(wrong)


@pytest.mark.usefixtures("at_once")
def test_two_columns_for_one_thing_are_told_at_once(desk, sends):
    asked = hand_in(sends, desk, TABLE)

    page = sends(desk, at(asked), {**COLUMNS, "kolom-3": "achternaam"})

    assert "Twee kolommen staan op &#x27;achternaam&#x27;." in told(page)
    assert Intake.objects.get().state == "kolommen"


@pytest.mark.usefixtures("at_once")
def test_a_word_that_we_do_not_know_is_asked_and_remembered(desk, sends):
    asked = hand_in(sends, desk, "Naam;Roepnaam;Geheim\nHaddad;Yara;misschien\n")
    columns = {"kolom-0": "achternaam", "kolom-1": "roepnaam", "kolom-2": "afgeschermd"}

    wrong = sends(desk, at(asked), columns)
    question = told(desk.get(at(asked)))
    page = sends(desk, at(asked), {**columns, "woord-0": "nee"})

    assert "&#x27;misschien&#x27; kennen we niet bij afgeschermd." in told(wrong)
    assert "Wat betekent “misschien” bij afgeschermd?" in question
    assert "Yara Haddad (leerling)" in told(page)


@pytest.mark.usefixtures("at_once")
def test_every_wrong_row_is_told_at_once_with_the_name_beside_it(desk, sends):
    table = "Nummer;Roepnaam;Achternaam;Geboortedatum\n1;Yara;Haddad;gisteren\n2;Omar;Haddad;2016-09-01\n"
    table += "3;;Bos;1700-01-01\n"
    columns = {"kolom-0": "sleutel", "kolom-1": "roepnaam", "kolom-2": "achternaam", "kolom-3": "geboortedatum"}

    page = told(sends(desk, at(hand_in(sends, desk, table)), columns)).replace("&#x27;", "'")

    assert "regel 2 (Yara Haddad), kolom 'Geboortedatum': 'gisteren' is geen datum." in page
    assert "regel 4 (Bos), kolom 'Roepnaam': hier is niets ingevuld" in page
    assert "regel 4 (Bos): deze geboortedatum kan niet" in page
    assert "Lever de verbeterde lijst in" in page
    assert "Kijk opnieuw" not in page, "the same list stays as wrong as it is"


@pytest.mark.usefixtures("at_once")
def test_where_nobody_has_a_number_the_page_says_what_that_means(desk, sends):
    asked = hand_in(sends, desk, "Roepnaam;Achternaam;Geboortedatum\nYara;Haddad;2016-09-01\n")

    looked = sends(desk, at(asked), {"kolom-0": "roepnaam", "kolom-1": "achternaam", "kolom-2": "geboortedatum"})
    by_name = sends(desk, at(asked), {"kolom-0": "roepnaam", "kolom-1": "achternaam", "kolom-2": ""})

    assert "Zonder nummer herkennen we mensen aan naam en geboortedatum." in told(asked)
    assert "Zonder nummer herkennen we mensen aan naam en geboortedatum." in told(looked)
    assert "alleen aan hun naam" in told(by_name)


@pytest.mark.usefixtures("at_once")
def test_a_role_to_choose_is_told_in_words(desk, sends):
    asked = hand_in(sends, desk, "Naam;Roepnaam;Functie\nHaddad;Yara;tovenaar\n")
    columns = {"kolom-0": "achternaam", "kolom-1": "roepnaam", "kolom-2": "rol"}

    sends(desk, at(asked), columns)
    page = told(desk.get(at(asked)))

    assert '<option value="oud_leerling">oud-leerling</option>' in page
    assert ">oud_leerling<" not in page


@pytest.mark.usefixtures("at_once")
def test_a_list_of_several_schools_asks_which_one_it_is(desk, sends, school, tmp_path):
    school.name, school.code = "De Wilg", "wilg"
    school.save()
    fields = {"soort": "oneroster", "bestand": file(oneroster(tmp_path)), "stand": "2026-03-02"}

    asked = sends(desk, "/school/wilg/kantoor/lijsten/nieuw/", fields)

    page = sends(desk, at(asked), {"doen": "kijk", "vestiging": "linde"})

    assert "Welke school in de lijst is het?" in told(asked)
    assert "Dit verandert er" in told(page)


def test_while_it_is_being_done_it_is_not_begun_again(desk, sends, never):
    page = hand_in(sends, desk, TABLE)
    sends(desk, at(page), {"doen": "kijk"})
    away = sends(desk, at(page), {"doen": "weg"})

    assert "We kijken wat er verandert" in told(page)
    assert "Met deze lijst is magdit nog bezig." in told(away)
    assert len(never) == 1
    os.close(never[0])


def test_when_the_process_is_gone_nothing_changed_and_they_may_begin_again(desk, sends, never):
    page = hand_in(sends, desk, TABLE)
    os.close(never[0])

    gone = desk.get(at(page))
    sends(desk, at(page), {"doen": "kijk"})

    assert "Er is niets veranderd in het register." in told(gone)
    assert "Het is alles of niets, en het werd niets." in told(gone)
    assert len(never) == 2
    os.close(never[1])


def test_two_lists_of_a_school_are_not_taken_over_at_once(desk, sends, never, school, office):
    for number in range(2):
        hand_in(sends, desk, TABLE)
        os.close(never[number])
    Intake.objects.update(state="bekeken")
    first, second = Intake.objects.order_by("made_at", "pk")

    sends(desk, f"{HOME}{first.pk}/", {"doen": "neem"})
    page = sends(desk, f"{HOME}{second.pk}/", {"doen": "neem"})

    assert "Er wordt al een andere lijst van deze school overgenomen." in told(page)
    assert len(never) == 3
    os.close(never[2])


def test_the_night_takes_lists_of_a_week_ago_away(desk, sends, never):
    hand_in(sends, desk, TABLE)
    os.close(never[0])

    done = taking_over.sweep(NOON + timedelta(days=8))

    assert done == 1
    assert Intake.objects.get().state == "weg"
    assert FileKey.objects.get(kind="lijst").destroyed_at is not None


@pytest.mark.usefixtures("at_once")
def test_an_unexpected_fault_changes_nothing_and_says_so(desk, sends, monkeypatch):
    asked = hand_in(sends, desk, TABLE)
    looked = sends(desk, at(asked), COLUMNS)
    monkeypatch.setattr(intakes, "forget", lambda *_: 1 / 0)

    page = sends(desk, at(looked), {"doen": "neem"})

    assert "iets mis dat wij niet verwachtten" in told(page)
    assert not Person.objects.filter(last="Haddad").exists()
    assert Intake.objects.get().state == "mislukt"


@pytest.mark.usefixtures("at_once")
def test_where_the_administration_stays_master_consents_are_taken_over(desk, sends, school, board, system, noor):
    school.mirror = True
    school.save()
    lay_catalogue(system, board)
    table = f"Nummer;Onderwerp;Antwoord\n{noor.pk};website-foto;nee\n"
    asked = sends(desk, f"{HOME}nieuw/", {"soort": "toestemmingen", "bestand": file(table), "stand": "2026-03-02"})

    columns = {"kolom-0": "kind_sleutel", "kolom-1": "onderwerp", "kolom-2": "antwoord"}
    looked = sends(desk, at(asked), columns)
    page = sends(desk, at(looked), {"doen": "neem"})

    assert "Nieuwe antwoorden" in told(looked)
    assert noor.last not in told(looked)
    assert "De lijst is overgenomen" in told(page)


def test_no_page_asks_more_of_the_database_than_a_few_lines(desk, sends, django_assert_max_num_queries, at_once):
    asked = hand_in(sends, desk, TABLE)
    looked = sends(desk, at(asked), COLUMNS)

    for address in (HOME, f"{HOME}nieuw/", at(looked), at(asked)):
        with django_assert_max_num_queries(12):
            assert desk.get(address).status_code == 200
