"""A school's export is read as it was saved, or refused with what is wrong and where. Nothing is read halfway."""

from pathlib import Path

import pytest

from magdit.check.tables.table import Column, Columns, read_table
from magdit.check.tables.unreadable import Unreadable
from tests.check.tables.conftest import Write

COLUMNS = Columns(
    known=(Column("voornaam", ("first name",)), Column("achternaam"), Column("groep", ("klas",))),
    needed=(("voornaam",),),
)


def rows(path: Path) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_table(path, COLUMNS).rows]


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_sign_between_the_cells_is_seen_from_the_headings(write: Write, sign: str) -> None:
    path = write(f"voornaam{sign}achternaam\nNoor{sign}van Dijk\n")

    assert rows(path) == [{"voornaam": "Noor", "achternaam": "van Dijk"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_an_accent_survives_every_way_of_saving(write: Write, encoding: str) -> None:
    path = write("voornaam;achternaam\nZoë;Álvarez\n", encoding=encoding)

    assert rows(path) == [{"voornaam": "Zoë", "achternaam": "Álvarez"}]


@pytest.mark.parametrize("heading", ["Voornaam", "VOORNAAM ", "voor-naam", "First Name", '"voornaam"', "vóórnaam"])
def test_headings_are_known_by_their_letters(write: Write, heading: str) -> None:
    path = write(f"{heading};groep\nNoor;5\n")

    assert rows(path) == [{"voornaam": "Noor", "groep": "5"}]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_machine_are_read(write: Write, ending: str) -> None:
    path = write(ending.join(["voornaam;groep", "Noor;5", "", ";", "Sem;H4", ""]))

    assert [row["voornaam"] for row in rows(path)] == ["Noor", "Sem"]


def test_a_quoted_cell_may_hold_the_sign_and_a_line_break(write: Write) -> None:
    path = write('voornaam;achternaam\n"Noor; de eerste";"van\nDijk"\nSem;Jansen\n')

    table = read_table(path, COLUMNS)

    assert table.rows[0]["voornaam"] == "Noor; de eerste"
    assert table.rows[1].line == 4


def test_excels_own_first_line_is_no_heading(write: Write) -> None:
    path = write("sep=,\nvoornaam,groep\nNoor,5\n")

    table = read_table(path, COLUMNS)

    assert (table.rows[0]["voornaam"], table.rows[0].line) == ("Noor", 3)


@pytest.mark.parametrize("cell", ["=1+1", "=HYPERLINK(A1)", "+31612345678", "@noor", "-2"])
def test_a_cell_that_looks_like_a_formula_stays_text(write: Write, cell: str) -> None:
    path = write(f"voornaam;groep\n{cell};5\n")

    assert rows(path)[0]["voornaam"] == cell


def test_columns_we_do_not_know_are_left_unread_and_named(write: Write) -> None:
    path = write("voornaam;bsn;foto\nNoor;111222333;noor.jpg\n")

    table = read_table(path, COLUMNS)

    assert dict(table.rows[0].cells) == {"voornaam": "Noor"}
    assert table.ignored == ("bsn", "foto")


def test_empty_cells_past_the_headings_are_no_shift(write: Write) -> None:
    path = write("voornaam;groep\nNoor;5;;;\n")

    assert rows(path) == [{"voornaam": "Noor", "groep": "5"}]


REFUSED = {
    "an empty file": (b"", "empty_file", None),
    "only blank lines": (b"\n \n\t\n", "empty_file", None),
    "a workbook renamed": (b"PK\x03\x04rest of a zip", "other_kind_of_file", None),
    "an old workbook renamed": (b"\xd0\xcf\x11\xe0\xa1\xb1", "other_kind_of_file", None),
    "a PDF renamed": (b"%PDF-1.7\n", "other_kind_of_file", None),
    "a photo renamed": (b"\xff\xd8\xff\xe0", "other_kind_of_file", None),
    "a NUL byte": (b"voornaam;groep\nNo\x00or;5\n", "nul_bytes", 2),
    "bytes of no encoding": (b"voornaam;groep\nSem;5\nNo\x81or;5\n", "unknown_encoding", 3),
    "no heading we know": (b"naam;straat\nNoor;Lindelaan\n", "missing_column", 1),
    "a heading twice": (b"voornaam;First name\nNoor;Noor\n", "double_column", 1),
    "a row too short": (b"voornaam;achternaam;groep\nNoor;van Dijk;5\nSem;Jansen\n", "other_row_length", 3),
    "a row too long": (b"voornaam;groep\nNoor;van;5\n", "other_row_length", 2),
    "a quote that never closes": (b'voornaam;groep\nSem;5\n"Noor;5\n', "broken_quotes", 3),
    "headings and nothing else": (b"voornaam;groep\n", "no_rows", None),
}


@pytest.mark.parametrize("situation", REFUSED)
def test_what_is_no_whole_table_is_refused_with_its_line(write: Write, situation: str) -> None:
    content, code, line = REFUSED[situation]
    path = write(content)

    with pytest.raises(Unreadable) as refusal:
        read_table(path, COLUMNS)

    assert (refusal.value.code, refusal.value.line, refusal.value.path) == (code, line, path)


def test_a_missing_heading_comes_with_the_nearest_one(write: Write) -> None:
    path = write("vornaam;groep\nNoor;5\n")

    with pytest.raises(Unreadable) as refusal:
        read_table(path, COLUMNS)

    assert refusal.value.facts["nearest"] == "vornaam"
    assert refusal.value.facts["found"] == ("vornaam", "groep")


def test_a_table_without_end_is_refused(write: Write) -> None:
    path = write("voornaam;groep\n" + "Noor;5\n" * 11)

    with pytest.raises(Unreadable) as refusal:
        read_table(path, COLUMNS, max_rows=10)

    assert (refusal.value.code, refusal.value.line) == ("too_many_rows", 12)


@pytest.mark.parametrize(("name", "code"), [("weg.csv", "not_found"), (".", "is_a_folder")])
def test_a_path_without_a_file_is_refused(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_table(tmp_path / name, COLUMNS)

    assert refusal.value.code == code


def test_a_refusal_in_a_log_names_no_child(write: Write) -> None:
    path = write("voornaam;groep\nNoor;van;5\n")

    with pytest.raises(Unreadable) as refusal:
        read_table(path, COLUMNS)

    assert "Noor" not in str(refusal.value)
