"""Faces are followed by place alone: through a moving camera, a look that missed them, and to the edge."""

import numpy as np
import pytest

from magdit.check.images.film.camera import Motion, moved
from magdit.check.images.film.follow import Seen, trails
from magdit.check.images.film.scenes import Path
from magdit.check.images.film.tracks import Sight, tracks
from tests.check.images.film.marked import ground

WIDTH, HEIGHT = 320, 180
RATE = 25


def stamp(zoom: float = 1.0, across: float = 0.0, down: float = 0.0, seed: int = 1) -> np.ndarray:
    """The ground as a camera sees it that moved so much (in pixels of a stamp)."""
    x, y = 100 - across / zoom, 100 - down / zoom
    part = (x, y, x + 256 / zoom, y + 144 / zoom)
    small = ground(seed=seed).convert("L").resize((128, 72), box=tuple(part), reducing_gap=2.0)
    return np.asarray(small, dtype=np.float32)


@pytest.mark.parametrize(("across", "down"), [(0, 0), (0.6, 0), (-1.5, 0.8), (4, -3)])
def test_a_shift_of_the_camera_is_seen(across, down):
    motion = moved(stamp(), stamp(across=across / 2, down=down / 2), Motion())

    assert motion.zoom == pytest.approx(1, abs=0.004)
    assert (motion.across * 128, motion.down * 128) == pytest.approx((across / 4, down / 4), abs=0.12)


@pytest.mark.parametrize("zoom", [0.98, 1.01, 1.04])
def test_a_zoom_of_the_camera_is_seen(zoom):
    assert moved(stamp(), stamp(zoom=zoom), Motion()).zoom == pytest.approx(zoom, abs=0.004)


def test_another_picture_is_another_scene():
    path = Path()

    begins = [path.go_on(stamp(across=at / 4, seed=seed)) for seed, at in ((1, 0), (1, 1), (1, 2), (8, 2), (8, 2))]

    assert begins == [True, False, False, True, False]
    assert [path.scene_around(frame) for frame in (0, 2, 3)] == [(0, 2), (0, 2), (3, 4)]


def test_a_black_film_is_one_scene():
    path = Path()

    begins = [path.go_on(np.zeros((72, 128), dtype=np.float32)) for _ in range(5)]

    assert begins == [True, False, False, False, False]
    assert path.zooms == [1.0] * 5


def still_path(frames: int) -> Path:
    return Path(zooms=[1.0] * frames, shifts=[(0.0, 0.0)] * frames, scenes=[0] * frames)


def seen(frame: int, *places: tuple[float, float], side: float = 30) -> Sight:
    boxes = np.array([(x, y, x + side, y + side) for x, y in places], dtype=np.float32).reshape(-1, 4)
    return Sight(frame, boxes, tuple(0.8 for _ in places))


def followed(sights, path=None, frames: int = 100):
    times = [frame / RATE for frame in range(frames)]
    return tracks(sights, path or still_path(frames), times=times, width=WIDTH, height=HEIGHT)


def test_two_who_pass_each_other_stay_two():
    sights = [seen(at, (20 + 2 * at, 40), (240 - 2 * at, 75)) for at in range(0, 100, 4)]

    one, other = followed(sights)

    assert (one.at(99)[0], other.at(99)[0]) == pytest.approx((212, 48), abs=8)


def test_a_face_that_a_look_missed_is_where_it_was_going():
    sights = [seen(at, (20 + 2 * at, 40)) if at not in (40, 44, 48) else seen(at) for at in range(0, 100, 4)]

    (track,) = followed(sights)

    assert track.at(44)[0] <= 20 + 2 * 44 <= track.at(44)[0] + 25
    assert track.at(44)[2] >= 20 + 2 * 44 + 30


def test_the_box_never_lies_inside_what_was_seen():
    chance = np.random.default_rng(3)
    sights = [seen(at, tuple(100 + chance.normal(0, 2, 2)), side=30 + chance.normal(0, 2)) for at in range(0, 100, 4)]

    (track,) = followed(sights)

    for sight in sights:
        box, sides = sight.boxes[0], track.at(sight.frame)
        assert (sides[:2] <= box[:2] + 0.01).all()
        assert (sides[2:] >= box[2:] - 0.01).all()


def test_a_face_is_hidden_a_little_before_and_after_it_is_seen_but_not_in_another_scene():
    path = still_path(200)
    path.scenes = [0] * 90 + [1] * 110
    sights = [seen(at, (100, 60)) for at in range(80, 90, 4)] + [seen(92), seen(150)]

    (track,) = followed(sights, path, frames=200)

    assert (track.first, track.last) == (30, 89)


def test_whoever_comes_in_over_the_edge_is_hidden_from_the_first_ear():
    """The camera goes right, 4 pixels a frame; the face on that side is first seen when it is half in."""
    path = Path(zooms=[1.0] * 60, shifts=[(-4 * at / WIDTH, 0.0) for at in range(60)], scenes=[0] * 60)
    left = [400 - 4 * at for at in range(60)]
    sights = [seen(at) for at in range(0, 25, 4)]
    sights += [Sight(28, np.array([[left[28], 60, WIDTH, 90]], np.float32), (0.4,))]
    sights += [seen(at, (left[at], 60)) for at in range(32, 60, 4)]

    (track,) = followed(sights, path, frames=60)

    for at in range(21, 60):  # at 21 its first four pixels are in the picture
        assert track.at(at)[0] <= left[at] + 0.01
        assert track.at(at)[2] >= min(WIDTH, left[at] + 30) - 0.01


def test_a_face_gone_for_long_begins_anew():
    looks = [Seen(at, np.array([[100, 60, 130, 90]], np.float32), (0.8,), (False,)) for at in (0, 4, 8, 80, 84)]

    assert [trail.frames for trail in trails(looks, span=8, patience=50)] == [[0, 4, 8], [80, 84]]


def test_a_face_that_is_suddenly_much_larger_is_another():
    boxes = [[100, 60, 130, 90], [80, 40, 150, 110]]
    looks = [Seen(at, np.array([boxes[at]], np.float32), (0.8,), (False,)) for at in (0, 1)]

    assert len(trails(looks, span=8, patience=50)) == 2


def test_the_fullest_frame_says_how_many_there_are_at_least(tmp_path):
    from magdit.check.images.film.looking import look_at_film
    from tests.check.images.film.filmed import film
    from tests.check.images.film.marked import MarkFinder, marked, standing

    made = film(tmp_path / "film.mp4", [standing(marked((60, 80)), 0.6), standing(marked((60, 80), (300, 140)), 0.6)])

    look = look_at_film(made.path, MarkFinder())

    assert look.most_at_once() == 2
