"""Wherever a face is in a photo, it lies whole in one of the pieces that are looked at."""

from hypothesis import given
from hypothesis import strategies as st

from magdit.check.images.views import LARGEST_TILE, LONG_SIDE, coarse_views, finer_views

sides = st.integers(1, 9000)


@given(width=sides, height=sides, at=st.tuples(st.floats(0, 1), st.floats(0, 1)), part=st.floats(0.01, 0.9))
def test_a_face_of_any_size_lies_whole_in_a_first_look(width, height, at, part):
    face = max(1, round(part * min(width, height)))
    left, top = round(at[0] * (width - face)), round(at[1] * (height - face))

    assert any(_holds(view, left, top, face) for view in coarse_views(width, height))


@given(width=sides, height=sides, scale=st.floats(0.2, 2.5), at=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_small_face_lies_whole_in_a_closer_look(width, height, scale, at):
    face = min(width, height, max(1, int(100 / scale)))
    left, top = round(at[0] * (width - face)), round(at[1] * (height - face))

    assert any(_holds(view, left, top, face) for view in finer_views(width, height, scale=scale))


@given(width=sides, height=sides, scale=st.floats(0.2, 2.5))
def test_no_look_is_so_large_that_memory_grows_with_the_photo(width, height, scale):
    first, closer = coarse_views(width, height), finer_views(width, height, scale=scale)

    assert all(max(view.width, view.height) * view.scale <= LONG_SIDE + 1 for view in first)
    assert all(max(view.width, view.height) * view.scale <= LARGEST_TILE + scale + 1 for view in closer)


@given(width=sides, height=sides)
def test_every_look_lies_on_the_photo(width, height):
    for view in (*coarse_views(width, height), *finer_views(width, height, scale=0.5)):
        assert view.left >= 0
        assert view.top >= 0
        assert view.left + view.width <= width
        assert view.top + view.height <= height


def _holds(view, left, top, face) -> bool:
    across = view.left <= left and left + face <= view.left + view.width
    return across and view.top <= top and top + face <= view.top + view.height
