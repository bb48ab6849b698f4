"""What a teacher reads: whole answers as they come on the terminal, under the small protocol of these tests."""

import pytest
from PIL import Image

from magdit.check.draft import look
from tests.check.draft.school import CONSENTS, ROSTER, SHOWN, no, padded, put, yes
from tests.check.images.clips import clip
from tests.check.images.makers import encoded, telling_exif
from tests.cli.golden import assert_golden

TEXT = "Noor van Dijk en Sem in de sneeuw. Vragen? Bel Bram: 06 12345678."


@pytest.fixture
def class_trip(check, school):
    """A photo of Noor, whose parents said no, and Sem, who said yes himself."""
    photo = school.photo("reis.jpg", "noor", "sem")
    put(school.folder, "leerlingen.csv", ROSTER.encode())
    school.table("toestemming.csv", CONSENTS, no(101), yes(103, by="leerling"), yes(104, on="02-09-2025"))
    rows = ("101;;;reis.jpg;1", "103;;;reis.jpg;2")
    school.table("in-beeld.csv", SHOWN, *(padded(row, SHOWN) for row in rows))
    lists = ("--leerlingen", "leerlingen.csv", "--toestemming", "toestemming.csv")

    def ask(*words, shown=("--in-beeld", "in-beeld.csv"), medium="website"):
        return check(photo.name, *lists, *shown, *words, "--namens-school", "--laag", "protocol", medium=medium)

    return ask


def test_mag(check):
    ended = check("--tekst", "Vrijdag is de musical.", "--laag", "protocol")

    assert_golden("antwoorden", "mag", ended.out)


def test_mag_niet(check):
    ended = check("--tekst", "Vrijdag is de musical.", "--laag", "protocol", medium="tiktok")

    assert_golden("antwoorden", "mag niet", ended.out)


def test_vraag(check):
    ended = check("--tekst", "Vrijdag is de musical.", "--laag", "protocol", medium="facebook")

    assert_golden("antwoorden", "vraag", ended.out)


def test_mag_mits(class_trip):
    assert_golden("antwoorden", "mag mits", class_trip("--tekst", TEXT).out)


def test_after_mending(class_trip):
    ended = class_trip("--tekst", TEXT, "--herstel", "alles", "--niet-meer-herkenbaar")

    assert_golden("antwoorden", "na het herstel", ended.out)


def test_after_mending_when_nobody_looked_whether_someone_is_still_recognisable(class_trip):
    assert_golden("antwoorden", "verborgen maar nog niet bekeken", class_trip("--herstel", "alles").out)


def test_eerst_weten(class_trip):
    assert_golden("antwoorden", "eerst weten", class_trip(shown=()).out)


def test_what_nobody_looked_at_is_told(class_trip, monkeypatch):
    real = look.Eyes
    monkeypatch.setattr(look, "Eyes", lambda **more: real(**more, load_finder=lambda: None))

    assert_golden("antwoorden", "niet bekeken", class_trip("--tekst", "Reis.").out)


def test_a_film_and_a_photo_that_tells_where_it_was_taken(check, school):
    picture = school.photo("plek.jpg", "nobody", exif=telling_exif())
    film = clip(school.folder / "lied.mp4")
    put(school.folder, "plaat.jpg", encoded(picture_of(picture), "PNG"))

    ended = check("plek.jpg", "plaat.jpg", film.name, "--niemand-in-beeld", "--uit", "schoon", "--laag", "protocol")

    assert_golden("antwoorden", "een film en een plek", ended.out)


def picture_of(path):
    with Image.open(path) as image:
        return image.convert("RGBA")
