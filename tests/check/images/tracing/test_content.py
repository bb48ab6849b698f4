"""Bars around a picture are cut off before it is hashed; a sky, a wall and a night stay."""

import numpy as np
import pytest
from PIL import Image

from magdit.check.images.tracing.content import content_of
from magdit.check.images.tracing.pdq import light_of
from tests.check.images.tracing.changes import saved, with_bars
from tests.check.images.tracing.pictures import NAMES, opened, pieces, pixels


def inside(image) -> tuple[int, int]:
    """Width and height of what is left."""
    height, width = content_of(light_of(pixels(image))).shape
    return width, height


def about(one, other, by=12) -> bool:
    """A JPEG of poor quality spreads an edge over a block of eight on either side."""
    return abs(one[0] - other[0]) <= by and abs(one[1] - other[1]) <= by


@pytest.mark.parametrize("colour", ["white", "black", "grey", None])
@pytest.mark.parametrize("name", ["crossing.jpg", "skier.jpg"])
@pytest.mark.parametrize("quality", [40, 90])
def test_bars_go(name, colour, quality):
    image = opened(name)

    assert about(inside(saved(with_bars(image, colour), quality)), image.size)


def test_a_frame_all_around_goes():
    image = opened("crossing.jpg")
    frame = Image.new("RGB", (1000, 900), "white")
    frame.paste(image, (40, 200))

    assert about(inside(saved(frame, 60)), image.size)


@pytest.mark.parametrize(("name", "image"), [*((name, opened(name)) for name in NAMES), *pieces(2)])
def test_a_photo_without_bars_stays_whole(name, image):
    light = light_of(pixels(image))

    assert content_of(light) is light


def test_one_calm_side_may_be_a_sky():
    shades = pixels(opened("crossing.jpg")).copy()
    shades[:150] = 240
    light = light_of(shades)

    assert content_of(light) is light


def test_an_even_wall_stays_a_wall():
    wall = np.full((50, 80), 200, dtype=np.float32)

    assert content_of(wall) is wall
