"""Wherever a face is in a photo, it lies whole in one of the pieces that are looked at."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from magdit.check.images.views import LONG_SIDE, View, coarse_views

sides = st.integers(1, 9000)


@given(width=sides, height=sides, at=st.tuples(st.floats(0, 1), st.floats(0, 1)), part=st.floats(0.01, 0.9))
def test_a_face_of_any_size_lies_whole_in_a_first_look(width, height, at, part):
    face = max(1, round(part * min(width, height)))
    left, top = round(at[0] * (width - face)), round(at[1] * (height - face))

    assert any(_holds(view, left, top, face) for view in coarse_views(width, height))


@given(width=sides, height=sides)
def test_no_first_look_is_so_large_that_memory_grows_with_the_photo(width, height):
    assert all(max(view.width, view.height) * view.scale <= LONG_SIDE + 1 for view in coarse_views(width, height))


@given(width=sides, height=sides)
def test_every_look_lies_on_the_photo(width, height):
    for view in coarse_views(width, height):
        assert view.left >= 0
        assert view.top >= 0
        assert view.left + view.width <= width
        assert view.top + view.height <= height


def test_what_a_view_cuts_off_is_left_to_another_view_but_the_edge_of_the_photo_cuts_nothing_off():
    view = View(left=100, top=0, width=200, height=150, scale=1)
    inside, at_its_left, at_the_top_of_the_photo, at_its_bottom = (
        [150, 50, 180, 90, 0.9],
        [101, 50, 130, 90, 0.9],
        [150, 0, 180, 40, 0.9],
        [150, 120, 180, 149, 0.9],
    )
    boxes = np.array([inside, at_its_left, at_the_top_of_the_photo, at_its_bottom], dtype=np.float32)

    assert view.holds(boxes, photo=(400, 600, 3)).tolist() == [True, False, True, False]


def _holds(view, left, top, face) -> bool:
    across = view.left <= left and left + face <= view.left + view.width
    return across and view.top <= top and top + face <= view.top + view.height
