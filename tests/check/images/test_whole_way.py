"""From a phone photo to a clean copy: taken in, faces found, hidden, written anew and looked at again."""

import hashlib

import numpy as np
import pytest
from PIL import Image

from magdit.check.images.faces import HIDING
from magdit.check.images.hide import hide, seen_again
from magdit.check.images.intake import take_in
from magdit.check.images.metadata import traces_left
from magdit.check.images.rebuild import write_clean
from tests.check.images.makers import encoded, put, stored_turned, telling_exif


@pytest.mark.parametrize("kind", ["jpeg", "png"])
@pytest.mark.parametrize("name", ["crossing", "portrait", "skier"])
def test_the_clean_copy_shows_no_hidden_face_and_tells_nothing(finder, request, tmp_path, name, kind):
    path = request.getfixturevalue(name)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    photo = take_in(path)

    faces = finder.find(photo.pixels, HIDING)

    copy = write_clean(hide(photo.pixels, faces), tmp_path / "schoon", kind)

    assert seen_again(finder.find(take_in(copy.path).pixels, HIDING), hidden=faces) == ()
    assert traces_left(copy.path) == ()
    assert (copy.width, copy.height) == (photo.width, photo.height)
    assert photo.sha256 == before == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_phone_photo_held_sideways_comes_out_upright_and_clean(finder, portrait, tmp_path):
    image = Image.open(portrait).convert("RGB").resize((1536, 1536))
    block = telling_exif()
    block[0x0112] = 6
    original = put(tmp_path, "IMG_0001.jpg", encoded(stored_turned(image, 6), "JPEG", exif=block, quality=92))
    photo = take_in(original)
    faces = finder.find(photo.pixels, HIDING)

    copy = write_clean(hide(photo.pixels, faces), tmp_path / "schoon.jpg")

    assert len(faces) == 1
    clean = take_in(copy.path)
    assert clean.traces == ()
    assert seen_again(finder.find(clean.pixels, HIDING), hidden=faces) == ()
    flag = np.s_[: clean.height // 8, : clean.width // 8]
    assert np.abs(clean.pixels[flag].astype(int) - np.asarray(image)[flag]).mean() < 12
