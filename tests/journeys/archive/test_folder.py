"""A folder judged: every page, photo, text and newsletter once, and what could not be read by name."""

import os

import pytest

from magdit.check.archive.html_pieces import AROUND
from tests.check.archive.makers import PAGE_BREAK, docx, paragraph
from tests.check.images.makers import put
from tests.journeys.archive.archives import CountingEyes, check_folder, laid_out, lines_of, photo


@pytest.fixture
def root(tmp_path):
    return laid_out(tmp_path / "map")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "uit"


def test_each_thing_is_judged_in_its_place(root, out):
    found = check_folder(root, out)

    assert {place: told["level"] for place, told in found.items()} == {
        (AROUND, None): "zeker",
        ("brief.docx", 1): "gezichten",
        ("brief.docx", 2): "zeker",
        ("film.mp4", None): "niet_bekeken",
        ("foto/los.jpg", None): "gezichten",
        ("kamp.html", None): "zeker",
        ("krant.pdf", 1): "gezichten_groep",
        ("krant.pdf", 2): "niets",
        ("reis.html", None): "gezichten_groep",
        ("sport.txt", None): "niets",
    }


def test_every_picture_is_looked_at_once(root, out):
    eyes = CountingEyes()

    check_folder(root, out, look=eyes)

    assert sorted(eyes.looked) == sorted(photo(seed) for seed in (1, 2, 3, 4))


def test_what_was_found_is_told_without_the_value(root, out):
    told = check_folder(root, out)[("brief.docx", 2)]

    assert "telefoonnummer" in told["findings"]
    assert "06-12345678" not in "".join(lines_of(out))


def test_a_citizen_number_stands_nowhere_also_not_as_a_name(tmp_path, out):
    (tmp_path / "map").mkdir()
    put(tmp_path / "map", "bsn_111222333.txt", b"Het BSN van Noor is 111222333.")

    found = check_folder(tmp_path / "map", out)

    assert [told["level"] for told in found.values()] == ["zeker"]
    assert "111222333" not in "".join(lines_of(out))


def test_originals_stay_as_they_were_and_nothing_is_left_behind(root, out):
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    check_folder(root, out)

    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    assert [path.name for path in out.iterdir()] == ["voortgang.jsonl"]


def test_a_file_that_changed_is_judged_again_and_the_others_are_not(root, out):
    check_folder(root, out)
    before = len(lines_of(out))
    put(root, "sport.txt", b"Bel mij op 06-12345678.")
    eyes = CountingEyes()

    found = check_folder(root, out, look=eyes)

    assert found[("sport.txt", None)]["level"] == "zeker"
    assert (len(lines_of(out)), eyes.looked) == (before + 1, [])


def test_a_file_that_was_taken_away_is_no_longer_told(root, out):
    check_folder(root, out)
    (root / "brief.docx").unlink()

    assert not any(place == "brief.docx" for place, _ in check_folder(root, out))


def test_a_newsletter_that_became_shorter_keeps_no_page_of_before(root, out):
    check_folder(root, out)
    docx(root, "brief.docx", paragraph("Alleen dit nog, voor iedereen."))

    found = check_folder(root, out)

    assert [page for place, page in found if place == "brief.docx"] == [1]


def test_an_edge_that_no_page_has_any_more_is_no_longer_told(root, out):
    check_folder(root, out)
    for name in ("reis.html", "kamp.html"):
        put(root, name, b"<main>Morgen is er sportdag voor iedereen.</main>")

    assert (AROUND, None) not in check_folder(root, out)


def test_links_are_named_and_not_followed_and_hidden_files_and_the_report_are_left_alone(root):
    put(root.parent, "geheim.txt", b"Bel 06-12345678")
    os.symlink(root.parent / "geheim.txt", root / "link.txt")
    os.symlink(root.parent, root / "omhoog")
    put(root, ".verborgen.txt", b"Bel 06-12345678")
    check_folder(root, root / "verslag")

    found = check_folder(root, root / "verslag")

    assert {place for place, _ in found}.isdisjoint({"omhoog/geheim.txt", ".verborgen.txt"})
    assert [found[(name, None)]["level"] for name in ("link.txt", "omhoog")] == ["niet_bekeken", "niet_bekeken"]
    assert not any("verslag" in place for place, _ in found)


def test_a_folder_that_may_not_be_opened_is_named(root, out, monkeypatch):
    real = os.scandir

    def shut(path):
        if str(path).endswith("foto"):
            raise PermissionError(13, "geen rechten", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", shut)

    assert check_folder(root, out)[("foto", None)]["level"] == "niet_bekeken"


@pytest.mark.parametrize(
    "source", ["../geheim.jpg", "/etc/passwd", "foto/../../geheim.jpg", "%2e%2e/geheim.jpg", "C:\\x.jpg"]
)
def test_a_page_shows_nothing_from_outside_the_folder(tmp_path, out, source):
    (tmp_path / "map").mkdir()
    put(tmp_path, "geheim.jpg", photo())
    put(tmp_path / "map", "a.html", f"<main>Tekst<img src='{source}'></main>".encode())
    eyes = CountingEyes()

    found = check_folder(tmp_path / "map", out, look=eyes)

    assert eyes.looked == []
    assert found[("a.html", None)]["level"] == "niet_bekeken"


NAMES = [
    "a..jpg",
    "-rf.jpg",
    "a\nb.jpg",
    "a\x1b[31m.jpg",
    "\u202egpj.exe.jpg",
    "<script>.jpg",
    "=1+1.jpg",
    "a" * 200 + ".jpg",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_an_odd_name_is_judged_as_any_other(tmp_path, out, name):
    (tmp_path / "map").mkdir()
    put(tmp_path / "map", name, photo())

    assert [told["level"] for told in check_folder(tmp_path / "map", out).values()] == ["gezichten"]


def test_a_name_that_is_no_text_is_judged_too(tmp_path, out):
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / os.fsdecode(b"reis\xff.jpg")).write_bytes(photo())

    assert [told["level"] for told in check_folder(tmp_path / "map", out).values()] == ["gezichten"]


HOSTILE = {
    "leeg.jpg": b"",
    "geen.jpg": b"MZ\x90 dit is geen foto",
    "kapot.pdf": b"%PDF-1.7 kapot",
    "kapot.docx": b"PK\x03\x04 kapot",
    "nul.html": b"<p>a\x00b</p>",
    "nul.txt": b"a\x00b",
    "oud.doc": b"\xd0\xcf\x11\xe0",
    "svg.svg": b"<svg><script>alert(1)</script></svg>",
    "iets.xyz": b"iets",
}


def test_what_cannot_be_read_is_named_and_never_clean(tmp_path, out):
    (tmp_path / "map").mkdir()
    for name, content in HOSTILE.items():
        put(tmp_path / "map", name, content)

    found = check_folder(tmp_path / "map", out)

    assert {place: told["level"] for (place, _), told in found.items()} == dict.fromkeys(HOSTILE, "niet_bekeken")
    assert all(told["missed"] and told["verdict"] == "eerst_weten" for told in found.values())


def test_a_newsletter_that_breaks_halfway_keeps_the_pages_before_and_is_told_once(tmp_path, out):
    (tmp_path / "map").mkdir()
    body = paragraph("Bel 06-12345678") + PAGE_BREAK + paragraph("Twee")
    path = docx(tmp_path / "map", "a.docx", body, {"word/footer1.xml": b"<kapot"})
    first = check_folder(path, out)
    before = lines_of(out)

    again = check_folder(path, out)

    assert {page: told["level"] for (_, page), told in first.items()} == {1: "zeker", None: "niet_bekeken"}
    assert first[("a.docx", None)]["missed"] == ["na bladzijde 1: niet bekeken, want het bestand is beschadigd."]
    assert (again, lines_of(out)) == (first, before)
