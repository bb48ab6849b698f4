"""A picture of the school is found again after what people do to pictures, and no other picture is taken for it."""

import random
from itertools import combinations

import pytest

from magdit.check.images.tracing.hashes import HASHES, hashes_of, hashes_to_ask
from magdit.check.images.tracing.search import NEAR, distance, near
from tests.check.images.tracing.changes import CHANGES, resized, square
from tests.check.images.tracing.pictures import laid_over, opened, pieces, pixels, shares_a_piece

FOUND = 0.95


@pytest.fixture(scope="module")
def stored():
    """Two dozen pictures and their hashes, as the school keeps them."""
    return _hashed([*pieces(2), *laid_over(12)])


@pytest.fixture(scope="module")
def many():
    return _hashed([*pieces(2), *pieces(3), *laid_over(170)])


def _hashed(pictures):
    hashed = [(name, image, hashes_of(pixels(image))) for name, image in pictures]
    return [kept for kept in hashed if kept[2]]


def found(stored, change, asked=hashes_of) -> float:
    """The part of the pictures that is found again after this change."""
    chance = random.Random(change)
    changed = [(CHANGES[change](image, chance), hashes) for _, image, hashes in stored]
    return sum(near(asked(pixels(image)), hashes) for image, hashes in changed) / len(changed)


@pytest.mark.parametrize("change", CHANGES)
def test_a_picture_is_found_again_after(stored, change):
    assert len(stored) == 24
    assert found(stored, change) >= FOUND


@pytest.mark.full
@pytest.mark.parametrize("change", CHANGES)
def test_two_hundred_pictures_are_found_again_after(many, change):
    assert len(many) >= 200
    assert found(many, change) >= FOUND


@pytest.mark.parametrize("turn", range(1, 4))
def test_a_picture_on_its_side_is_found_by_asking(stored, turn):
    _, image, hashes = stored[0]
    turned = image.rotate(90 * turn, expand=True)

    assert near(hashes_to_ask(pixels(turned)), hashes)


def test_no_other_picture_is_taken_for_it(stored):
    assert _nearest_strangers(stored, hashes_of) > NEAR


@pytest.mark.full
def test_of_thousands_of_pairs_none_is_taken_for_the_same(many):
    assert _nearest_strangers(many, hashes_to_ask) > NEAR


def _nearest_strangers(pictures, asked) -> int:
    asks = {name: asked(pixels(image)) for name, image, _ in pictures}
    strangers = [
        distance(asks[one], hashes)
        for (one, _, _), (other, _, hashes) in combinations(pictures, 2)
        if not shares_a_piece(one, other) and not _same_photo(one, other)
    ]
    assert strangers
    return min(strangers)


def _same_photo(one: str, other: str) -> bool:
    """Pieces of one photo cut in two ways do share something."""
    return "+" not in one + other and one.split("-")[0] == other.split("-")[0]


def test_one_plain_hash_would_not_find_a_crop(stored):
    """Why there are nineteen."""
    change = "10 % off every side"
    alone = [(name, image, hashes[:1]) for name, image, hashes in stored]

    assert found(alone, change, asked=lambda cut: hashes_of(cut)[:1]) < 0.2


def test_known_miss_a_square_from_the_side_of_a_wide_picture():
    """A third of the picture is gone there; more hashes would find it and more strangers too."""
    image = opened("skier.jpg")
    left = image.crop((0, 0, image.height, image.height))

    assert near(hashes_of(pixels(square(image))), hashes_of(pixels(image)))
    assert not near(hashes_of(pixels(left)), hashes_of(pixels(image)))


def test_known_miss_a_snow_field_that_holds_barely_enough():
    """Cut smaller, it holds too little to be told from any other snow field."""
    snow = dict(pieces(2))["skier.jpg-00"]

    assert hashes_of(pixels(snow))
    assert hashes_of(pixels(CHANGES["10 % off every side"](snow, random.Random(1)))) == ()


def test_every_photo_gets_nineteen(crossing):
    hashes = hashes_of(pixels(opened(crossing.name)))

    assert len(hashes) == HASHES == 19
    assert {len(one) for one in hashes} == {64}


def test_large_and_small_versions_get_the_same_first_hash(crossing):
    image = opened(crossing.name)

    assert distance(hashes_of(pixels(resized(image, 3)))[:1], hashes_of(pixels(image))[:1]) <= 12
