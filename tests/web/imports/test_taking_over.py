"""The office takes a list over: hands it in, says what the columns are, sees what would change, and says yes."""

from __future__ import annotations

import pytest

from magdit.areas.journal.models import Entry, FileKey
from magdit.areas.people.imports import kept_list
from magdit.areas.people.models import ColumnMapping, Membership, Person
from magdit.areas.people.models_entry import Intake
from tests.areas.conftest import employee
from tests.web.imports.conftest import HOME, TABLE, at, file, oneroster, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
COLUMNS = {"kolom-0": "sleutel", "kolom-1": "roepnaam", "kolom-2": "achternaam", "kolom-3": "geboortedatum",
           "kolom-4": "groep"}  # fmt: skip


@pytest.fixture
def desk(visits, office):
    return visits(office)


@pytest.fixture
def handed_in(desk, sends):
    """The table, on the page of its columns."""
    return sends(desk, f"{HOME}nieuw/", {"soort": "leerlingen", "bestand": file(TABLE), "stand": "2026-03-02"})


def test_a_table_asks_first_what_its_columns_are(handed_in):
    page = told(handed_in)

    assert at(handed_in).endswith("/kolommen/")
    assert "Leerlingnummer" in page
    assert '<option value="geboortedatum" selected>' in page
    assert "Dit mogen we niet bewaren." in page


def test_what_would_change_is_shown_and_nothing_is_written(handed_in, desk, sends):
    before = Person.objects.count()

    page = sends(desk, at(handed_in), COLUMNS)

    assert "Yara Haddad (leerling)" in told(page)
    assert "Niet gelezen, want dat mogen we niet bewaren: BSN." in told(page)
    assert Person.objects.count() == before
    assert not Entry.objects.filter(verb="lijst ingelezen").exists()


def test_taking_over_writes_all_of_it_and_forgets_the_list(handed_in, desk, sends):
    looked = sends(desk, at(handed_in), {**COLUMNS, "koppeling": "Onze leerlingen"})

    page = sends(desk, at(looked), {"doen": "neem", "vraagt_groepen": "1"})

    assert "De lijst is overgenomen" in told(page)
    assert Membership.objects.filter(person__called="Yara", group__name="6B").exists()
    assert Entry.objects.filter(verb="lijst ingelezen", actor=str(Intake.objects.get().by_id)).count() == 1
    assert ColumnMapping.objects.get().name == "Onze leerlingen"
    assert not list(kept_list.folder().glob("*-*-*.kijk"))
    assert FileKey.objects.get(kind="lijst").destroyed_at is not None
    assert Intake.objects.get().told == {}


def test_the_result_is_told_in_words_with_what_to_do_next(handed_in, desk, sends):
    looked = sends(desk, at(handed_in), COLUMNS)

    page = told(sends(desk, at(looked), {"doen": "neem", "vraagt_groepen": "1"}))

    assert "2 nieuwe mensen staan in het register." in page
    assert "2 leerlingen hebben hier nog geen ouder of verzorger. Lever nu de lijst met verzorgers in." in page
    assert "Rollen" not in page


def test_a_second_click_takes_over_once(handed_in, desk, sends):
    looked = sends(desk, at(handed_in), COLUMNS)

    sends(desk, at(looked), {"doen": "neem", "vraagt_groepen": "1"})
    again = sends(desk, at(looked), {"doen": "neem", "vraagt_groepen": "1"})

    assert again.status_code == 200
    assert Person.objects.filter(last="Haddad").count() == 2
    assert Entry.objects.filter(verb="lijst ingelezen").count() == 1


def test_a_kept_mapping_needs_no_columns(handed_in, desk, sends):
    looked = sends(desk, at(handed_in), {**COLUMNS, "koppeling": "Onze leerlingen"})
    sends(desk, at(looked), {"doen": "neem"})

    more = TABLE.replace("102;Omar", "103;Bo")
    page = sends(
        desk, f"{HOME}nieuw/",
        {"soort": "leerlingen", "bestand": file(more), "stand": "2026-03-02", "koppeling": "Onze leerlingen"},
    )  # fmt: skip

    assert "Bo Haddad (leerling)" in told(page)


def test_the_office_is_asked_whether_someone_of_the_same_name_is_the_same(noor, desk, sends):
    table = "Nummer;Voornaam;Tussenvoegsel;Achternaam\n7;Noor;;Bakker\n"
    table = table.replace("Bakker", noor.last).replace(";;", f";{noor.infix};")
    columns = {"kolom-0": "sleutel", "kolom-1": "voornaam", "kolom-2": "tussenvoegsel", "kolom-3": "achternaam"}
    handed = sends(desk, f"{HOME}nieuw/", {"soort": "leerlingen", "bestand": file(table), "stand": "2026-03-02"})
    asked = sends(desk, at(handed), columns)

    answered = sends(
        desk, at(asked), {"sleutel-0": "7", "wie-0": f"is-{noor.pk}", "doen": "neem", "vraagt_groepen": "1"}
    )
    taken = sends(desk, at(answered), {"doen": "neem", "vraagt_groepen": "1"})

    assert "Is dit dezelfde?" in told(asked)
    assert "Uw antwoorden zijn verwerkt" in told(answered)
    assert "Is dit dezelfde?" not in told(answered)
    assert "De lijst is overgenomen" in told(taken)
    assert Person.objects.filter(last=noor.last, called__in=("", "Noor"), first__in=("", "Noor")).count() == 1


def test_a_list_with_colleagues_is_for_who_leads_the_school(school, visits, desk, sends, tmp_path):
    school.brin = "99DE00"
    school.save()
    handed = sends(
        desk, f"{HOME}nieuw/",
        {"soort": "oneroster", "bestand": file(oneroster(tmp_path)), "stand": "2026-03-02"},
    )  # fmt: skip
    head = visits(employee(school, "schoolleider", called="Fatima", last="Amrani"))

    again = sends(head, at(handed), {"doen": "kijk", "vraagt_groepen": "1"})
    taken = sends(head, at(handed), {"doen": "neem", "vraagt_groepen": "1"})

    assert "Alleen de schoolleiding mag haar overnemen" in told(handed)
    assert "Neem over" in told(again)
    assert "De lijst is overgenomen" in told(taken)


def test_everything_of_a_long_part_is_there_page_by_page(desk, sends, school):
    names = (f"{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(230))
    table = "Nummer;Voornaam;Achternaam\n" + "".join(f"n-{name};Bo;Jansen{name}\n" for name in names)
    columns = {"kolom-0": "sleutel", "kolom-1": "voornaam", "kolom-2": "achternaam"}
    handed = sends(desk, f"{HOME}nieuw/", {"soort": "leerlingen", "bestand": file(table), "stand": "2026-03-02"})
    looked = sends(desk, at(handed), columns)

    last = desk.get(f"{at(looked)}nieuw/?blad=2")

    assert "Bekijk alle 230: nieuw" in told(looked)
    assert "201 tot en met 230 van 230" in told(last)


def test_thrown_away_is_gone_and_changes_nothing(handed_in, desk, sends):
    looked = sends(desk, at(handed_in), COLUMNS)

    sends(desk, at(looked), {"doen": "weg"})

    assert Intake.objects.get().state == "weg"
    assert not Person.objects.filter(last="Haddad").exists()
    assert Entry.objects.filter(verb="lijst weggegooid").exists()
    assert [path.name for path in kept_list.folder().iterdir()] == []


def test_what_lies_on_the_disk_holds_no_name(handed_in):
    kept = [path for path in kept_list.folder().iterdir() if path.is_file()]

    assert kept
    assert not any(b"Haddad" in path.read_bytes() for path in kept)
