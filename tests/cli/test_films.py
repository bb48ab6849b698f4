"""`magdit look` and `magdit hide` for a film: faces followed, a sheet to tick them on, hidden from beginning to end."""

import json

import av
import pytest
from PIL import Image

from tests.check.draft.school import side_by_side
from tests.check.images.clips import clip
from tests.check.images.film.filmed import Shot, Still, film

FACES = ((60, 60, 40, 40), (220, 60, 40, 40))


@pytest.fixture
def filmed(here):
    """A second of film with two people beside each other, with sound."""
    picture = side_by_side("noor", "sem").resize((640, 320))
    still = Still(picture, tuple((2 * x, 2 * y, 2 * w, 2 * h) for x, y, w, h in FACES))
    film(here / "reis.mp4", [Shot(still, 1, (300, 160, 560), (340, 160, 560))], size=(320, 160), sound="aac")
    return here


def told(out):
    return [json.loads(line) for line in out.splitlines()]


def test_every_face_is_followed_by_its_place(filmed, magdit):
    ended = magdit("look", "reis.mp4", "--json")

    (look,) = told(ended.out)
    assert (look["width"], look["height"], look["sound"]) == (320, 160, True)
    assert look["at_once"] == 2
    assert sorted(track["box"]["x"] > 160 for track in look["tracks"]) == [False, True]
    assert ended.code == 1


def test_the_sheet_shows_who_has_which_number(filmed, magdit):
    ended = magdit("look", "reis.mp4", "--kaders", "kijk")

    with Image.open(filmed / "kijk" / "reis.png") as sheet:
        assert sheet.width > 320
    assert "2 keer een gezicht gevolgd, tenminste 2 tegelijk" in ended.out
    assert "kijk/reis.png" in ended.out
    assert "Naar het geluid luistert magdit niet" in ended.out


def test_all_faces_are_hidden_and_the_sound_can_go(filmed, magdit):
    original = (filmed / "reis.mp4").read_bytes()

    ended = magdit("hide", "reis.mp4", "--alles", "--zonder-geluid", "--uit", "schoon")
    after = magdit("look", "schoon/reis.mp4", "--json")

    (look,) = told(after.out)
    assert (look["tracks"], look["sound"], look["metadata"]) == ([], False, [])
    assert "Bekijk de hele film zelf, en luister ook." in ended.out
    assert (filmed / "reis.mp4").read_bytes() == original


def test_only_the_ticked_face_is_hidden_and_the_sound_stays(filmed, magdit):
    (before,) = told(magdit("look", "reis.mp4", "--json").out)
    right = next(track["number"] for track in before["tracks"] if track["box"]["x"] > 160)

    magdit("hide", "reis.mp4", "--gezicht", right, "--uit", "schoon")

    (after,) = told(magdit("look", "schoon/reis.mp4", "--json").out)
    assert all(track["box"]["x"] < 160 for track in after["tracks"])
    assert after["at_once"] == 1
    with av.open(str(filmed / "schoon" / "reis.mp4")) as written:
        assert len(written.streams.audio) == 1


REFUSED = {
    "een vak": ("reis.mp4 --vak 1,2,3,4", "--vak kan niet bij een film"),
    "een smiley": ("reis.mp4 --alles --stijl smiley", "De stijl smiley kan niet bij een film"),
    "een nummer dat er niet is": ("reis.mp4 --gezicht 99", "gezicht 99 is er niet"),
    "geen film": ("brief.mp4 --alles", "dit is geen film of geluid dat we kennen"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_with_a_film_is_explained(filmed, magdit, case):
    (filmed / "brief.mp4").write_bytes(b"Beste ouders, morgen gaan we op reis met de bus.")
    words, sentence = REFUSED[case]

    ended = magdit("hide", *words.split(), "--uit", "schoon")

    assert sentence in ended.err
    assert ended.code == 2
    assert not list((filmed / "schoon").glob("*"))


def test_a_film_and_a_photo_may_be_looked_at_together(filmed, school, magdit):
    clip(filmed / "grijs.mp4")
    school.photo("klas.jpg", "noor")

    ended = magdit("look", "klas.jpg", "grijs.mp4", "--json")

    assert [line["file"] for line in told(ended.out)] == ["klas.jpg", "grijs.mp4"]
