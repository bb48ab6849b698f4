"""A free table or mapping that cannot be read as it stands is refused with its own columns."""

from __future__ import annotations

import io
import zipfile

import pytest

from magdit.areas.people.imports.mapped import read_mapped
from magdit.areas.people.imports.mapping import Mapping, proposed
from tests.areas.people.imports.telling import told


def mapped(folder, text, kind="leerlingen", items=None, mapping=None, name="lijst.csv"):
    source = folder / name
    source.write_bytes(text if isinstance(text, bytes) else text.encode("cp1252"))
    headings = text.splitlines()[0].split(";") if isinstance(text, str) else []
    return told(read_mapped, source, mapping or proposed(kind, headings, items or {}), items or {})


HEAD = "Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Klas\r\n"


def test_a_free_table_tells_its_own_columns(tmp_path):
    rows = f"{HEAD}1;Noor;Dijk;31-02-2016;6A\r\n1;Bo;Smit;06-05-2016;6A\r\n2;;Smit;;\r\n"

    assert mapped(tmp_path, rows) == [
        ("bad_date", "lijst.csv", 2, "Geboortedatum"),
        ("double_key", "lijst.csv", 3, "Leerlingnummer"),
        ("value_needed", "lijst.csv", 4, "Roepnaam"),
    ]


def test_a_name_that_is_no_name_is_told_once(tmp_path):
    assert mapped(tmp_path, f"{HEAD}1;Noor;=1+1;06-05-2016;6A\r\n2;B0;Smit;06-05-2016;6A\r\n") == [
        ("name_sign", "lijst.csv", 2, "Achternaam"),
        ("name_sign", "lijst.csv", 3, "Roepnaam"),
    ]


def test_a_mapping_that_fits_no_column_is_refused_in_clear_words(tmp_path):
    other = Mapping("leerlingen", {"Surname": "achternaam"})

    assert mapped(tmp_path, f"{HEAD}1;Noor;Dijk;;\r\n", mapping=other) == [("mapping_fits_nothing", "lijst.csv", 1, "")]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"BSN": "sleutel", "Roepnaam": "roepnaam", "Achternaam": "achternaam"}, "column_forbidden"),
        ({"Roepnaam": "roepnaam", "Achternaam": "achternam"}, "field_unknown_here"),
        ({"Roepnaam": "roepnaam", "Achternamen": "achternaam"}, "column_gone"),
        ({"Roepnaam": "roepnaam"}, "field_needed"),
        ({"Roepnaam": "onderwerp:website", "Achternaam": "achternaam"}, "item_unknown"),
    ],
)
def test_a_wrong_mapping_is_refused(tmp_path, columns, code):
    rows = "BSN;Roepnaam;Achternaam\r\n123456782;Noor;Dijk\r\n"

    assert code in {problem for problem, *_ in mapped(tmp_path, rows, mapping=Mapping("leerlingen", columns))}


def test_a_forbidden_column_is_never_proposed():
    headings = [
        "BSN",
        "Burgerservicenummer",
        "Foto-URL",
        "Postcode",
        "Woonplaats",
        "Nationaliteit",
        "Wachtwoord",
        "Adres",
    ]

    assert proposed("leerlingen", headings, {}).columns == {}


def test_a_word_that_is_unknown_is_told_with_what_may_stand_there(tmp_path):
    rows = "Leerlingnummer;Achternaam verzorger 1;Verzorger 1 gezag\r\n1;Bakker;misschien\r\n"

    assert mapped(tmp_path, rows, kind="verzorgers") == [("word_unknown", "lijst.csv", 2, "Verzorger 1 gezag")]


def test_a_bomb_in_a_workbook_is_refused(tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<x>" + b" " * 20_000_000)
    mapping = Mapping("leerlingen", {"a": "achternaam"})

    assert mapped(tmp_path, content.getvalue(), mapping=mapping, name="l.xlsx") == [("zip_bomb", "l.xlsx", 0, "")]


def test_a_broken_workbook_is_refused(tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>')
    mapping = Mapping("leerlingen", {"a": "achternaam"})

    assert mapped(tmp_path, content.getvalue(), mapping=mapping, name="l.xlsx") == [
        ("workbook_broken", "l.xlsx", 0, "")
    ]
