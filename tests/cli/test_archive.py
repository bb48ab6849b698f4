"""`magdit archive check`: the report that a school works with, what is on the screen, and how it ends."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from magdit.cli import archive_progress
from tests.check.archive.makers import PAGE_BREAK, docx, drawing, paragraph, with_pictures
from tests.check.archive.test_lists_of_pages import urlset
from tests.check.draft.school import CONSENTS, ROSTER, put, side_by_side, yes
from tests.check.images.makers import encoded, picture, telling_exif
from tests.cli.conftest import PACKS
from tests.cli.golden import assert_golden
from tests.journeys.archive.loopback import serving

DAY = "2026-11-20T12:00"


def photo(*who):
    return encoded(side_by_side(*who), "JPEG", quality=95)


@pytest.fixture
def archive(magdit, here):
    """The command under the small protocol of these tests, on a day that does not pass."""
    put(here, "leerlingen.csv", ROSTER.encode())
    put(here, "toestemming.csv", "\n".join([CONSENTS, yes(101), ""]).encode())
    lists = ("--leerlingen", "leerlingen.csv", "--toestemming", "toestemming.csv")

    def command(*words, lists=lists, moment=DAY):
        return magdit("archive", "check", *words, *lists, "--protocol", "dorp", "--packs", PACKS, "--moment", moment)

    return command


@pytest.fixture
def stick(here):
    """What a school has lying about: a page, a photo, a text, a newsletter, and files that cannot be read."""
    root = here / "site"
    root.mkdir()
    put(
        root,
        "reis.html",
        b"<title>Op reis</title><main><p>Groep 5 ging op reis.</p><img src='reis.jpg'></main>",
    )
    put(root, "reis.jpg", photo("noor", "olaf"))
    put(root, "los.jpg", photo("sem"))
    put(root, "leeg.jpg", photo("nobody"))
    put(root, "oproep.txt", b"Vragen? Bel Olaf Willems op 06-12345678.")
    put(root, "sport.md", b"Morgen is er sportdag voor iedereen.")
    put(root, "kapot.pdf", b"%PDF-1.7")
    body = paragraph("Nieuws") + PAGE_BREAK + paragraph("Olaf Willems won.") + drawing("rId1", "groep 5")
    docx(root, "krant.docx", body, with_pictures({"een.jpeg": photo("olaf")}))
    return root


class Words(HTMLParser):
    """A page as people read it, a block a line."""

    def __init__(self):
        super().__init__()
        self.told, self.quiet = [], False

    def handle_starttag(self, tag, attrs):
        self.quiet = tag == "style"
        self.told.append("\n" if tag in {"p", "h1", "h2", "h3", "tr", "li", "article", "dt", "br", "section"} else " ")

    def handle_endtag(self, tag):
        self.quiet = False

    def handle_data(self, data):
        if not self.quiet:
            self.told.append(data)


def words_of(page):
    reader = Words()
    reader.feed(page)
    lines = (" ".join(line.split()) for line in "".join(reader.told).splitlines())
    return "\n".join(line for line in lines if line)


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_report_tells_the_worst_first_and_why(archive, stick, here):
    ended = archive("site")

    assert ended.code == 1
    page = (here / "archief-verslag" / "verslag.html").read_text(encoding="utf-8")
    assert_golden("archief", "verslag", words_of(page))
    assert_golden("archief", "scherm", ended.out)


def test_the_list_of_tasks_says_who_and_before_when(archive, stick, here):
    archive("site")

    rows = rows_of(here / "archief-verslag" / "verslag.csv")
    told = [
        ";".join(row[name] for name in ("nummer", "ernst", "waar", "bladzijde", "artikelen", "wie", "uiterlijk"))
        for row in rows
    ]
    assert_golden("archief", "taken", "\n".join(told))
    assert {(row["gedaan op"], row["bewijs"]) for row in rows} == {("", "")}


def test_the_page_asks_nothing_of_anyone_and_runs_nothing(archive, stick, here):
    archive("site")

    page = (here / "archief-verslag" / "verslag.html").read_text(encoding="utf-8")
    assert re.findall(r"<(?:script|img|link|iframe|object|form)\b|\bon\w+=|url\(|@import", page) == []
    assert "default-src 'none'" in page
    assert [match for match in re.findall(r'(?:src|href)="([^"]*)"', page) if not match.startswith("#")] == []


def test_the_report_is_for_its_user_alone(archive, stick, here):
    archive("site")

    out = here / "archief-verslag"
    assert out.stat().st_mode & 0o077 == 0
    assert [path.name for path in out.iterdir() if path.stat().st_mode & 0o077] == []
    assert sorted(path.name for path in out.iterdir()) == ["verslag.csv", "verslag.html", "voortgang.jsonl"]


def test_found_values_stand_in_none_of_the_files(archive, stick, here):
    archive("site")

    for path in (here / "archief-verslag").iterdir():
        assert b"06-12345678" not in path.read_bytes()
        assert b"\xff\xd8\xff" not in path.read_bytes()


def test_names_that_would_be_a_formula_or_a_tag_are_only_words(archive, here):
    (here / "site").mkdir()
    for name in ("=HYPERLINK(1).jpg", "@som.jpg", "<img src=x onerror=alert(1)>.jpg", "a\x1b[31m\u202eb.jpg"):
        put(here / "site", name, photo("sem"))

    ended = archive("site")

    page = (here / "archief-verslag" / "verslag.html").read_text(encoding="utf-8")
    assert "<img" not in page
    places = [row["waar"] for row in rows_of(here / "archief-verslag" / "verslag.csv")]
    assert [place for place in places if place.startswith(("=", "@"))] == []
    assert not re.search("[\x1b\u202e]", page + "".join(places) + ended.out + ended.err)


def test_without_anything_to_object_to_it_ends_well(archive, here):
    (here / "site").mkdir()
    put(here / "site", "sport.txt", b"Morgen is er sportdag voor iedereen.")

    ended = archive("site")

    assert (ended.code, "0  Mag zo niet blijven staan" in ended.out) == (0, True)
    assert rows_of(here / "archief-verslag" / "verslag.csv") == []


def test_the_place_in_a_photo_is_told(archive, here):
    (here / "site").mkdir()
    put(here / "site", "reis.jpg", encoded(picture(160, 120), "JPEG", exif=telling_exif()))

    archive("site")

    assert "waar de foto gemaakt is: reis.jpg" in (here / "archief-verslag" / "verslag.html").read_text(
        encoding="utf-8"
    )


def test_a_second_time_it_says_the_same_and_looks_at_nothing(archive, stick, here):
    first = archive("site")
    before = (here / "archief-verslag" / "voortgang.jsonl").read_bytes()

    second = archive("site", moment="2026-12-24T12:00")

    assert (second.code, second.out) == (first.code, first.out)
    assert (here / "archief-verslag" / "voortgang.jsonl").read_bytes() == before


def test_asked_for_it_begins_again_on_the_new_day(archive, stick, here):
    archive("site")

    archive("site", "--opnieuw", moment="2027-01-08T12:00")

    assert "8 januari 2027" in (here / "archief-verslag" / "verslag.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("case", "change"),
    [
        ("andere lijst", lambda here: put(here, "toestemming.csv", f"{CONSENTS}\n{yes(104)}\n".encode())),
        ("kapotte voortgang", lambda here: put(here / "archief-verslag", "voortgang.jsonl", b"kapot\n{}\n")),
    ],
)
def test_it_does_not_go_on_under_something_else(archive, stick, here, case, change):
    archive("site")
    change(here)

    ended = archive("site")

    assert (ended.code, ended.out) == (2, "")
    assert_golden("archief", case, ended.err)


def test_another_protocol_is_another_check(archive, stick, magdit):
    archive("site")

    ended = magdit("archive", "check", "site", "--protocol", "osvs")

    assert ended.code == 2
    assert "een ander protocol" in ended.err


def test_one_newsletter_is_checked_page_by_page(archive, stick, here):
    ended = archive("site/krant.docx")

    assert ended.code == 1
    assert [row["bladzijde"] for row in rows_of(here / "archief-verslag" / "verslag.csv")] == ["2"]


def test_progress_is_told_beside_the_answer(archive, stick, monkeypatch):
    monkeypatch.setattr(archive_progress, "EVERY", 2)

    ended = archive("site")

    assert "2 van 8: " in ended.err
    assert " van 8: " not in ended.out


class Terminal(io.StringIO):
    """A place where a bar can be drawn."""

    def isatty(self):
        return True


def test_on_a_terminal_progress_is_a_bar(archive, stick, monkeypatch):
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    ended = archive("site")

    assert ended.code == 1
    assert "8/8" in screen.getvalue()


WRONG = {
    "niets opgegeven": "",
    "bron die er niet is": "weg",
    "lege map": "leeg",
    "map met alleen opmaak": "opmaak",
    "verslag in de bron": "leeg --uit leeg",
    "sitemap die er geen is": "lijst.xml",
    "geen webadres": "ftp://school.example/",
    "adres in het eigen netwerk": "http://127.0.0.1/",
    "site die er niet is": "http://127.0.0.1:9/ --eigen-netwerk --pauze 0",
    "te lange pauze": "leeg --pauze 500",
    "onbekend medium": "leeg --medium webside",
    "verslag op de plek van een bestand": "leeg --uit lijst.xml",
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_checked_is_explained(archive, here, case):
    for folder in ("leeg", "opmaak"):
        (here / folder).mkdir()
    put(here / "opmaak", "stijl.css", b"p{}")
    put(here, "lijst.xml", b"<html></html>")

    ended = archive(*WRONG[case].split())

    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert_golden("archief", f"fout: {case}", ended.err)


def test_a_site_is_checked_by_its_sitemap(archive, here):
    with serving() as site:
        site.put("/reis", "<main>Bel Olaf Willems op 06-12345678.</main>")
        put(here, "sitemap.xml", urlset(f"{site.root}/reis"))

        ended = archive("sitemap.xml", "--eigen-netwerk", "--pauze", "0")

        [row] = rows_of(here / "archief-verslag" / "verslag.csv")
        assert (ended.code, row["waar"], row["ernst"]) == (1, f"{site.root}/reis", "Mag zo niet blijven staan")


def test_without_a_list_of_pupils_the_report_says_so(archive, stick, here):
    archive("site", lists=())

    assert "Zonder leerlingenlijst" in (here / "archief-verslag" / "verslag.html").read_text(encoding="utf-8")
