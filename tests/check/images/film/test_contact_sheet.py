"""On the contact sheet every track has a number, in a frame with its time."""

import numpy as np

from magdit.check.images.film.looking import look_at_film
from magdit.check.images.film.sheet import clock, contact_sheet
from magdit.check.images.film.stills import MOST_QUIET, Layout, in_frame, stills
from magdit.check.images.film.track import FilmLook, Sample
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

    pixels = np.asarray(next(contact_sheet(look))).astype(int)

    green = (pixels[:, :, 1] > pixels[:, :, 0] + 60) & (pixels[:, :, 1] > pixels[:, :, 2] + 60)
    rows, columns = np.nonzero(green)
    above = pixels[rows.min() - 12 : rows.min(), columns.min() : columns.max()]
    assert (above.min(axis=2) > 240).any()


def test_a_film_without_faces_shows_a_still_each_second_for_a_person_to_look_at(tmp_path):
    look = looked(tmp_path, standing(marked(), 2.4))

    (page,) = contact_sheet(look)

    assert [sample.time for sample in stills(look)] == [0, 1, 2]
    assert page.width > 2 * 480


def test_of_a_film_of_an_hour_no_more_stills_are_shown_than_a_person_looks_at(tmp_path):
    short = looked(tmp_path, standing(marked(), 0.4))
    samples = tuple(Sample(25 * second, float(second), short.samples[0].jpeg) for second in range(3600))

    look = FilmLook(short.media, 480, 320, 90_000, 3600.0, (), (), samples, 0)

    assert len(stills(look)) == MOST_QUIET


def test_a_place_on_a_sheet_is_a_place_in_a_still(tmp_path):
    layout = Layout(480, 270, 10)

    left, top = layout.corner(9)

    assert (layout.across, layout.sheets, list(layout.on(1))) == (2, 2, [8, 9])
    assert layout.under(1, left + 1, top + 1) == 9
    assert layout.under(1, left - 4, top + 1) is None
    assert (layout.under(0, left + 1, top + 1), layout.under(2, 10, 40)) == (1, None)


def test_times_read_as_on_a_player():
    assert [clock(seconds) for seconds in (0, 7.04, 65.5, 3600)] == ["0:00.0", "0:07.0", "1:05.5", "60:00.0"]
