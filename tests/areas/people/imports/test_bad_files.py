"""What is wrong with a file is told with its place, all at once, and nothing of the file is kept."""

from __future__ import annotations

import io
import string
import zipfile

import pytest

from magdit.areas.people.imports.edexml import read_edexml
from magdit.areas.people.imports.mapped import read_mapped
from magdit.areas.people.imports.mapping import Mapping, proposed
from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.problems import MOST_TOLD, NotTaken
from magdit.areas.people.imports.sds import read_sds
from magdit.areas.people.imports.wanted import Wanted
from magdit.wording.imports import PROBLEMS, problem_sentence
from tests.areas.people.imports import invented
from tests.areas.people.imports.invented import AS_OF, as_csv
from tests.areas.people.imports.test_readers import LINDE, MADE, manifest, oneroster, with_cells


def told(read, *args, **more):
    """Everything that was wrong, by code, file, line and column; each has a sentence that can be made."""
    more = {"as_of": AS_OF} | more
    with pytest.raises(NotTaken) as refused:
        read(*args, **more)
    for one in refused.value.problems:
        assert problem_sentence(one.code, one.facts, file=one.at.file, line=one.at.line, column=one.at.column)
    return [(one.code, one.at.file, one.at.line, one.at.column) for one in refused.value.problems]


def codes(read, *args, **more):
    return {code for code, *_ in told(read, *args, **more)}


def in_oneroster(folder, **changed):
    return told(read_oneroster, oneroster(folder, **changed), LINDE)


PUPIL, OTHER = MADE.pupils[0].key, MADE.pupils[1].key


def test_a_bad_date_is_told_with_file_line_and_column(tmp_path):
    wrong = with_cells("birthDate", {PUPIL: "2016-02-31", OTHER: "6-5-2016"})

    assert in_oneroster(tmp_path, demographics=wrong) == [
        ("bad_date", "demographics.csv", 2, "birthDate"),
        ("bad_date", "demographics.csv", 3, "birthDate"),
    ]


def test_a_birth_date_in_the_future_is_refused(tmp_path):
    assert in_oneroster(tmp_path, demographics=with_cells("birthDate", {PUPIL: "2027-01-01"})) == [
        ("born_wrong", "users.csv", 2, "")
    ]


def test_a_double_key_is_refused(tmp_path):
    assert ("double_key", "users.csv", 3, "sourcedId") in in_oneroster(
        tmp_path, users=with_cells("sourcedId", {OTHER: PUPIL})
    )


def test_a_reference_to_nobody_is_refused_with_its_line(tmp_path):
    changed = with_cells("userSourcedId", {f"e{PUPIL}k0": "nobody"})

    assert in_oneroster(tmp_path, enrollments=changed) == [("person_unknown", "enrollments.csv", 2, "")]


def test_a_reference_to_no_class_is_refused(tmp_path):
    changed = with_cells("classSourcedId", {f"e{PUPIL}k0": "nowhere"})

    assert in_oneroster(tmp_path, enrollments=changed) == [("group_unknown", "enrollments.csv", 2, "")]


def test_a_short_row_and_a_missing_column_are_told_at_once(tmp_path):
    problems = in_oneroster(
        tmp_path,
        users=lambda rows: [*rows[:3], rows[3][:5], *rows[4:]],
        classes=lambda rows: [["sourcedId", "titel", "schoolSourcedId"], *(row[:3] for row in rows[1:])],
    )

    assert ("row_length", "users.csv", 4, "") in problems
    assert ("missing_column", "classes.csv", 1, "title") in problems


def test_a_quoted_line_end_does_not_shift_the_lines_that_are_told(tmp_path):
    broken = with_cells("username", {PUPIL: "twee\r\nregels"})
    problems = in_oneroster(tmp_path, users=lambda rows: [*broken(rows)[:-1], ["te", "kort"]])

    assert (
        "row_length",
        "users.csv",
        1 + len(MADE.pupils) + len(MADE.parents) + len(MADE.teachers) + 1,
        "",
    ) in problems


def test_a_double_column_is_refused(tmp_path):
    assert ("double_column", "classes.csv", 1, "title") in in_oneroster(
        tmp_path, classes=lambda rows: [[*rows[0], "title"], *([*row, "x"] for row in rows[1:])]
    )


def test_a_name_that_is_no_name_is_refused(tmp_path):
    assert in_oneroster(tmp_path, users=with_cells("givenName", {PUPIL: "Noor 😀"})) == [
        ("name_sign", "users.csv", 2, "givenName")
    ]


def test_twenty_problems_get_words_and_the_rest_are_counted(tmp_path):
    wrong = with_cells("birthDate", {one.key: "31-31-31" for one in MADE.pupils})

    with pytest.raises(NotTaken) as refused:
        read_oneroster(oneroster(tmp_path, demographics=wrong), LINDE, as_of=AS_OF)

    assert len(refused.value.problems) == MOST_TOLD
    assert refused.value.more == len(MADE.pupils) - MOST_TOLD
    assert "31-31" not in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"manifest": None}, "file_needed"),
        ({"users": None}, "file_needed"),
        ({"manifest": manifest(oneroster_version="1.0")}, "oneroster_version"),
        ({"manifest": manifest(file_users="misschien")}, "manifest_value"),
        ({"manifest": manifest(file_users="delta")}, "bad_status"),
        ({"orgs": with_cells("identifier", {"linde": "11AA00"})}, "which_school"),
        ({"orgs": lambda rows: rows[:1]}, "no_school"),
        ({"orgs": lambda rows: [rows[0], [*rows[2][:5], "11AA00", ""]]}, "other_school"),
        ({"users": with_cells("status", {PUPIL: "weg"})}, "bad_status"),
        ({"users": with_cells("sourcedId", {PUPIL: ""})}, "value_needed"),
        ({"users": with_cells("familyName", {PUPIL: ""})}, "value_needed"),
        ({"users": with_cells("sourcedId", {PUPIL: "x" * 300})}, "key_long"),
        ({"enrollments": with_cells("beginDate", {f"e{PUPIL}k0": "2028-01-01"})}, "days_turned"),
    ],
)
def test_a_wrong_file_of_oneroster_is_refused(tmp_path, changed, code):
    assert code in codes(read_oneroster, oneroster(tmp_path, **changed), LINDE)


def test_the_file_of_another_school_is_refused(tmp_path):
    other = Wanted("de-linde", "De Linde", "11AA00")

    assert codes(read_edexml, invented.as_edex(MADE, tmp_path / "EDEX.XML"), other) == {"other_school"}


def test_keys_that_are_bsns_are_refused(tmp_path):
    valid = [number for number in range(100000009, 100002000) if _is_bsn(str(number))]
    numbers = {one.key: str(valid[at]) for at, one in enumerate(MADE.pupils)}
    files = invented.oneroster_files(MADE, "1.1")
    for name in ("users.csv", "enrollments.csv", "demographics.csv"):
        text = files[name].decode("utf-8-sig")
        for key, number in numbers.items():
            text = text.replace(f"{key},", f"{number},")
        files[name] = text.encode()
    source = invented.zipped(files, tmp_path / "export.zip")

    assert codes(read_oneroster, source, LINDE) == {"keys_are_bsn"}


def _is_bsn(text):
    return sum(int(digit) * weight for digit, weight in zip(text, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def archive(folder, entries):
    target = folder / "export.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return target


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([("../manifest.csv", "x")], "path_outside"),
        ([("/etc/manifest.csv", "x")], "path_outside"),
        ([("..\\manifest.csv", "x")], "path_outside"),
        ([("manifest.csv", b"0" * 40_000_000)], "zip_bomb"),
        ([(f"{number}.csv", "x") for number in range(300)], "too_many_files"),
        ([("manifest.csv", "a"), ("sub/manifest.csv", "b")], "file_twice"),
        ([("manifest.csv", b"\xff\xfe\x00p")], "not_utf8"),
        ([("manifest.csv", "")], "empty_file"),
        ([("manifest.csv", 'propertyName,value\r\n"open')], "broken_quotes"),
        ([("niets.csv", "x")], "file_needed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_zip_that_is_not_to_be_trusted_is_refused(tmp_path, entries, code):
    assert codes(read_oneroster, archive(tmp_path, entries), LINDE) == {code}


def test_a_zip_cut_short_or_damaged_is_refused(tmp_path):
    whole = oneroster(tmp_path).read_bytes()
    for at in (0, 100, len(whole) // 2, len(whole) - 10):
        source = tmp_path / f"kort-{at}.zip"
        source.write_bytes(whole[:at])
        assert codes(read_oneroster, source, LINDE) <= {"no_zip", "broken_zip"}
    with zipfile.ZipFile(oneroster(tmp_path)) as archive:
        within = archive.getinfo("users.csv").header_offset + 200
    flipped = bytearray(whole)
    flipped[within] ^= 255
    (tmp_path / "flip.zip").write_bytes(flipped)
    assert "broken_zip" in codes(read_oneroster, tmp_path / "flip.zip", LINDE)


@pytest.mark.parametrize("read", [read_oneroster, read_sds, read_edexml])
def test_a_file_that_is_not_there_is_told(tmp_path, read):
    assert codes(read, tmp_path / "niets.zip", LINDE) == {"file_missing"}


XML = '<?xml version="1.0"?>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f'{XML}<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><EDEX>&l9;</EDEX>', "xml_dtd"),
        (f'{XML}<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><EDEX>&f;</EDEX>', "xml_dtd"),
        (f'{XML}<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><EDEX/>', "xml_dtd"),
        (f"{XML}<EDEX><school>", "xml_broken"),
        (f"{XML}<EDEX/>", "no_edexml"),
        ("geen xml", "xml_broken"),
        ("", "xml_broken"),
        (XML + "<a>" * 60 + "</a>" * 60, "xml_broken"),
        (
            f'{XML}<S:Envelope xmlns:S="urn:x"><S:Body><S:Fault><faultcode>1</faultcode></S:Fault></S:Body>'
            "</S:Envelope>",
            "soap_fault",
        ),
    ],
    ids=["bomb", "file", "outside", "half", "other", "text", "empty", "deep", "fault"],
)
def test_xml_that_is_not_to_be_trusted_is_refused(tmp_path, text, code):
    source = tmp_path / "EDEX.XML"
    source.write_text(text, encoding="utf-8")

    assert codes(read_edexml, source, LINDE) == {code}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("2026-2027", "dit jaar", "school_year"),
        ("<geboortedatum>20", "<geboortedatum>31-", "bad_date"),
        ('<groep key="k0"/>', '<groep key="weg"/>', "group_unknown"),
        ('leerling key="p000001"', 'leerling key="p000000"', "double_key"),
        ('leerling key="p000001"', 'leerling key=""', "value_needed"),
        ("<naam>1A</naam>", "<naam></naam>", "value_needed"),
    ],
)
def test_a_wrong_edexml_is_told_with_its_line(tmp_path, old, new, code):
    source = tmp_path / "EDEX.XML"
    source.write_text(f"{XML}<EDEX>{invented.edexml(MADE).replace(old, new)}</EDEX>", encoding="utf-8")

    problems = told(read_edexml, source, LINDE)

    assert {problem for problem, *_ in problems} == {code}
    assert all(line > 0 for _, _, line, _ in problems)


def test_a_key_longer_than_any_system_makes_is_refused(tmp_path):
    source = tmp_path / "EDEX.XML"
    source.write_text(f"{XML}<EDEX>{invented.edexml(MADE).replace('p000001', 'p' * 300)}</EDEX>", encoding="utf-8")

    assert codes(read_edexml, source, LINDE) == {"key_long"}


def test_an_endless_text_in_one_element_takes_no_memory(tmp_path):
    source = tmp_path / "EDEX.XML"
    endless = "<achternaam>" + "a\n" * 400_000
    source.write_text(f"{XML}<EDEX>{invented.edexml(MADE).replace('<achternaam>', endless, 1)}</EDEX>")

    assert codes(read_edexml, source, LINDE) == {"name_long"}


def test_a_folder_with_hundreds_of_files_is_refused(tmp_path):
    for number in range(201):
        (tmp_path / f"{number}.csv").touch()

    assert codes(read_sds, tmp_path, LINDE) == {"too_many_files"}


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


def test_every_problem_has_a_sentence_that_says_where():
    class Any(dict):
        def __missing__(self, key):
            return "iets"

    for code, sentence in PROBLEMS.items():
        facts = {name: "iets" for _, name, _, _ in string.Formatter().parse(sentence) if name and name != "near"}
        made = problem_sentence(code, facts, file="users.csv", line=3, column="email")
        assert made.startswith("users.csv, regel 3, kolom 'email': ")
        assert made.endswith((".", "'?"))


def test_a_report_for_a_log_holds_no_cell(tmp_path):
    with pytest.raises(NotTaken) as refused:
        read_oneroster(
            invented.zipped(
                invented.oneroster_files(MADE, "1.1") | {"users.csv": as_csv(("sourcedId",), [("Noor",)])},
                tmp_path / "export.zip",
            ),
            LINDE,
            as_of=AS_OF,
        )

    assert "Noor" not in str(refused.value)
