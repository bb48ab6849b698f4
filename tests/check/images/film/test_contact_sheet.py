"""On the contact sheet every track has a number, in a frame with its time."""

import numpy as np

from magdit.check.images.film.looking import look_at_film
from magdit.check.images.film.sheet import clock, contact_sheet, in_frame
from tests.check.images.film.filmed import film
from tests.check.images.film.marked import MarkFinder, marked, standing


def looked(tmp_path, *scenes):
    return look_at_film(film(tmp_path / "film.mp4", scenes, size=(480, 320)).path, MarkFinder())


def test_every_number_is_on_the_sheet(tmp_path):
    look = looked(tmp_path, standing(marked((60, 80)), 1.2), standing(marked((60, 80), (300, 140), seed=7), 1.2))

    (page,) = contact_sheet(look)

    shown = {track.number for sample in look.samples for track in in_frame(look, sample.frame)}
    assert shown == {track.number for track in look.tracks} == {1, 2, 3}
    assert page.width > 2 * 480


def test_frames_in_which_nothing_changed_are_shown_once(tmp_path):
    look = looked(tmp_path, standing(marked((60, 80)), 4))

    (page,) = contact_sheet(look)

    assert len(look.samples) == 4
    assert page.width < 2 * 480


def test_the_box_lies_around_the_face(tmp_path):
    look = looked(tmp_path, standing(marked((60, 80)), 0.4))

    pixels = np.asarray(contact_sheet(look)[0]).astype(int)

    green = (pixels[:, :, 1] > pixels[:, :, 0] + 60) & (pixels[:, :, 1] > pixels[:, :, 2] + 60)
    rows, columns = np.nonzero(green)
    above = pixels[rows.min() - 12 : rows.min(), columns.min() : columns.max()]
    assert (above.min(axis=2) > 240).any()


def test_a_film_without_faces_has_no_sheet(tmp_path):
    assert contact_sheet(looked(tmp_path, standing(marked(), 0.4))) == ()


def test_times_read_as_on_a_player():
    assert [clock(seconds) for seconds in (0, 7.04, 65.5, 3600)] == ["0:00.0", "0:07.0", "1:05.5", "60:00.0"]
