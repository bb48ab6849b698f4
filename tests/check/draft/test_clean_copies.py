"""What goes out: clean copies under plain names, nothing told, and the originals as they were."""

import hashlib
import os

import pytest
from PIL import Image

from magdit.check.draft.draft import Says
from magdit.check.images.intake import take_in
from magdit.check.images.metadata import traces_left
from magdit.check.images.refusal import Refused
from magdit.check.images.trace_kinds import TraceKind
from tests.check.draft.school import faces_in, no, side_by_side, yes
from tests.check.images.makers import encoded, put, stored_turned, telling_exif

NOBODY = Says(nobody_shown=True)


def contents(folder) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def phone_photo(school):
    """On its side, with the place, the camera and the owner in it."""

    def make(name, *who):
        block = telling_exif()
        block[0x0112] = 6
        picture = stored_turned(side_by_side(*who), 6)
        return put(school.folder, name, encoded(picture, "JPEG", exif=block, quality=95))

    return make


def test_the_place_is_told_as_handed_in_and_gone_from_the_copy(school, phone_photo):
    photo = phone_photo("IMG_0001.jpg", "nobody")

    checked = school.check(school.draft(photo, says=NOBODY), to="schoon")

    assert TraceKind.GPS in {trace.kind for trace in checked.first.looked.photos[0].photo.traces}
    assert checked.first.act["locatie_in_bestand"] is True
    assert traces_left(checked.copies[0].path) == ()
    assert checked.final.act["locatie_in_bestand"] is False


def test_a_photo_on_its_side_comes_out_upright_with_the_right_face_hidden(school, phone_photo):
    photo = phone_photo("IMG_0001.jpg", "noor", "sem")
    shown = school.shown("101;;;IMG_0001.jpg;1", "103;;;IMG_0001.jpg;2")
    draft = school.draft(photo, shown=shown, consents=school.consents(no(101), yes(103, by="leerling")))

    checked = school.check(draft, "gezichten")
    seen = faces_in(checked.copies[0].path)

    assert Image.open(checked.copies[0].path).size == (320, 160)
    assert [face.x > 160 for face in seen] == [True]


def test_the_originals_stay_as_they_were(school, phone_photo):
    photo = phone_photo("IMG_0001.jpg", "noor")
    draft = school.draft(photo, shown=school.shown("101"), consents=school.consents(no(101)), text="Reis.")
    os.utime(photo, (1, 1))
    before, mode = contents(school.folder), photo.stat()

    school.check(draft, "alles")

    assert contents(school.folder) == before
    assert (photo.stat().st_mtime, photo.stat().st_mode) == (mode.st_mtime, mode.st_mode)


def test_without_a_folder_nothing_is_written(school):
    photo = school.photo("reis.jpg", "noor")
    draft = school.draft(photo, text="Reis.")
    before = sorted(school.folder.rglob("*"))

    checked = school.check(draft)

    assert (checked.copies, checked.text_file, checked.mended) == ((), None, None)
    assert sorted(school.folder.rglob("*")) == before


def test_two_checks_into_one_folder_overwrite_nothing(school):
    draft = school.draft(school.photo("een.jpg", "nobody"), text="Reis.", says=NOBODY)
    first = school.check(draft, to="schoon")
    kept = contents(school.folder / "schoon")

    second = school.check(draft, to="schoon")

    assert [copy.path.name for copy in (*first.copies, *second.copies)] == ["foto-1.jpg", "foto-1-2.jpg"]
    assert second.text_file.name == "tekst-2.txt"
    assert contents(school.folder / "schoon").items() >= kept.items()


def test_copies_beside_an_original_with_the_same_plain_name_leave_it_alone(school):
    original = school.photo("foto-1.jpg", "nobody")
    before = original.read_bytes()

    checked = school.check(school.draft(original, says=NOBODY), to=".")

    assert checked.copies[0].path.name == "foto-1-2.jpg"
    assert original.read_bytes() == before


def test_the_copy_says_by_its_hash_what_it_is(school):
    checked = school.check(school.draft(school.photo("een.jpg", "nobody"), says=NOBODY), to="schoon")
    copy = checked.copies[0]

    assert copy.sha256 == hashlib.sha256(copy.path.read_bytes()).hexdigest()
    assert copy.original_sha256 == hashlib.sha256((school.folder / "een.jpg").read_bytes()).hexdigest()


def sixteen_bits(picture):
    return picture.convert("L").convert("I").point(lambda grey: grey * 257).convert("I;16")


@pytest.mark.parametrize(
    ("name", "kind", "made"),
    [
        ("druk.jpg", "JPEG", lambda picture: picture.convert("CMYK")),
        ("scan.png", "PNG", sixteen_bits),
        ("stil.gif", "GIF", lambda picture: picture.convert("P")),
        ("camera.webp", "WEBP", lambda picture: picture),
    ],
)
def test_whatever_the_kind_of_photo_the_copy_is_a_plain_one(school, name, kind, made):
    photo = put(school.folder, name, encoded(made(side_by_side("nobody")), kind))

    checked = school.check(school.draft(photo, says=NOBODY), to="schoon")

    with Image.open(checked.copies[0].path) as copy:
        assert (copy.format, copy.mode, copy.size) == ("JPEG", "RGB", (160, 160))
    assert checked.final.verdict == "mag"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_face_is_found_whichever_way_the_phone_was_held(school, orientation):
    block = Image.Exif()
    block[0x0112] = orientation
    picture = stored_turned(side_by_side("noor", "sem"), orientation)
    photo = put(school.folder, "IMG.jpg", encoded(picture, "JPEG", exif=block, quality=95))

    checked = school.check(school.draft(photo), to="schoon")

    assert len(checked.first.looked.photos[0].faces) == 2
    assert take_in(checked.copies[0].path).pixels.shape[:2] == (160, 320)


def test_a_folder_that_is_a_file_is_refused(school):
    put(school.folder, "schoon", b"geen map")

    with pytest.raises(Refused) as caught:
        school.check(school.draft(school.photo("een.jpg", "nobody"), says=NOBODY), to="schoon")

    assert caught.value.code == "no_such_folder"
