"""A hidden face is gone: nothing in the result can tell what was there, and what is shown stays as it was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.check.images.faces import HIDING, Face
from magdit.check.images.hide import STYLES, hide, seen_again
from magdit.check.images.intake import take_in
from magdit.check.images.spill import JPEG_SPILL

FACE = Face(x=60, y=50, w=40, h=50, score=0.9)


def photo(width=200, height=160, seed=3) -> np.ndarray:
    down, across = np.mgrid[0:height, 0:width]
    smooth = np.stack([across * 255 // width, down * 255 // height, (across + down) % 256], axis=2)
    noise = np.random.default_rng(seed).integers(-20, 21, smooth.shape)
    return (smooth + noise).clip(0, 255).astype(np.uint8)


def with_noise_in(pixels, faces, beside=0, seed=9) -> np.ndarray:
    """The same photo with the faces swapped for noise."""
    swapped, chance = pixels.copy(), np.random.default_rng(seed)
    for face in faces:
        box = swapped[
            max(0, face.y - beside) : max(0, face.y + face.h + beside),
            max(0, face.x - beside) : max(0, face.x + face.w + beside),
        ]
        box[:] = chance.integers(0, 256, box.shape)
    return swapped


boxes = st.builds(
    Face,
    x=st.integers(-20, 210),
    y=st.integers(-20, 170),
    w=st.integers(0, 150),
    h=st.integers(0, 150),
    score=st.just(0.5),
)


@given(faces=st.lists(boxes, min_size=1, max_size=4), seed=st.integers(0, 1000), style=st.sampled_from(STYLES))
def test_swapping_faces_for_noise_changes_no_byte_of_the_result(faces, seed, style):
    """Anywhere, in any number, over each other and over the edge; also what a JPEG spills around them."""
    pixels = photo()
    noisy = with_noise_in(pixels, faces, beside=JPEG_SPILL, seed=seed)

    assert np.array_equal(hide(pixels, faces, style=style), hide(noisy, faces, style=style))


@given(faces=st.lists(boxes, min_size=1, max_size=3), margin=st.integers(0, 60))
def test_whatever_margin_is_asked_lies_under_the_cover_too(faces, margin):
    pixels = photo()

    assert np.array_equal(hide(pixels, faces, margin), hide(with_noise_in(pixels, faces, beside=margin), faces, margin))


@given(face=boxes, first=st.integers(0, 255), second=st.integers(0, 255))
def test_a_photo_of_one_colour_stays_so_whatever_the_face_was(face, first, second):
    """The paint comes from around the face and from nowhere else."""
    pixels = np.full((160, 200, 3), first, dtype=np.uint8)
    shown = pixels.copy()
    shown[max(0, face.y) : max(0, face.y + face.h), max(0, face.x) : max(0, face.x + face.w)] = second

    result = hide(shown, [face])

    assert len(np.unique(result)) == 1
    assert result[0, 0, 0] == first or not _some_photo_left(face)


def _some_photo_left(face) -> bool:
    """Whether the cover leaves anything of the photo to take colours from."""
    return not (face.x <= 45 and face.y <= 45 and face.x + face.w >= 160 and face.y + face.h >= 125)


def test_what_lies_farther_off_stays_byte_for_byte(portrait):
    pixels = take_in(portrait).pixels

    result = hide(pixels, [Face(x=175, y=75, w=100, h=135, score=0.9)])

    assert np.array_equal(result[320:], pixels[320:])
    assert np.array_equal(result[:, 340:], pixels[:, 340:])
    assert not np.array_equal(result[75:210, 175:275], pixels[75:210, 175:275])


def test_the_photo_that_came_in_is_not_touched():
    pixels = photo()
    before = pixels.copy()

    hide(pixels, [FACE])

    assert np.array_equal(pixels, before)


def test_nobody_to_hide_means_nothing_changes():
    assert np.array_equal(hide(photo(), []), photo())


def test_the_order_of_hiding_makes_no_face_come_back():
    faces = [FACE, Face(x=90, y=60, w=40, h=50, score=0.8), Face(x=30, y=90, w=60, h=60, score=0.7)]
    swapped = with_noise_in(photo(), faces, beside=JPEG_SPILL)

    for order in (faces, faces[::-1], [faces[1], faces[2], faces[0]]):
        assert np.array_equal(hide(photo(), order), hide(swapped, order))
        assert np.array_equal(hide(photo(), order), hide(photo(), faces))


def test_one_face_gives_no_colour_to_the_cover_of_the_next():
    """Beside a dark face a pale one: the dark cover takes nothing from it, although it is nearest."""
    pixels = np.full((160, 200, 3), 90, dtype=np.uint8)
    pale = Face(x=100, y=50, w=30, h=40, score=0.9)
    pixels[50:90, 100:130] = 255

    result = hide(pixels, [FACE, pale])

    assert np.abs(result.astype(int) - 90).max() <= 1


def test_a_face_over_the_whole_photo_leaves_neutral_grey():
    result = hide(photo(), [Face(x=0, y=0, w=200, h=160, score=0.9)])

    assert (result == 128).all()


def test_the_edge_is_soft_and_lies_outside_the_margin():
    pixels = np.zeros((300, 300, 3), dtype=np.uint8)
    pixels[:, :, 0] = 200
    pixels[100:200, 100:200] = 0, 0, 255

    blue = hide(pixels, [Face(x=100, y=100, w=100, h=100, score=0.9)])[:, :, 2]

    assert blue.max() == 0


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["crossing", "portrait", "skier"])
def test_a_hidden_face_is_not_found_again(finder, request, name, style):
    pixels = take_in(request.getfixturevalue(name)).pixels
    faces = finder.find(pixels, HIDING)

    again = finder.find(hide(pixels, faces, style=style), HIDING)

    assert faces
    assert seen_again(again, hidden=faces) == ()


def test_a_neighbour_a_little_beside_the_margin_stays_whole():
    """In a crowd the next face is near; a cover takes its soft edge and no more."""
    pixels = photo()
    small = Face(x=60, y=50, w=24, h=30, score=0.9)

    result = hide(pixels, [small])

    changed = np.argwhere((result != pixels).any(axis=2))
    reach = JPEG_SPILL + 8
    assert changed.min(axis=0)[0] >= small.y - reach
    assert changed.min(axis=0)[1] >= small.x - reach
    assert changed.max(axis=0)[0] < small.y + small.h + reach
    assert changed.max(axis=0)[1] < small.x + small.w + reach


def test_of_a_large_face_the_hair_goes_as_well(portrait):
    """A detector boxes forehead to chin; who knows the hair knows the person."""
    pixels = take_in(portrait).pixels
    face = Face(x=175, y=75, w=100, h=135, score=0.9)

    result = hide(pixels, [face])

    above, beside = result[40:50, 220:230], result[140:150, 150:158]
    assert np.abs(above.astype(int) - pixels[40:50, 220:230]).mean() > 20
    assert np.abs(beside.astype(int) - pixels[140:150, 150:158]).mean() > 20


def test_an_oval_has_one_colour_and_it_comes_from_around():
    pixels = photo(400, 300)
    face = Face(x=150, y=100, w=80, h=100, score=0.9)

    inside = hide(pixels, [face], style="ovaal")[130:170, 170:210]

    assert len(np.unique(inside.reshape(-1, 3), axis=0)) == 1
    assert np.abs(inside[0, 0] - pixels.reshape(-1, 3).mean(axis=0)).max() < 60


@pytest.mark.parametrize("side", [8, 30, 120])
def test_a_smiling_mark_is_yellow_and_the_same_for_everyone(side):
    dark, light = np.full((300, 300, 3), 40, dtype=np.uint8), np.full((300, 300, 3), 220, dtype=np.uint8)
    face = Face(x=100, y=90, w=side, h=side, score=0.9)

    marks = [hide(pixels, [face], style="smiley") for pixels in (dark, light)]

    middle = [mark[90 + side // 2, 100 + side // 2] for mark in marks]
    assert np.array_equal(*middle)
    assert middle[0][0] > 200 > 120 > middle[0][2]


def test_blur_and_blocks_are_no_ways_to_hide():
    for unsafe in ("blur", "vervagen", "pixels", "blokjes"):
        with pytest.raises(ValueError, match=unsafe):
            hide(photo(), [FACE], style=unsafe)


def test_a_face_that_was_left_is_told_from_one_that_shows_through():
    left_alone = Face(x=140, y=50, w=40, h=50, score=0.9)
    shows_through = Face(x=65, y=58, w=30, h=36, score=0.4)

    assert seen_again([left_alone, shows_through], hidden=[FACE]) == (shows_through,)


def test_a_hidden_face_in_a_real_photo_leaves_no_byte_behind(finder, crossing):
    pixels = take_in(crossing).pixels
    faces = finder.find(pixels, HIDING)

    assert np.array_equal(hide(pixels, faces), hide(with_noise_in(pixels, faces, beside=JPEG_SPILL), faces))
