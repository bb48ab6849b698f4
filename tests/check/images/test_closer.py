"""A closer look is taken around the tiny and the doubtful only; it confirms, weakens or adds, and never invents."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.check.images.closer import DOUBTFUL_BELOW, LARGEST_SIDE, reconsidered, unclear, views_around
from magdit.check.images.views import STRIDE


def boxes(*rows) -> np.ndarray:
    return np.array(rows, dtype=np.float32).reshape(-1, 5)


NOTHING = boxes()


@pytest.mark.parametrize(
    ("side", "score", "worth_it"),
    [(10, 0.9, True), (10, 0.1, True), (40, 0.4, True), (40, 0.7, False), (100, 0.4, False), (100, 0.9, False)],
)
def test_the_tiny_and_the_doubtful_are_unclear_and_nothing_else(side, score, worth_it):
    one = boxes([0, 0, side, side, score])

    assert unclear(one, scale=1.0, below=DOUBTFUL_BELOW).tolist() == [worth_it]


def test_what_looks_like_a_face_from_close_by_too_becomes_surer():
    first = boxes([10, 10, 30, 30, 0.3])

    after = reconsidered(first, seen=boxes([11, 10, 31, 31, 0.9]))

    assert len(after) == 1
    assert after[0, 4] == pytest.approx(0.7)
    assert after[0, :4].tolist() == [11, 10, 31, 31]


def test_what_is_not_seen_again_is_hardly_a_face():
    after = reconsidered(boxes([10, 10, 30, 30, 0.45]), seen=NOTHING)

    assert after[:, 4].tolist() == [pytest.approx(0.15)]


def test_what_only_shows_from_close_by_must_be_surer():
    after = reconsidered(boxes([10, 10, 30, 30, 0.45]), seen=boxes([100, 10, 120, 30, 0.5]))

    assert sorted(round(float(score), 2) for score in after[:, 4]) == [0.15, 0.45]


def test_two_doubtful_boxes_over_one_face_end_as_that_one_face():
    first = boxes([10, 10, 30, 30, 0.5], [20, 10, 40, 30, 0.4])

    after = reconsidered(first, seen=boxes([14, 10, 34, 30, 0.9]))

    assert {tuple(row[:4]) for row in after.tolist()} == {(14, 10, 34, 30)}


places = st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(1, 40))


@given(spots=st.lists(places, min_size=1, max_size=30), width=st.integers(50, 6000), height=st.integers(50, 6000))
def test_every_place_that_deserves_it_lies_whole_in_a_closer_view_on_the_photo(spots, width, height):
    some = boxes(
        *[[x * (width - 41), y * (height - 41), x * (width - 41) + s, y * (height - 41) + s, 0.3] for x, y, s in spots]
    )

    views = views_around(some, (height, width, 3), scale=2.0)

    for box in some:
        assert any(view.holds(box[None], photo=(height, width, 3)).all() for view in views)
    for view in views:
        assert 0 <= view.left < view.left + view.width <= width
        assert 0 <= view.top < view.top + view.height <= height
        assert max(view.width, view.height) * view.scale <= LARGEST_SIDE + 2 * STRIDE + 4


def test_faces_that_stand_together_share_a_view_and_those_far_apart_do_not():
    near = boxes([100, 100, 120, 120, 0.3], [125, 100, 145, 120, 0.3])
    apart = boxes([100, 100, 120, 120, 0.3], [900, 700, 920, 720, 0.3])

    assert len(views_around(near, (1000, 1000, 3), scale=2.0)) == 1
    assert len(views_around(apart, (1000, 1000, 3), scale=2.0)) == 2


def test_nothing_doubtful_needs_no_closer_look():
    assert views_around(NOTHING, (500, 500, 3), scale=2.0) == ()
