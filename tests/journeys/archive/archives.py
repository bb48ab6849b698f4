"""A small archive of an invented school, and a check of it with eyes that only count."""

from datetime import datetime
from functools import cache
from pathlib import Path

from magdit.check.archive.judging import Terms
from magdit.check.archive.sight import Sight
from magdit.check.tables.roster import Person, Roster
from magdit.journeys.archive.folder import Folder
from magdit.journeys.archive.progress import NAME, head_of, opened
from magdit.journeys.archive.run import Work, check_archive, work_folder
from magdit.protocols.library import Library
from tests.check.archive.makers import PAGE_BREAK, docx, drawing, paragraph, pdf, with_pictures
from tests.check.images.makers import encoded, picture, put

PEOPLE = Roster((
    Person("101", "Noor", "van", "Dijk", group="5"),
    Person("104", "Olaf", "", "Willems", group="5"),
    Person("103", "Sem", "de", "Boer", group="4V"),
))  # fmt: skip
FACES = 3  # that the counting eyes see in a picture wider than it is high


@cache
def book():
    return Library().book("osvs")


def terms(**more) -> Terms:
    given = {"roles": ("communicatiemedewerker",), "medium": "website", "moment": datetime(2026, 11, 20, 12, 0)}
    return Terms(book(), **{**given, "roster": PEOPLE, **more})


class CountingEyes:
    """Looks at pictures without looking, and remembers at which."""

    def __init__(self) -> None:
        self.looked: list[bytes] = []

    def __call__(self, paths):
        for path in paths:
            content = path.read_bytes()
            self.looked.append(content)
            if content.startswith((b"\xff\xd8", b"\x89PNG")):
                yield path, Sight("0" * 64, 160, 120, FACES)
            else:
                yield path, "not_an_image"


def photo(seed: int = 1) -> bytes:
    return encoded(picture(160, 120, seed=seed), "JPEG")


def laid_out(root: Path) -> Path:
    """A site on a stick: two pages with one edge, photos, a text, newsletters."""
    root.mkdir()
    (root / "foto").mkdir()
    edge = "<footer>Directeur: Fatima. Bel 06-12345678.</footer>"
    put(root, "reis.html", f"<title>Reis</title><main>Groep 5 op reis.<img src='foto/reis.jpg'></main>{edge}".encode())
    put(root, "kamp.html", f"<main>Op kamp. <img src='foto/reis.jpg' alt='Olaf Willems'></main>{edge}".encode())
    put(root / "foto", "reis.jpg", photo())
    put(root / "foto", "los.jpg", photo(2))
    put(root, "sport.txt", b"Morgen is er sportdag voor iedereen.")
    put(root, "film.mp4", b"film")
    body = paragraph("Een") + drawing("rId1") + PAGE_BREAK + paragraph("Bel Noor van Dijk op 06-12345678")
    docx(root, "brief.docx", body, with_pictures({"een.jpeg": photo(3)}))
    put(root, "krant.pdf", pdf([("Nieuws van groep 5 van deze week", (photo(4),)), ("Nog meer nieuws", ())]))
    return root


def check(source, out: Path, *, look=None, **more):
    """Run a check as the command does; gives what was found, by place and page."""
    out.mkdir(exist_ok=True)
    progress = opened(out, head_of("bron", terms(**more)))
    try:
        with work_folder(out) as folder:
            found = check_archive(source(folder), Work(terms(**more), progress, folder, look=look or CountingEyes()))
    finally:
        progress.close()
    return {(told["place"], told["page"]): told for told in found}


def check_folder(root: Path, out: Path, **more):
    return check(lambda work: Folder(root, beside=out), out, **more)


def lines_of(out: Path) -> list[str]:
    return (out / NAME).read_text().splitlines()
