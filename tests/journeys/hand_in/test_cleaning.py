"""The copies that may leave the house: the chosen face is gone, the other is still there, and nothing is told."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import ref
from magdit.areas.journal.refused import Refused
from magdit.check.images.refusal import Refused as NoPicture
from magdit.journeys.hand_in.cleaning import clean_all, is_clean
from magdit.journeys.hand_in.saying import say_of_faces
from magdit.journeys.hand_in.taking_in import plain, take_in
from tests.journeys.hand_in.conftest import FACES, is_skin, photo


def clean_copy(picture: Picture) -> np.ndarray:
    whole = b"".join(files.made(picture.draft.board_id, ref(picture.draft_id), picture.pk, files.CLEAN))
    return np.asarray(Image.open(io.BytesIO(whole)))


def middle(pixels: np.ndarray, number: int) -> np.ndarray:
    face = FACES[number]
    return pixels[face.y + face.h // 2, face.x + face.w // 2]


def test_a_hidden_face_is_gone_from_the_copy_and_the_other_is_not(pictured, begun, bram, doing_as, eyes):
    version = Draft.objects.get(pk=begun.pk).version
    draft = say_of_faces(doing_as(bram), pictured, [pictured.faces[0]["id"]], fate="verborgen", version=version)

    wrong = clean_all(doing_as(bram), draft, eyes=eyes)

    copy = clean_copy(pictured)
    assert not wrong
    assert (is_skin(middle(copy, 0)), is_skin(middle(copy, 1))) == (False, True)


def test_a_copy_is_made_anew_when_another_face_is_hidden(pictured, begun, bram, doing_as, eyes):
    draft = Draft.objects.get(pk=begun.pk)
    clean_all(doing_as(bram), draft, eyes=eyes)
    before = Picture.objects.get(pk=pictured.pk)

    draft = say_of_faces(doing_as(bram), pictured, [pictured.faces[1]["id"]], fate="verborgen", version=draft.version)

    assert is_clean(before, draft)
    assert not is_clean(Picture.objects.get(pk=pictured.pk), draft)


def test_what_is_no_picture_leaves_nothing_behind(begun, bram, doing_as):
    with pytest.raises(NoPicture):
        take_in(doing_as(bram), begun.pk, "virus.jpg", [b"MZ this is no picture"])

    assert (list(files.folder().iterdir()), begun.pictures.count()) == ([], 0)


def test_an_outsider_puts_nothing_in_a_draft(begun, olaf, doing_as):
    with pytest.raises(Refused, match="not_yours"):
        take_in(doing_as(olaf), begun.pk, "strand.jpg", [photo()])


def test_the_same_photo_twice_is_one_photo(pictured, begun, bram, doing_as, eyes):
    again = take_in(doing_as(bram), begun.pk, "kopie.jpg", [photo()], eyes=eyes)

    assert again.pk == pictured.pk
    assert {path.name for path in files.folder().iterdir()} == {str(pictured.pk), f"{pictured.pk}.kijk"}


@pytest.mark.parametrize(
    ("given", "kept"),
    [("strand.jpg", "strand.jpg"), ("../../etc/passwd", "passwd"), ("..", "beeld"), ("a\x00b\n.png", "ab.png")],
)
def test_a_name_that_a_computer_gave_is_made_plain(given, kept):
    assert plain(given) == kept
