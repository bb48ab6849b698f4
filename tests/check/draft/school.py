"""A small school on paper: the lists a teacher hands in and the photos of a trip. Everyone on the lists is invented."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from magdit.check.draft.check import Checked, check
from magdit.check.draft.draft import Draft, Says
from magdit.check.draft.look import Eyes
from magdit.check.images.faces import SEEN, Face, FaceFinder
from magdit.check.tables.consents import read_consents
from magdit.check.tables.roster import read_roster
from magdit.check.tables.shown import read_shown
from magdit.norms.judge import Book
from magdit.protocols.library import Library
from magdit.wording.sentences import sentences_of
from tests.check.images.makers import encoded, put

PHOTOS = Path(__file__).resolve().parents[3] / "src" / "magdit" / "demo" / "photos"
FRIDAY = datetime(2026, 11, 20, 14, 0)
SIDE = 160  # of the tile in which one face is laid

# Noor (9) and Sem (16) go to school here, Bram teaches, Olaf (9) must not be shown.
ROSTER = """\
id;voornaam;tussenvoegsel;achternaam;rol;geboortedatum;groep
101;Noor;van;Dijk;leerling;03-03-2017;5
103;Sem;de;Boer;leerling;14-02-2010;4V
104;Olaf;;Willems;leerling;09-06-2017;5
901;Bram;;Visser;leerkracht;12-05-1988;
"""
# What a teacher answers once, so that these tests are about photos and words and not about other questions.
ORDINARY = {
    "betreft_school": True,
    "platformafspraken": "gemaakt",
    "tijdens_les": False,
    "lesopname": False,
    "situatie": "op_het_werk",
    "doel": ["schoolnieuws"],
    "publiek": "openbaar",
}
CONSENTS = "id;door;staat;datum;vorm;dekt;kanalen"
SHOWN = "id;voornaam;achternaam;foto;gezicht;herkenbaar;genoemd;bovenkleding;rol"
EVERYWHERE = "instagram, website, ouderportaal"

# Where a face lies in the photographs of the demo, with room around it. None of these people is at a school here.
TILES = {
    "noor": ("skier.jpg", (305, 9, 437, 153)),
    "sem": ("astronaut.png", (75, 0, 375, 300)),
    "olaf": ("crossing.jpg", (16, 100, 96, 180)),
    "nobody": ("skier.jpg", (0, 280, 140, 420)),
}


class RememberingFinder:
    """The real finder, that looks at the same pixels only once in all tests."""

    def __init__(self) -> None:
        self.known = {}

    def find(self, pixels, threshold):
        key = hashlib.sha256(pixels.tobytes()).hexdigest(), threshold
        if key not in self.known:
            self.known[key] = FaceFinder.load().find(pixels, threshold)
        return self.known[key]

    def glance(self, pixels, *, long_side, threshold):
        key = hashlib.sha256(pixels.tobytes()).hexdigest(), threshold, long_side
        if key not in self.known:
            self.known[key] = FaceFinder.load().glance(pixels, long_side=long_side, threshold=threshold)
        return self.known[key]


FINDER = RememberingFinder()
LOOKING = Eyes(load_finder=lambda: FINDER)


@dataclass(frozen=True)
class School:
    """Writes what a school would hand in to one folder, and reads it with the real readers."""

    folder: Path
    library: Library = field(default_factory=Library)

    def book(self, protocol: str = "osvs") -> Book:
        return self.library.book(protocol)

    def photo(self, name: str, *who: str, **saved) -> Path:
        """A photo with these faces side by side, from left to right."""
        kind = "PNG" if name.lower().endswith("png") else "JPEG"
        return put(self.folder, name, encoded(side_by_side(*who), kind, **({"quality": 95} | saved)))

    def table(self, name: str, heading: str, *rows: str) -> Path:
        return put(self.folder, name, "\n".join([heading, *rows, ""]).encode())

    def roster(self):
        return read_roster(put(self.folder, "leerlingen.csv", ROSTER.encode()))

    def consents(self, *rows: str):
        return read_consents(self.table("toestemming.csv", CONSENTS, *rows), self.roster())

    def shown(self, *rows: str):
        return read_shown(self.table("in-beeld.csv", SHOWN, *(padded(row, SHOWN) for row in rows)), self.roster())

    def draft(self, *photos: Path, medium: str = "instagram", says: Says | None = None, **more) -> Draft:
        """A post by teacher Bram with the school's account, on a platform with which the board made agreements."""
        told = {**ORDINARY, **more.pop("told", {})}
        given = {"roles": ("leerkracht",), "moment": FRIDAY, "for_school": True, "roster": self.roster(), **more}
        return Draft(medium=medium, photos=photos, says=says or Says(), told=told, **given)

    def check(self, draft: Draft, *wanted: str, protocol: str = "osvs", to: str | None = None, eyes=None) -> Checked:
        book = self.book(protocol)
        folder = self.folder / (to or "schoon") if wanted or to else None
        return check(draft, book, sentences=sentences_of(book), wanted=wanted, folder=folder, eyes=eyes or LOOKING)


def yes(
    person: int, *, by: str = "ouder", on: str = "02-09-2026", covers: str = "foto, video", where=EVERYWHERE
) -> str:
    """A valid yes for this school year, unless told otherwise."""
    return f"{person};{by};gegeven;{on};digitaal akkoord;{covers};{where}"


def no(person: int, *, state: str = "geweigerd", by: str = "ouder", on: str = "02-09-2026") -> str:
    return f"{person};{by};{state};{on};digitaal akkoord;foto, video;"


def padded(row: str, heading: str) -> str:
    """A row with the empty cells at its end that one does not want to count out."""
    return row + ";" * (heading.count(";") - row.count(";"))


@lru_cache
def tile(who: str) -> Image.Image:
    source, box = TILES[who]
    with Image.open(PHOTOS / source) as image:
        return image.convert("RGB").crop(box).resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def side_by_side(*who: str) -> Image.Image:
    image = Image.new("RGB", (SIDE * len(who), SIDE))
    for at, name in enumerate(who):
        image.paste(tile(name), (SIDE * at, 0))
    return image


def faces_in(path: Path) -> tuple[Face, ...]:
    with Image.open(path) as image:
        return FINDER.find(np.asarray(image.convert("RGB")), SEEN)


def pixels_of(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(int)
