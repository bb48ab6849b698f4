"""A face that the looks missed is drawn by a person, and from then on hidden as the others are."""

from magdit.check.images.film.drawn import Drawn, span, with_drawn
from magdit.check.images.film.hiding import hide_in_film
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.film.second_look import seen_still
from tests.check.images.film.filmed import Shot, film
from tests.check.images.film.marked import SIDE, MarkFinder, marked, standing
from tests.check.images.film.measured import greenness, shown

PLACE = (60, 80)
BOX = (*PLACE, SIDE, SIDE)


class Blind(MarkFinder):
    """Misses every face."""

    def find(self, pixels, threshold=0.3):
        return ()

    def glance(self, pixels, *, long_side, threshold=0.2):
        return ()


def test_a_face_drawn_in_one_frame_is_gone_for_two_seconds_before_and_after(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(PLACE), 6)], size=(480, 320))
    look = with_drawn(look_at_film(made.path, Blind()), [Drawn(75, *BOX)])

    hide_in_film(look, tmp_path / "schoon.mp4")

    green = [greenness(frame) for frame in shown(tmp_path / "schoon.mp4")]
    (track,) = look.tracks
    assert span(3.0, seconds=6.0) == (1.0, 5.0) == (track.start, track.end)
    assert max(green[25:126]) == 0
    assert min(green[:24] + green[127:]) > 0.01


def test_it_goes_along_with_the_camera_and_ends_where_the_film_is_cut(tmp_path):
    pan = Shot(marked(PLACE), 1.0, (160, 130, 240), (240, 130, 240))
    made = film(tmp_path / "film.mp4", [pan, standing(marked(PLACE, seed=7))], size=(480, 320))
    look = with_drawn(look_at_film(made.path, Blind()), [Drawn(0, 40, 80, 120, 120)])

    hide_in_film(look, tmp_path / "schoon.mp4")

    green = [greenness(frame) for frame in shown(tmp_path / "schoon.mp4")]
    assert max(green[:25]) == 0
    assert min(green[25:]) > 0.01


def test_drawn_again_soon_after_it_is_one_face_and_beside_those_that_were_seen(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked((300, 140)), 3)], size=(480, 320))
    look = look_at_film(made.path, MarkFinder())

    more = with_drawn(look, [Drawn(10, *BOX), Drawn(35, 70, 80, SIDE, SIDE), Drawn(10_000, *BOX)])

    assert [track.number for track in more.tracks] == [1, 2]
    assert with_drawn(look, []) is look


def test_a_copy_that_still_shows_who_was_hidden_is_noticed_and_who_stays_is_not(tmp_path):
    made = film(tmp_path / "film.mp4", [standing(marked(PLACE, (300, 140)), 1)], size=(480, 320))
    before = look_at_film(made.path, MarkFinder())
    hide_in_film(before, tmp_path / "schoon.mp4", numbers=[1])

    after = look_at_film(tmp_path / "schoon.mp4", MarkFinder())

    assert seen_still(before, after, {1}) == ()
    assert [track.number for track in seen_still(before, before, {1})] == [1]
