"""Lists that leave the register: what is in them, what stays out, and how they are opened."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.exports.lists import export_guardians, export_pupils
from magdit.areas.people.exports.tables import OutTable, as_csv, as_xlsx, harmless, unguarded, write
from magdit.areas.people.imports.mapped import read_mapped
from magdit.areas.people.imports.mappings import mapping_for
from magdit.areas.people.imports.run import look

pytestmark = pytest.mark.django_db


def cells(table, column):
    """One column of a list."""
    return [row[table.headings.index(column)] for row in table.rows]


def test_the_pupils_stand_in_the_order_of_a_dutch_list(system, school, noor, sem):
    table = export_pupils(system, school)

    assert cells(table, "achternaam") == ["Boer", "Dijk"]
    assert cells(table, "klas") == ["4V", "6A"]
    assert cells(table, "geboortedatum") == [sem.born, noor.born]


def test_who_stands_around_a_child_with_gezag(system, school, noor, noors_mother, noors_father):
    table = export_guardians(system, school)

    assert list(zip(cells(table, "roepnaam"), cells(table, "gezag"), strict=True)) == [("Mira", "ja"), ("Joost", "ja")]


def test_the_mail_of_a_shielded_parent_stays_out(system, school, noor, noors_mother, noors_father):
    noors_mother.shielded = True
    noors_mother.save()

    table = export_guardians(system, school)

    assert cells(table, "e-mail") == ["", "joost@thuis.example"]
    assert "mira@" not in repr(table)


def test_an_export_has_a_line_in_the_journal(system, school, noor):
    export_pupils(system, school)

    entry = Entry.objects.get(verb="lijst uitgevoerd")
    assert entry.object == str(school.pk)
    assert '"regels":1' in entry.details.replace(" ", "")


def test_a_teacher_and_olaf_export_nothing(doing_as, school, noor, bram, olaf):
    for outsider in (bram, olaf):
        with pytest.raises(Refused) as refused:
            export_pupils(doing_as(outsider), school)

        assert refused.value.code in {"no_right", "not_yours"}
    assert not Entry.objects.filter(verb="lijst uitgevoerd").exists()


def test_the_office_exports_its_own_school_only(doing_as, school, second_school, noor, office):
    assert len(export_pupils(doing_as(office), school).rows) == 1

    with pytest.raises(Refused):
        export_pupils(doing_as(office), second_school)


def test_an_empty_list_is_refused(system, school):
    with pytest.raises(Refused) as refused:
        export_pupils(system, school)

    assert refused.value.code == "export_nothing"


@pytest.mark.parametrize("start", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "|cmd", "%0A"])
def test_what_a_spreadsheet_would_work_out_is_text(start):
    guarded = harmless(start)

    assert guarded == f"'{start}"
    assert unguarded(guarded) == start


@pytest.mark.parametrize("cell", ["Noor", "'t Hoen", "6A", "a=b", 12, -3, 2.5, date(2016, 5, 6), None, True, ""])
def test_ordinary_cells_and_numbers_stay_what_they_are(cell):
    assert harmless(cell) == cell


def test_csv_opens_in_a_dutch_spreadsheet():
    content = as_csv(OutTable("x", ("naam", "dag"), (("Zoë; de Boer", date(2016, 5, 6)), ('zei "ja"', None))))

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == 'naam;dag\r\n"Zoë; de Boer";06-05-2016\r\n"zei ""ja""";\r\n'


def test_a_workbook_holds_text_dates_and_numbers_and_no_formula():
    content = as_xlsx(OutTable("x", ("a", "b", "c"), (("=1+1", date(2016, 5, 6), 7), ("a\x07b", None, -3))))

    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [[cell.data_type for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["s", "d", "n"],
        ["s", "n", "n"],
    ]
    assert sheet["A2"].value == "'=1+1"
    assert sheet["A3"].value == "ab"


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    target = tmp_path / "lijst.csv"
    target.write_text("van mij")

    with pytest.raises(Refused) as refused:
        write(OutTable("x", ("a",), (("b",),)), target)

    assert refused.value.code == "export_exists"
    assert target.read_text() == "van mij"


@pytest.mark.parametrize(("name", "code"), [("lijst.txt", "export_kind"), ("geen/map.csv", "export_not_written")])
def test_a_file_that_cannot_be_written_is_refused(tmp_path, name, code):
    with pytest.raises(Refused) as refused:
        write(OutTable("x", ("a",), (("b",),)), tmp_path / name)

    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_can_read_a_list(tmp_path):
    write(OutTable("x", ("a",), (("b",),)), tmp_path / "lijst.csv")

    assert (tmp_path / "lijst.csv").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize(("kind", "export"), [("leerlingen", export_pupils), ("verzorgers", export_guardians)])
def test_a_list_that_comes_back_changes_nothing(
    system, school, noor, noors_mother, noors_father, sem, tmp_path, kind, export, ending
):
    target = tmp_path / f"lijst{ending}"
    write(export(system, school), target)
    mapping = mapping_for(school, target, name="", kind=kind, items={})

    found = look(system, school, read_mapped(target, mapping, {}, as_of=system.today))

    assert found.is_empty
    assert found.doubtful == found.astray == found.absent_people == []
