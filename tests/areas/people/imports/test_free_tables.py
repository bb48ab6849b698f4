"""Any list of a school, as CSV or Excel in any of its spellings, read by what its columns mean."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest

from magdit.areas.people.imports.free_table import read_free_table
from magdit.areas.people.imports.mapped import read_mapped
from magdit.areas.people.imports.mapping import Mapping, proposed
from magdit.areas.people.imports.problems import NotTaken, Problems
from magdit.check.tables.unreadable import Unreadable
from tests.areas.people.imports.invented import AS_OF

HEAD = ("Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Geboortedatum", "Klas", "E-mailadres")
ROWS = (("12", "Zoë", "van", "Dijk", "06-05-2016", "6A", ""), ("13", "Bo", "", "de Wit", "2015-01-02", "6B", "bo@x.nl"))


def table(folder, *, sign=";", encoding="utf-8-sig", first="", rows=ROWS, head=HEAD):
    source = folder / "lijst.csv"
    text = first + "\r\n".join(sign.join(row) for row in (head, *rows)) + "\r\n"
    source.write_bytes(text.encode(encoding))
    return source


def read(source, kind="leerlingen", *, items=None, change=None):
    headings = read_free_table(source, Problems()).headings
    mapping = proposed(kind, headings, items or {})
    return read_mapped(source, change(mapping) if change else mapping, items or {}, as_of=AS_OF)


def names(delivery):
    return [(one.key, one.called, one.infix, one.last, one.born, one.email) for one in delivery.people]


TOLD = [
    ("12", "Zoë", "van", "Dijk", date(2016, 5, 6), None),
    ("13", "Bo", "de", "Wit", date(2015, 1, 2), "bo@x.nl"),
]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_a_list_is_read_in_every_spelling_of_csv(tmp_path, sign, encoding):
    assert names(read(table(tmp_path, sign=sign, encoding=encoding))) == TOLD


def test_the_first_line_of_excel_is_no_heading(tmp_path):
    assert names(read(table(tmp_path, first="sep=;\r\n"))) == TOLD


def test_a_workbook_is_read_with_its_dates_and_numbers(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append((12, "Zoë", "van", "Dijk", datetime(2016, 5, 6), "6A", None))
    book.active.append((13.0, "Bo", None, "de Wit", "02-01-2015", "6B", "bo@x.nl"))
    book.create_sheet("Uitleg").append(("wat", "dit", "is"))
    book.save(tmp_path / "lijst.xlsx")

    delivery = read(tmp_path / "lijst.xlsx")

    assert names(delivery) == TOLD
    assert [remark.code for remark in delivery.remarks] == ["more_sheets"]


def test_a_formula_gives_its_saved_value_and_is_never_worked_out(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(("=1+1", "Bo", "", "Wit", None, "6A", ""))
    book.save(tmp_path / "lijst.xlsx")

    assert read(tmp_path / "lijst.xlsx").people[0].key.startswith("n-")


def test_groups_come_from_the_column_and_belong_to_this_school_year(tmp_path):
    delivery = read(table(tmp_path))

    assert [(group.name, group.year) for group in delivery.groups] == [("6A", 2026), ("6B", 2026)]
    assert len(delivery.members) == 2


def test_without_a_key_the_same_child_has_the_same_key_in_any_order(tmp_path):
    one = {person.key for person in read(table(tmp_path, rows=[("", *row[1:]) for row in ROWS])).people}
    other = {person.key for person in read(table(tmp_path, rows=[("", *row[1:]) for row in reversed(ROWS)])).people}

    assert one == other
    assert len(one) == 2
    assert not any("dijk" in key for key in one)


PARENTS = (
    "Leerlingnummer", "Roepnaam", "Achternaam verzorger 1", "Voornaam verzorger 1", "E-mail verzorger 1",
    "Gezag verzorger 1", "Achternaam verzorger 2", "Voornaam verzorger 2", "Relatie verzorger 2", "Gezag verzorger 2",
)  # fmt: skip


def test_two_guardians_on_one_row_are_two_bonds(tmp_path):
    row = ("12", "Zoë", "Bakker", "Mira", "mira@x.nl", "ja", "van Dijk", "Joost", "vader", "onbekend")

    delivery = read(table(tmp_path, head=PARENTS, rows=[row]), "verzorgers")

    assert [(one.first, one.infix, one.last) for one in delivery.people] == [
        ("Mira", "", "Bakker"),
        ("Joost", "van", "Dijk"),
    ]
    assert [(bond.child, bond.relation, bond.authority) for bond in delivery.bonds] == [
        ("12", None, "ja"),
        ("12", "ouder", "onbekend"),
    ]


def test_a_parent_of_two_children_is_one_person_by_their_mail(tmp_path):
    rows = [(key, "", "Bakker", "Mira", "Mira@X.nl", "ja", "", "", "", "") for key in ("12", "13")]

    delivery = read(table(tmp_path, head=PARENTS, rows=rows), "verzorgers")

    assert len(delivery.people) == 1
    assert [bond.child for bond in delivery.bonds] == ["12", "13"]


def test_two_parents_of_one_name_without_mail_stay_two_people(tmp_path):
    rows = [(key, "", "Bakker", "Mira", "", "ja", "", "", "", "") for key in ("12", "13")]

    assert len(read(table(tmp_path, head=PARENTS, rows=rows), "verzorgers").people) == 2


def test_an_empty_gezag_is_not_told(tmp_path):
    rows = [("12", "", "Bakker", "Mira", "", "", "", "", "", "")]

    assert read(table(tmp_path, head=PARENTS, rows=rows), "verzorgers").bonds[0].authority is None


def test_an_institution_may_have_a_name_with_digits(tmp_path):
    head = ("Leerlingnummer", "Achternaam", "Instelling", "Relatie")
    rows = [("12", "Voogdij 24/7 B.V.", "ja", "voogd")]

    delivery = read(table(tmp_path, head=head, rows=rows), "verzorgers")

    assert (delivery.people[0].last, delivery.people[0].institution) == ("Voogdij 24/7 B.V.", True)
    assert delivery.bonds[0].relation == "voogd"


def test_their_words_are_read_as_the_mapping_says(tmp_path):
    rows = [("12", "", "Bakker", "Mira", "", "Volledig", "", "", "", "")]

    def change(mapping: Mapping) -> Mapping:
        return mapping.changed({}, {"gezag": {"volledig": "ja"}})

    assert read(table(tmp_path, head=PARENTS, rows=rows), "verzorgers", change=change).bonds[0].authority == "ja"


def test_a_column_may_be_left_out_by_hand(tmp_path):
    delivery = read(table(tmp_path), change=lambda mapping: mapping.changed({"E-mailadres": "-"}, {}))

    assert {person.email for person in delivery.people} == {None}
    assert [dropped.column for dropped in delivery.dropped] == ["E-mailadres"]


def test_answers_stand_in_rows_or_in_columns(tmp_path):
    items = {"website-foto": "website-foto", "Foto in de krant": "krant"}
    wide = table(
        tmp_path,
        head=("Leerlingnummer", "website-foto", "Foto in de krant"),
        rows=[("12", "Ja", "nee"), ("13", "", "waar")],
    )
    in_columns = [(one.child, one.item, one.state) for one in read(wide, "toestemmingen", items=items).answers]
    long = table(
        tmp_path, head=("Leerlingnummer", "Onderwerp", "Antwoord"),
        rows=[("12", "website-foto", "ja"), ("12", "krant", "geweigerd"), ("13", "Foto in de krant", "waar")],
    )  # fmt: skip

    in_rows = [(one.child, one.item, one.state) for one in read(long, "toestemmingen", items=items).answers]

    expected = [("12", "website-foto", "gegeven"), ("12", "krant", "geweigerd"), ("13", "krant", "gegeven")]
    assert in_columns == in_rows == expected


def test_a_cross_is_no_answer_that_can_be_read(tmp_path):
    source = table(tmp_path, head=("Leerlingnummer", "krant"), rows=[("12", "x")])

    with pytest.raises(NotTaken) as refused:
        read(source, "toestemmingen", items={"krant": "krant"})

    assert [problem.code for problem in refused.value.problems] == ["word_unknown"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.4 ...", "other_kind_of_file"),
        (b"\xd0\xcf\x11\xe0....", "other_kind_of_file"),
        (b"", "empty_file"),
        (b"a;b\x00", "nul_bytes"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, code):
    (tmp_path / "lijst.csv").write_bytes(content)

    with pytest.raises(Unreadable) as refused:
        read_free_table(tmp_path / "lijst.csv", Problems())

    assert refused.value.code == code
