"""What is painted over a face knows nothing of it, and lies calmly over it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magdit.check.images.film.paint import Cover, Paint

SIZE = (120, 160)


def planes(seed: int = 1):
    chance = np.random.default_rng(seed)
    half = (SIZE[0] // 2, SIZE[1] // 2)
    return tuple(chance.integers(0, 256, shape, dtype=np.uint8) for shape in (SIZE, half, half))


def noise_in(planes, covers, seed: int):
    """The same planes with other pixels in the covered boxes."""
    chance = np.random.default_rng(seed)
    swapped = tuple(plane.copy() for plane in planes)
    for cover in covers.values():
        for plane, scale in zip(swapped, (2, 1, 1), strict=True):
            box = Cover(cover.left * scale, cover.top * scale, cover.right * scale, cover.bottom * scale).within(plane)
            plane[box] = chance.integers(0, 256, plane[box].shape, dtype=np.uint8)
    return swapped


boxes = st.tuples(st.integers(-20, 90), st.integers(-20, 70), st.integers(1, 60), st.integers(1, 60)).map(
    lambda one: Cover(one[0], one[1], one[0] + one[2], one[1] + one[3])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(boxes, min_size=1, max_size=5), st.booleans(), st.integers(0, 99))
def test_other_pixels_in_the_faces_change_nothing(covers, even, seed):
    numbered = dict(enumerate(covers, 1))
    one, other = Paint(even), Paint(even)

    for frame in range(2):  # the second frame remembers the colours of the first
        original = planes(frame)
        swapped = noise_in(original, numbered, seed)
        one.over(original, numbered)
        other.over(swapped, numbered)

        assert all(np.array_equal(a, b) for a, b in zip(original, swapped, strict=True))


def test_nothing_changes_far_from_a_face():
    original = planes()
    painted = tuple(plane.copy() for plane in original)

    Paint().over(painted, {1: Cover(20, 20, 30, 30)})

    assert np.array_equal(painted[0][:, 100:], original[0][:, 100:])
    assert not np.array_equal(painted[0][40:60, 40:60], original[0][40:60, 40:60])


def test_a_cover_takes_the_colour_of_its_surroundings():
    light, half = np.full(SIZE, 180, np.uint8), np.full((60, 80), 100, np.uint8)
    painted = (light.copy(), half.copy(), half.copy())
    painted[0][50:60, 60:80] = 20

    Paint().over(painted, {1: Cover(30, 25, 40, 30)})

    assert (painted[0] == light).all()
    assert (painted[1] == half).all()


def test_colours_change_slowly_from_frame_to_frame():
    paint, cover = Paint(even=True), {1: Cover(30, 25, 40, 30)}
    shades = []

    for shade in (100, 200, 200):
        frame = (np.full(SIZE, shade, np.uint8), np.full((60, 80), 128, np.uint8), np.full((60, 80), 128, np.uint8))
        paint.over(frame, cover)
        shades.append(int(frame[0][55, 70]))

    assert shades == [100, 110, 119]


def test_a_face_that_fills_the_picture_leaves_grey():
    frame = planes()

    Paint().over(frame, {1: Cover(-5, -5, 200, 200)})

    assert all((plane == 128).all() for plane in frame)


@pytest.mark.parametrize("beside", [0, 8.4])
def test_a_cover_holds_the_whole_box_and_what_is_beside_it(beside):
    sides = np.array([11.3, 20.9, 41.2, 50.1], dtype=np.float32)

    cover = Cover.around(sides, beside=beside)

    assert 2 * cover.left <= 11.3 - beside
    assert 2 * cover.top <= 20.9 - beside
    assert 2 * cover.right >= 41.2 + beside
    assert 2 * cover.bottom >= 50.1 + beside
