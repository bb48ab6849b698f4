"""`magdit hide`: who is chosen is gone from a new file; the original stays as it was."""

import json

import pytest

from tests.check.draft.school import faces_in, put, side_by_side
from tests.check.images.makers import encoded, telling_exif


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_every_face_is_gone_from_the_new_file(school, here, magdit):
    original = school.photo("reis.jpg", "noor", "nobody", "sem").read_bytes()

    ended = magdit("hide", "reis.jpg", "--alles", "--uit", "schoon")

    assert faces_in(here / "schoon" / "reis.jpg") == ()
    assert (here / "reis.jpg").read_bytes() == original
    assert "2 verborgen. Kijk zelf of er nog iemand te herkennen is" in ended.out
    assert ended.code == 0


def test_only_the_chosen_face_is_hidden(school, here, magdit):
    school.photo("reis.jpg", "noor", "nobody", "sem")

    ended = magdit("hide", "reis.jpg", "--gezicht", 1, "--uit", "schoon", "--json")

    (left,) = faces_in(here / "schoon" / "reis.jpg")
    assert left.x > 320
    assert lines(ended.out)[0]["hidden"] == 1


def test_a_place_that_was_drawn_by_hand_is_hidden_too(school, here, magdit):
    school.photo("reis.jpg", "noor", "nobody", "sem")

    magdit("hide", "reis.jpg", "--vak", "320,0,160,160", "--uit", "schoon")

    (left,) = faces_in(here / "schoon" / "reis.jpg")
    assert left.x < 160


@pytest.mark.parametrize("style", ["omgeving", "ovaal", "smiley"])
def test_whatever_is_painted_no_face_is_left(school, here, magdit, style):
    school.photo("reis.jpg", "noor")

    magdit("hide", "reis.jpg", "--alles", "--stijl", style, "--uit", "schoon")

    assert faces_in(here / "schoon" / "reis.jpg") == ()


def test_nothing_of_the_file_comes_along(here, magdit):
    put(here, "reis.jpg", encoded(side_by_side("noor"), "JPEG", exif=telling_exif()))

    magdit("hide", "reis.jpg", "--alles", "--uit", "schoon")
    ended = magdit("look", "schoon/reis.jpg", "--json")

    assert lines(ended.out)[0]["metadata"] == []


def test_nothing_is_overwritten_and_two_photos_of_one_name_stay_two(school, here, magdit):
    school.photo("reis.jpg", "noor")
    (here / "kamp").mkdir()
    put(here / "kamp", "reis.jpg", encoded(side_by_side("sem"), "JPEG"))

    magdit("hide", "reis.jpg", "kamp/reis.jpg", "--alles", "--uit", "schoon")
    magdit("hide", "reis.jpg", "--alles", "--uit", "schoon")

    assert len(list((here / "schoon").iterdir())) == 3


def test_a_bad_file_is_named_and_the_others_are_written(school, here, magdit):
    school.photo("reis.jpg", "noor")
    put(here, "brief.jpg", b"Beste ouders,")

    ended = magdit("hide", "brief.jpg", "reis.jpg", "--alles", "--uit", "schoon", "--json")

    assert "dit is geen foto" in lines(ended.out)[0]["error"]
    assert [path.name for path in (here / "schoon").iterdir()] == ["reis.jpg"]
    assert ended.code == 2


REFUSED = {
    "niets gekozen": ("reis.jpg", "Zeg wat u wilt verbergen"),
    "alles en een gezicht": ("reis.jpg --alles --gezicht 1", "gaan niet samen"),
    "een gezicht op twee foto's": ("reis.jpg b.jpg --gezicht 1", "horen bij één foto"),
    "gezicht nul": ("reis.jpg --gezicht 0", "tellen vanaf 1"),
    "een gezicht dat er niet is": ("reis.jpg --gezicht 2", "gezicht 2 is er niet; er zijn er 1 gezien"),
    "geen vak": ("reis.jpg --vak 1,2,3", "'1,2,3' is geen vak"),
    "een leeg vak": ("reis.jpg --vak 1,2,0,4", "minstens 1 breed"),
    "een vak ernaast": ("reis.jpg --vak 900,2,5,4", "dit vak ligt naast de foto"),
    "een onbekende stijl": (
        "reis.jpg --alles --stijl blur",
        "Vervagen of blokjes maken iemand niet onherkenbaar. Kies uit: omgeving",
    ),
    "een map die een bestand is": ("reis.jpg --alles --uit reis.jpg", "geen map"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_hidden_is_explained_and_nothing_is_written(school, here, magdit, case):
    school.photo("reis.jpg", "noor")
    words, sentence = REFUSED[case]

    ended = magdit("hide", *words.split(), *(() if "--uit" in words else ("--uit", "schoon")))

    assert sentence in ended.err
    assert ended.code == 2
    assert not list((here / "schoon").glob("*"))


def test_the_new_file_has_a_name_that_people_can_read(here, magdit):
    put(here, "rood\x1b[31m\n.jpg", encoded(side_by_side("noor"), "JPEG"))

    magdit("hide", "rood\x1b[31m\n.jpg", "--alles", "--uit", "schoon")

    assert [path.name for path in (here / "schoon").iterdir()] == ["rood_[31m_.jpg"]
