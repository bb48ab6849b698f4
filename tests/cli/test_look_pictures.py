"""`magdit look` at photos: boxes in upright pixels, what the file tells, and pictures with numbered frames."""

import json

from PIL import Image

from magdit.check.images.faces import FaceFinder
from magdit.check.images.refusal import Refused
from tests.check.draft.school import put, side_by_side
from tests.check.images.makers import encoded, exif, stored_turned, telling_exif


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def test_every_face_gets_a_box_in_the_upright_photo(school, magdit):
    school.photo("reis.jpg", "noor", "nobody", "sem")

    ended = magdit("look", "reis.jpg", "--json")

    (told,) = lines(ended.out)
    assert (told["file"], told["width"], told["height"]) == ("reis.jpg", 480, 160)
    assert [face["x"] // 160 for face in told["faces"]] == [0, 2]
    assert all(face["score"] > 0.3 for face in told["faces"])
    assert ended.code == 1


def test_a_photo_that_a_phone_stored_on_its_side_gives_the_same_boxes(here, magdit):
    upright = side_by_side("noor", "sem")
    for turn in range(1, 9):
        stored = stored_turned(upright, turn)
        put(here, f"{turn}.png", encoded(stored, "PNG", exif=exif(turn)))

    ended = magdit("look", *(f"{turn}.png" for turn in range(1, 9)), "--json")

    told = lines(ended.out)
    assert len(told) == 8
    assert all(line["faces"] == told[0]["faces"] for line in told)
    assert len(told[0]["faces"]) == 2


def test_what_the_file_itself_tells_is_named_by_kind(here, magdit):
    put(here, "reis.jpg", encoded(side_by_side("nobody"), "JPEG", exif=telling_exif()))

    machine, people = magdit("look", "reis.jpg", "--json"), magdit("look", "reis.jpg")

    assert {"gps", "serial_number", "owner"} <= set(lines(machine.out)[0]["metadata"])
    assert "In het bestand staat ook: de plaats" in people.out
    assert "Geen gezicht gezien. Dat wil niet zeggen dat er niemand op staat" in people.out
    assert people.code == 1


def test_a_file_that_is_no_photo_is_named_and_the_others_are_looked_at(school, here, magdit):
    school.photo("reis.jpg", "noor")
    put(here, "brief.jpg", b"Beste ouders,")

    ended = magdit("look", "brief.jpg", "reis.jpg", "--json")

    refused, seen = lines(ended.out)
    assert refused["file"] == "brief.jpg"
    assert "dit is geen foto" in refused["error"]
    assert len(seen["faces"]) == 1
    assert ended.code == 2


def test_how_far_it_is_stands_beside_the_answers(school, magdit):
    for name in ("een.jpg", "twee.jpg"):
        school.photo(name, "nobody")

    ended = magdit("look", "een.jpg", "twee.jpg")

    assert ended.err == "1 van 2: een.jpg\n2 van 2: twee.jpg\n"


def test_a_picture_with_frames_shows_which_face_is_which(school, here, magdit):
    original = school.photo("reis.jpg", "noor", "sem").read_bytes()

    magdit("look", "reis.jpg", "--kaders", "kijk")

    with Image.open(here / "kijk" / "reis.png") as drawn:
        colours = {colour for _, colour in drawn.convert("RGB").getcolors(drawn.width * drawn.height)}
        assert max(drawn.size) == 640
        assert (0x12, 0x3C, 0x69) in colours
    assert (here / "reis.jpg").read_bytes() == original


def test_without_the_model_nobody_looked_and_that_is_said(school, magdit, monkeypatch, tmp_path):
    school.photo("reis.jpg", "noor")

    def missing(*model, **threads):
        raise Refused("model_missing", path=tmp_path / "weg.onnx")

    monkeypatch.setattr(FaceFinder, "load", missing)

    machine, people = magdit("look", "reis.jpg", "--json"), magdit("look", "reis.jpg")

    told = lines(machine.out)[0]
    assert told["faces"] is None
    assert "gezichtenmodel ontbreekt" in told["not_looked"]
    assert "De gezichten zijn niet bekeken" in people.out
    assert (machine.code, people.code) == (1, 1)


def test_a_name_that_would_colour_the_terminal_is_shown_plainly(here, magdit):
    put(here, "rood\x1b[31m\u202e.jpg", encoded(side_by_side("nobody"), "JPEG"))

    ended = magdit("look", "rood\x1b[31m\u202e.jpg")

    assert "rood?[31m?.jpg" in ended.out
    assert "\x1b" not in ended.out
