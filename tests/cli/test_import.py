"""`magdit import` and `magdit export` on a register: what is shown, what is changed, and with which exit code."""

from __future__ import annotations

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import ColumnMapping, Guardianship, Person
from magdit.cli.main import run
from tests.areas.people.imports import invented, invented_files

pytestmark = pytest.mark.django_db
MADE = invented.school(12)


@pytest.fixture
def linde(db):
    """A school of a board, with the BRIN of the invented files."""
    from magdit.areas.people.models import Board, School

    board = Board.objects.create(name="Stichting De Linde")
    return School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs", brin=invented.BRIN)


@pytest.fixture
def export(tmp_path):
    """An invented OneRoster zip."""
    return str(invented_files.zipped(invented_files.oneroster_files(MADE, "1.1"), tmp_path / "export.zip"))


def magdit(capsys, *words):
    """Run a command; answers its exit code and all it said."""
    code = run([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out + err


def of(export, *more, kind="oneroster"):
    return ("import", export, "--school", "de-linde", "--soort", kind, "--stand-van", "2026-11-20", *more)


def test_without_doe_the_difference_is_shown_and_nothing_is_written(capsys, linde, export):
    code, said = magdit(capsys, *of(export))

    assert code == 0
    assert f"Nieuw: {len(MADE.pupils + MADE.teachers) + len(MADE.parents)}." in said
    assert "Niet gelezen, want dat mogen we niet bewaren: password, sex" in said
    assert "Geef dezelfde opdracht met --doe erbij." in said
    assert Person.objects.count() == Entry.objects.count() == 0


def test_with_doe_it_is_taken_over_and_again_there_is_nothing_to_do(capsys, linde, export):
    first, said = magdit(capsys, *of(export, "--doe"))
    again, more = magdit(capsys, *of(export, "--doe"))

    assert (first, again) == (0, 0)
    assert said.endswith("Overgenomen.\n")
    assert more.endswith("Er is niets te veranderen.\n")
    assert Person.objects.count() == len(MADE.pupils + MADE.teachers) + len(MADE.parents)


def test_only_the_first_ten_are_named_unless_asked(capsys, linde, export):
    _, short = magdit(capsys, *of(export))
    _, whole = magdit(capsys, *of(export, "--alles"))

    assert "(zie --alles)" in short
    assert "(zie --alles)" not in whole
    assert whole.count("\n") > short.count("\n")


@pytest.mark.parametrize("kind", ["edexml", "sds"])
def test_the_other_systems_go_the_same_way(capsys, linde, tmp_path, kind):
    make = {
        "edexml": lambda: invented_files.as_edex(MADE, tmp_path / "EDEX.XML"),
        "sds": lambda: invented_files.zipped(invented_files.sds_files(MADE), tmp_path / "sds.zip"),
    }

    code, said = magdit(capsys, *of(make[kind](), "--doe", kind=kind))

    assert code == 0, said
    assert Person.objects.filter(roles__role="leerling").count() == len(MADE.pupils)


def test_a_wrong_file_is_told_in_sentences_and_changes_nothing(capsys, linde, tmp_path):
    files = invented_files.oneroster_files(MADE, "1.1")
    files["demographics.csv"] = files["demographics.csv"].replace(str(MADE.pupils[0].born).encode(), b"2016-02-31")
    source = invented_files.zipped(files, tmp_path / "export.zip")

    code, said = magdit(capsys, *of(source, "--doe"))

    assert code == 2
    assert "demographics.csv, regel 2, kolom 'birthDate': '2016-02-31' is geen datum." in said
    assert said.endswith("Er is niets overgenomen.\n")
    assert Person.objects.count() == 0


def test_an_unknown_school_is_refused_by_name(capsys, linde, export):
    code, said = magdit(capsys, "import", export, "--school", "lindje", "--soort", "oneroster")

    assert code == 2
    assert "De school 'lindje' kennen we niet. Bedoelde u de-linde?" in said


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--wat", "leerlingen"), "horen bij --soort csv"),
        (("--stand-van", "morgen"), "morgen"),
        (("--stand-van", "2999-01-01"), "ligt na vandaag"),
        (("--vestiging", "weg"), "de school 'weg' staat niet in deze lijst"),
    ],
)
def test_a_wrong_option_is_refused(capsys, linde, export, more, words):
    code, said = magdit(capsys, *of(export), *more)

    assert code == 2
    assert words in said


def save(folder, name, text, encoding="cp1252"):
    target = folder / name
    target.write_bytes(text.encode(encoding))
    return target


PUPILS = "Stamnr;Roepnaam;Achternaam;Geboortedatum;Klas;BSN\r\n12;Zoë;van Dijk;06-05-2016;6A;123456782\r\n"
PARENTS = (
    "Stamnr;Verzorger 1 achternaam;Verzorger 1 voornaam;Verzorger 1 gezag;Verzorger 2 achternaam;"
    "Verzorger 2 voornaam;Verzorger 2 gezag\r\n12;Bakker;Mira;volledig;van Dijk;Joost;\r\n"
)


def test_an_own_list_asks_once_what_its_columns_mean(capsys, linde, tmp_path):
    pupils, parents = save(tmp_path, "leerlingen.csv", PUPILS), save(tmp_path, "ouders.csv", PARENTS)
    free = ("--doe", "--kolom", "Stamnr=sleutel", "--wat", "leerlingen", "--koppeling", "kinderen")
    first, said = magdit(capsys, *of(pupils, *free, kind="csv"))
    told = ("--kolom", "Stamnr=kind_sleutel", "--waarde", "gezag:volledig=ja", "--wat", "verzorgers")
    second, more = magdit(capsys, *of(parents, *told, "--koppeling", "las", "--doe", kind="csv"))

    third, again = magdit(capsys, *of(parents, "--koppeling", "las", kind="csv"))

    assert (first, second, third) == (0, 0, 0), said + more + again
    assert "BSN" in said
    assert "  Stamnr → nummer\n" in said
    assert "  Klas → groep\n" in said
    assert "  bij gezag: volledig → ja\n" in again
    assert set(Guardianship.objects.values_list("guardian__first", "authority")) == {
        ("Mira", "ja"),
        ("Joost", "onbekend"),
    }
    assert again.endswith("Er is niets te veranderen.\n")
    assert set(ColumnMapping.objects.values_list("name", "kind")) == {("kinderen", "leerlingen"), ("las", "verzorgers")}


def test_a_gezag_that_a_list_turns_is_shown_by_name(capsys, linde, tmp_path):
    pupils, parents = save(tmp_path, "leerlingen.csv", PUPILS), save(tmp_path, "ouders.csv", PARENTS)
    magdit(capsys, *of(pupils, "--wat", "leerlingen", "--kolom", "Stamnr=sleutel", "--doe", kind="csv"))
    told = ("--wat", "verzorgers", "--kolom", "Stamnr=kind_sleutel", "--waarde", "gezag:volledig=ja")
    magdit(capsys, *of(parents, *told, "--doe", kind="csv"))
    Guardianship.objects.filter(guardian__first="Mira").update(authority="nee", source="uitspraak rechtbank")

    _, said = magdit(capsys, *of(parents, *told, kind="csv"))

    assert "Gezag dat anders wordt dan hier staat (kijk of dat klopt): 1." in said
    assert "Mira Bakker bij Zoë van Dijk: nee → ja" in said


def test_a_mapping_that_is_not_there_is_refused(capsys, linde, tmp_path):
    code, said = magdit(capsys, *of(save(tmp_path, "l.csv", PUPILS), "--koppeling", "las", kind="csv"))

    assert code == 2
    assert "De koppeling 'las' is er niet." in said


def test_a_row_about_nobody_stops_the_list_until_it_may_be_left_out(capsys, linde, tmp_path):
    save(tmp_path, "l.csv", PUPILS)
    magdit(capsys, *of(tmp_path / "l.csv", "--wat", "leerlingen", "--kolom", "Stamnr=sleutel", "--doe", kind="csv"))
    parents = save(tmp_path, "ouders.csv", PARENTS + "99;Smit;Els;;;;\r\n")
    told = ("--kolom", "Stamnr=kind_sleutel", "--waarde", "gezag:volledig=ja", "--wat", "verzorgers", "--doe")

    stopped, why = magdit(capsys, *of(parents, *told, kind="csv"))
    done, _ = magdit(capsys, *of(parents, *told, "--sla-over", kind="csv"))

    assert (stopped, done) == (2, 0)
    assert "1 regels wijzen naar iemand of iets dat er niet is." in why
    assert Guardianship.objects.count() == 2


def test_doubt_is_shown_with_a_way_to_choose(capsys, linde, export):
    first = MADE.pupils[0]
    there = Person.objects.create(
        board=linde.board, first=first.first, called=first.called, infix=first.infix, last=first.last, born=first.born
    )

    _, said = magdit(capsys, *of(export, "--doe"))
    _, chosen = magdit(capsys, *of(export, "--doe", "--zelfde", first.key))

    assert f"{first.key}: " in said
    assert str(there.pk) in said
    assert "Twijfel" not in chosen
    assert there.roles.get().role == "leerling"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("what", ["leerlingen", "verzorgers"])
def test_a_list_is_written_and_told(capsys, linde, export, tmp_path, what, ending):
    magdit(capsys, *of(export, "--doe"))
    target = tmp_path / f"lijst.{ending}"

    code, said = magdit(capsys, "export", "--school", "de-linde", "--wat", what, "--naar", target)
    again, refused = magdit(capsys, "export", "--school", "de-linde", "--wat", what, "--naar", target)

    assert (code, again) == (0, 2)
    assert "regels geschreven" in said
    assert "bestaat al" in refused
    assert target.stat().st_size > 100


def test_the_screen_speaks_of_our_fields_in_plain_words_that_may_be_typed(capsys, linde, tmp_path):
    save(tmp_path, "l.csv", PUPILS)
    magdit(capsys, *of(tmp_path / "l.csv", "--wat", "leerlingen", "--kolom", "Stamnr=nummer", "--doe", kind="csv"))
    parents = save(tmp_path, "ouders.csv", PARENTS)
    typed = ("--wat", "verzorgers", "--kolom", "Stamnr=nummer van het kind")

    refused, wrong = magdit(capsys, *of(parents, *typed, kind="csv"))
    code, said = magdit(capsys, *of(parents, *typed, "--waarde", "gezag van verzorger 1:volledig=ja", kind="csv"))

    assert (refused, code) == (2, 0)
    assert "'volledig' kennen we niet bij gezag van verzorger 1" in wrong
    assert "  Stamnr → nummer van het kind\n" in said
    assert not any(f"{part}_" in wrong + said for part in ("kind", "v1", "v2"))


def test_a_father_of_two_children_without_a_number_is_asked_about(capsys, linde, tmp_path):
    pupils = PUPILS + "13;Bo;van Dijk;06-05-2018;4A;\r\n"
    save(tmp_path, "l.csv", pupils)
    magdit(capsys, *of(tmp_path / "l.csv", "--wat", "leerlingen", "--kolom", "Stamnr=nummer", "--doe", kind="csv"))
    rows = "Stamnr;Roepnaam verzorger;Voornaam;Achternaam\r\n12;;Joost;van Dijk\r\n13;;Joost;van Dijk\r\n"
    told = (save(tmp_path, "ouders.csv", rows), "--wat", "verzorgers", "--kolom", "Stamnr=nummer van het kind")

    _, asked = magdit(capsys, *of(*told, kind="csv"))
    key = next(line for line in asked.splitlines() if "ook in deze lijst" in line).split(":")[0].strip()
    code, said = magdit(capsys, *of(*told, "--zelfde", key, "--doe", kind="csv"))
    _, again = magdit(capsys, *of(*told, kind="csv"))

    assert "is dit Joost van Dijk" in asked
    assert code == 0, said
    assert {bond.guardian.first for bond in Guardianship.objects.all()} == {"Joost"}
    assert Guardianship.objects.values("guardian").distinct().count() == 1
    assert Guardianship.objects.count() == 2
    assert again.endswith("Er is niets te veranderen.\n")


def test_who_is_really_another_of_that_name_comes_in_apart(capsys, linde, tmp_path):
    save(tmp_path, "l.csv", PUPILS + "13;Bo;de Wit;06-05-2018;4A;\r\n")
    magdit(capsys, *of(tmp_path / "l.csv", "--wat", "leerlingen", "--kolom", "Stamnr=nummer", "--doe", kind="csv"))
    rows = "Stamnr;Voornaam;Achternaam\r\n12;Jan;Smit\r\n13;Jan;Smit\r\n"
    told = (save(tmp_path, "ouders.csv", rows), "--wat", "verzorgers", "--kolom", "Stamnr=nummer van het kind")
    _, asked = magdit(capsys, *of(*told, kind="csv"))
    key = next(line for line in asked.splitlines() if "ook in deze lijst" in line).split(":")[0].strip()

    magdit(capsys, *of(*told, "--nieuw", key, "--doe", kind="csv"))

    assert Guardianship.objects.values("guardian").distinct().count() == 2
