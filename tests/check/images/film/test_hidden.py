"""Every face is hidden in every frame of films made of photographs, of which we know where every face is."""

import numpy as np
import pytest
from PIL import Image

from magdit.check.images.film.hiding import hide_in_film
from magdit.check.images.film.looking import look_at_film
from tests.check.images.film.filmed import Shot, Still, film
from tests.check.images.film.measured import frames_hidden, shown
from tests.check.images.test_faces import PEOPLE

FLOOR = 0.98


@pytest.fixture(scope="session")
def street(crossing):
    return Still(Image.open(crossing).convert("RGB"), PEOPLE)


@pytest.fixture(scope="session")
def one(portrait):
    """Drawn by eye, as were the people on the crossing."""
    return Still(Image.open(portrait).convert("RGB"), ((176, 52, 98, 128),))


@pytest.fixture(scope="session")
def snow(skier):
    return Still(Image.open(skier).convert("RGB"), ((355, 66, 33, 33),))


def shots(name, street, one, snow):
    """What is filmed in each, and how."""
    aside = Shot(street, 2, (200, 160, 400), (420, 160, 380))
    return {
        "a pan": ([aside], {}),
        "from near to far": ([Shot(street, 2, (420, 150, 260), (400, 250, 800))], {"rate": 30}),
        "cuts": (
            [Shot(one, 1, (230, 150, 500), (222, 130, 260)), Shot(snow, 1, (370, 120, 500), (390, 100, 250)), aside],
            {"size": (854, 480)},
        ),
        "fast, there and back": (
            [Shot(street, 1, (160, 150, 320), (640, 150, 320)), Shot(street, 1, (640, 150, 320), (160, 150, 320))],
            {"rate": 30},
        ),
        "a phone held upright": ([Shot(street.mirrored(), 2, (150, 200, 200), (450, 200, 250))], {"size": (360, 640)}),
        "few frames a second": ([Shot(street, 3, (200, 160, 400), (500, 160, 400))], {"rate": 12}),
        "full hd": ([Shot(street, 4, (250, 200, 500), (550, 220, 450)), aside], {"size": (1920, 1080), "rate": 30}),
        "long": ([Shot(street, 8, (150, 160, 300), (650, 160, 320)), aside], {"size": (1280, 720)}),
        "everyone small": ([Shot(street, 6, (400, 200, 800), (390, 210, 780))], {}),
        "with hevc": ([aside, Shot(one, 2, (230, 150, 500), (222, 130, 260))], {"codec": "libx265"}),
    }[name]


@pytest.mark.parametrize("name", ["a pan", "cuts", "fast, there and back", "a phone held upright"])
def test_every_face_is_hidden_in_every_frame(finder, tmp_path, street, one, snow, name):
    scenes, given = shots(name, street, one, snow)
    made = film(tmp_path / "film.mp4", scenes, **given)

    look = look_at_film(made.path, finder)

    assert look.frames == len(made.truth)
    assert frames_hidden(made.truth, look) >= FLOOR


@pytest.mark.full
@pytest.mark.parametrize(
    "name", ["from near to far", "few frames a second", "full hd", "long", "everyone small", "with hevc"]
)
def test_every_face_is_hidden_in_longer_and_larger_films(finder, tmp_path, street, one, snow, name):
    scenes, given = shots(name, street, one, snow)
    made = film(tmp_path / "film.mp4", scenes, **given)

    assert frames_hidden(made.truth, look_at_film(made.path, finder)) >= FLOOR


def test_no_face_is_seen_where_one_was_hidden(finder, tmp_path, one):
    made = film(tmp_path / "film.mp4", [Shot(one, 1, (230, 150, 500), (222, 130, 300))])
    look = look_at_film(made.path, finder)

    hide_in_film(look, tmp_path / "schoon.mp4")

    frames = shown(tmp_path / "schoon.mp4")
    assert len(frames) == look.frames
    assert [face for frame in frames[::6] for face in finder.find(np.ascontiguousarray(frame))] == []


def test_a_film_without_people_stays_as_it_is(finder, tmp_path):
    down, across = np.mgrid[0:400, 0:600]
    sky = np.stack([across * 255 // 600, down * 255 // 400, (across + down) // 4], axis=2).astype(np.uint8)
    made = film(tmp_path / "lucht.mp4", [Shot(Still(Image.fromarray(sky), ()), 1, (300, 200, 400), (320, 200, 380))])

    look = look_at_film(made.path, finder)

    assert (look.tracks, look.most_at_once()) == ((), 0)
