"""Newsletters page by page: what stands on each page, and what travels in the file without being seen."""

import io
import zipfile

import pypdf
import pytest
from PIL import Image

from magdit.check.archive.bounds import DEEPEST, WORDS
from magdit.check.archive.docx import docx_sheets
from magdit.check.archive.pdf import pdf_sheets
from magdit.check.archive.piece import Missed, NotReadable
from tests.check.archive.makers import (
    PAGE_BREAK,
    SHOWN_BREAK,
    R,
    W,
    document,
    docx,
    drawing,
    packed,
    paragraph,
    pdf,
    relations,
    with_pictures,
)
from tests.check.images.makers import encoded, picture, put

PHOTO = encoded(picture(160, 160), "JPEG")
BOMB = 40_000_000


def words(sheets):
    return [sheet.words for sheet in sheets]


def test_a_word_document_is_read_page_by_page(tmp_path):
    body = paragraph("Een") + PAGE_BREAK + SHOWN_BREAK + paragraph("Twee") + SHOWN_BREAK + paragraph("Drie")

    sheets = list(docx_sheets(docx(tmp_path, "a.docx", body)))

    assert words(sheets) == ["Een", "Twee", "Drie"]
    assert [(sheet.number, sheet.of) for sheet in sheets] == [(1, 3), (2, 3), (3, 3)]


def test_each_picture_stands_on_its_own_page(tmp_path):
    body = paragraph("Een") + drawing("rId1", "Noor op de ski") + PAGE_BREAK + paragraph("Twee") + drawing("rId2")
    other = encoded(picture(160, 160, seed=3), "PNG")
    path = docx(tmp_path, "a.docx", body, with_pictures({"een.jpeg": PHOTO, "twee.png": other}))

    first, second = docx_sheets(path)

    assert [(one.name, one.alt, one.data) for one in first.pictures] == [("een.jpeg", "Noor op de ski", PHOTO)]
    assert [one.data for one in second.pictures] == [other]


def test_what_stands_in_the_foot_and_what_was_deleted_counts(tmp_path):
    body = paragraph("Een") + "<w:p><w:del><w:r><w:delText>Olaf bleef zitten</w:delText></w:r></w:del></w:p>"
    foot = f"<w:ftr {W} {R}>{paragraph('Bel 06-12345678')}</w:ftr>".encode()

    [sheet] = docx_sheets(docx(tmp_path, "a.docx", body, {"word/footer1.xml": foot}))

    assert "Olaf bleef zitten" in sheet.words
    assert "Bel 06-12345678" in sheet.words


def test_words_for_older_programs_are_not_read_twice(tmp_path):
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<mc:AlternateContent {mc}><mc:Choice>{paragraph('Een')}</mc:Choice>"
        f"<mc:Fallback>{paragraph('Een')}</mc:Fallback></mc:AlternateContent>"
    )

    assert words(docx_sheets(docx(tmp_path, "a.docx", body))) == ["Een"]


def test_a_picture_that_is_in_the_file_and_on_no_page_is_looked_at(tmp_path):
    [sheet] = docx_sheets(docx(tmp_path, "a.docx", paragraph("Een"), {"word/media/oud.jpeg": PHOTO}))

    assert [one.name for one in sheet.pictures] == ["oud.jpeg"]


def test_what_a_document_points_at_elsewhere_or_carries_inside_is_named(tmp_path):
    rows = relations(("rId1", "image", "https://elders.example/a.jpg", True))
    parts = {"word/_rels/document.xml.rels": rows, "word/embeddings/cijfers.xlsx": b"x"}

    [sheet] = docx_sheets(docx(tmp_path, "a.docx", drawing("rId1"), parts))

    assert set(sheet.missed) == {Missed("a.jpg", "elsewhere"), Missed("cijfers.xlsx", "file_inside")}


def test_a_picture_is_never_fetched_from_outside_the_document(tmp_path):
    put(tmp_path, "geheim.jpg", PHOTO)
    rows = relations(("rId1", "image", "../../geheim.jpg", False), ("rId2", "image", "/etc/passwd", False))

    [sheet] = docx_sheets(
        docx(tmp_path, "a.docx", drawing("rId1") + drawing("rId2"), {"word/_rels/document.xml.rels": rows})
    )

    assert sheet.pictures == ()
    assert {miss.code for miss in sheet.missed} == {"damaged"}


def swollen(folder):
    return packed(folder, "a.docx", {"word/document.xml": b"<x>" + b" " * BOMB})


def with_entity(folder):
    xml = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + document("&b;")[21:]
    return packed(folder, "a.docx", {"word/document.xml": xml})


def with_file_of_the_computer(folder):
    xml = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + document("&a;")[21:]
    return packed(folder, "a.docx", {"word/document.xml": xml})


def too_deep(folder):
    return docx(folder, "a.docx", "<w:p>" * (DEEPEST + 5) + "</w:p>" * (DEEPEST + 5))


def broken_xml(folder):
    return packed(folder, "a.docx", {"word/document.xml": document("<w:p>")[:-40]})


def with_many_parts(folder):
    return packed(folder, "a.docx", {f"word/{at}.xml": b"" for at in range(6_000)})


def no_document(folder):
    return packed(folder, "a.docx", {"brief.txt": b"hallo"})


def half(folder):
    path = docx(folder, "a.docx", paragraph("Een"), with_pictures({"een.jpeg": PHOTO}))
    return put(folder, "half.docx", path.read_bytes()[:300])


def with_password(folder):
    return put(folder, "a.docx", b"\xd0\xcf\x11\xe0" + b"\x00" * 600)


def lying_about_its_size(folder):
    path = docx(folder, "a.docx", paragraph("Een" * 5_000))
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    whole = size.to_bytes(4, "little")
    return put(folder, "liegt.docx", bytes(content).replace(whole, (10).to_bytes(4, "little")))


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (swollen, {"bomb", "too_large"}),
        (with_entity, {"forbidden_xml"}),
        (with_file_of_the_computer, {"forbidden_xml"}),
        (too_deep, {"too_deep"}),
        (broken_xml, {"damaged"}),
        (with_many_parts, {"bomb"}),
        (no_document, {"no_docx"}),
        (half, {"damaged"}),
        (with_password, {"encrypted"}),
        (lying_about_its_size, {"damaged"}),
    ],
)
def test_a_hostile_word_document_is_named_and_breaks_nothing(tmp_path, made, code):
    with pytest.raises(NotReadable) as refused:
        list(docx_sheets(made(tmp_path)))

    assert refused.value.code in code


def test_a_page_that_is_too_long_is_read_in_part_and_says_so(tmp_path):
    [sheet] = docx_sheets(docx(tmp_path, "a.docx", paragraph("woord " * WORDS)))

    assert len(sheet.words) == WORDS
    assert Missed("bladzijde 1", "too_many_words") in sheet.missed


def test_a_pdf_is_read_page_by_page(tmp_path):
    path = put(tmp_path, "a.pdf", pdf([("Nieuws van groep 5, eerste bladzijde", (PHOTO,)), ("Twee", ())]))

    first, second = pdf_sheets(path)

    assert (first.words, second.words) == ("Nieuws van groep 5, eerste bladzijde", "Twee")
    assert [one.data for one in first.pictures] == [PHOTO]
    assert (first.number, first.of, second.number) == (1, 2, 2)


def test_a_remark_on_a_page_and_what_was_filled_in_count(tmp_path):
    notes = "[<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Olaf bleef zitten) /V (06-12345678) >>]"
    content = pdf([("Een", ())]).replace(b"/Type /Page /Parent", f"/Type /Page /Annots {notes} /Parent".encode())

    [sheet] = pdf_sheets(put(tmp_path, "a.pdf", content))

    assert sheet.words == "Een\nOlaf bleef zitten\n06-12345678"


def test_a_scan_is_named_because_its_words_are_not_read(tmp_path):
    [sheet] = pdf_sheets(put(tmp_path, "a.pdf", pdf([("", (PHOTO,))])))

    assert Missed("bladzijde 1", "words_in_picture") in sheet.missed


def test_a_picture_that_is_no_jpeg_is_rebuilt(tmp_path):
    written = io.BytesIO()
    Image.new("RGB", (80, 60), "red").save(written, "PDF", resolution=72)
    put(tmp_path, "a.pdf", written.getvalue())
    plain = pypdf.PdfWriter(clone_from=tmp_path / "a.pdf")
    plain.write(tmp_path / "b.pdf")

    [sheet] = pdf_sheets(tmp_path / "b.pdf")

    with Image.open(io.BytesIO(sheet.pictures[0].data)) as found:
        assert found.size == (80, 60)


def encrypted(folder, password):
    written = pypdf.PdfWriter(clone_from=put(folder, "open.pdf", pdf([("Geheim", ())])))
    written.encrypt(password, "baas", algorithm="AES-256")
    written.write(folder / "dicht.pdf")
    return folder / "dicht.pdf"


def test_a_pdf_with_a_password_is_named(tmp_path):
    with pytest.raises(NotReadable) as refused:
        list(pdf_sheets(encrypted(tmp_path, "lastig")))

    assert refused.value.code == "encrypted"


def test_a_pdf_that_only_its_maker_may_change_is_read(tmp_path):
    assert words(pdf_sheets(encrypted(tmp_path, ""))) == ["Geheim"]


def test_a_file_inside_a_pdf_is_named(tmp_path):
    told = "/Names << /EmbeddedFiles << /Names [] >> >>"

    [sheet] = pdf_sheets(put(tmp_path, "a.pdf", pdf([("Een", ())], more=told)))

    assert Missed("bijlage", "file_inside") in sheet.missed


def test_a_picture_that_says_it_is_enormous_is_not_opened(tmp_path):
    content = pdf([("Nieuws van de hele school", (PHOTO,))]).replace(b"/Width 160", b"/Width 99999")

    [sheet] = pdf_sheets(put(tmp_path, "a.pdf", content))

    assert sheet.pictures == ()
    assert [miss.code for miss in sheet.missed] == ["too_many_pixels"]


def read_or_named(path):
    """The pages, each with something read or named; or the code by which the whole is named."""
    try:
        return [bool(sheet.words or sheet.missed) for sheet in pdf_sheets(path)]
    except NotReadable as refused:
        return refused.code


ONE = pdf([("Een", ())])
BROKEN = {
    "leeg": b"",
    "alleen een kop": b"%PDF-1.7\n",
    "nullen": b"%PDF-1.7\n" + b"\x00" * 5_000,
    "half": ONE[:200],
    "telt verkeerd": ONE.replace(b"/Count 1", b"/Count 99999999").replace(b"/Kids [4 0 R]", b"/Kids []"),
    "kind van zichzelf": ONE.replace(b"/Parent 2 0 R", b"/Parent 4 0 R"),
    "ring": ONE.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "geen bladzijde": pdf([]),
    "een zip": b"PK\x03\x04" + b"\x00" * 300,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pdf_is_named_or_read_and_breaks_nothing(tmp_path, name):
    told = read_or_named(put(tmp_path, "a.pdf", BROKEN[name]))

    assert told == "damaged" or (told and all(told))
