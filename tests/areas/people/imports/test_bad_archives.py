"""A zip, XML file or folder that is damaged or not to be trusted is refused before anything of it is used."""

from __future__ import annotations

import zipfile

import pytest

from magdit.areas.people.imports.edexml import read_edexml
from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.sds import read_sds
from tests.areas.people.imports import invented_files
from tests.areas.people.imports.telling import codes, told
from tests.areas.people.imports.test_readers import LINDE, MADE, oneroster


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
    source.write_text(f"{XML}<EDEX>{invented_files.edexml(MADE).replace(old, new)}</EDEX>", encoding="utf-8")

    problems = told(read_edexml, source, LINDE)

    assert {problem for problem, *_ in problems} == {code}
    assert all(line > 0 for _, _, line, _ in problems)


def test_a_key_longer_than_any_system_makes_is_refused(tmp_path):
    source = tmp_path / "EDEX.XML"
    source.write_text(
        f"{XML}<EDEX>{invented_files.edexml(MADE).replace('p000001', 'p' * 300)}</EDEX>", encoding="utf-8"
    )

    assert codes(read_edexml, source, LINDE) == {"key_long"}


def test_an_endless_text_in_one_element_takes_no_memory(tmp_path):
    source = tmp_path / "EDEX.XML"
    endless = "<achternaam>" + "a\n" * 400_000
    source.write_text(f"{XML}<EDEX>{invented_files.edexml(MADE).replace('<achternaam>', endless, 1)}</EDEX>")

    assert codes(read_edexml, source, LINDE) == {"name_long"}


def test_a_folder_with_hundreds_of_files_is_refused(tmp_path):
    for number in range(201):
        (tmp_path / f"{number}.csv").touch()

    assert codes(read_sds, tmp_path, LINDE) == {"too_many_files"}
