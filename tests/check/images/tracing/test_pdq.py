"""Our PDQ is the PDQ of others: bit for bit what the reference implementation makes of the same pictures."""

import json
from pathlib import Path

import numpy as np
import pytest

from magdit.check.images.tracing.hashes import hashes_of, hashes_to_ask
from magdit.check.images.tracing.pdq import light_of, waves_of
from tests.check.images.tracing.pictures import opened, pixels

# Made with pdqhash 0.2.8 (the reference in C++) from the demo photos; `piece` is rows 37-250, columns 90-400.
REFERENCE = json.loads((Path(__file__).parent / "reference.json").read_text())


@pytest.fixture(params=REFERENCE)
def photo(request):
    return request.param


def differing(bits, hexed: str) -> int:
    return int(np.bitwise_count(bits ^ np.frombuffer(bytes.fromhex(hexed), dtype=np.uint8)).sum())


def test_a_photo_gets_the_hash_of_the_reference(photo):
    waves = waves_of(light_of(pixels(opened(photo))))

    assert waves.quality == REFERENCE[photo]["quality"]
    assert differing(waves.bits(), REFERENCE[photo]["whole"]) <= 2


def test_a_piece_of_odd_size_as_well(photo):
    waves = waves_of(light_of(pixels(opened(photo))[37:251, 90:401]))

    assert differing(waves.bits(), REFERENCE[photo]["piece"]) <= 2


def test_mirrored_and_turned_without_another_look(photo):
    waves = waves_of(light_of(pixels(opened(photo))))

    turned = dict(zip(("quarter", "half", "three_quarters"), waves.turned_bits(), strict=True))
    turned["mirrored"] = waves.mirrored_bits()
    assert {name: differing(bits, REFERENCE[photo][name]) for name, bits in turned.items()} == dict.fromkeys(turned, 0)


def test_the_first_of_the_nineteen_is_the_plain_hash(photo):
    first = bytes.fromhex(hashes_of(pixels(opened(photo)))[0])

    assert differing(np.frombuffer(first, dtype=np.uint8), REFERENCE[photo]["whole"]) <= 2


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_an_even_wall_gets_no_hash(shade):
    wall = np.full((400, 600, 3), shade, dtype=np.uint8)

    assert hashes_of(wall) == hashes_to_ask(wall) == ()


def test_a_soft_slope_of_light_gets_none_either():
    slope = np.linspace(90, 160, 600).astype(np.uint8)

    assert hashes_of(np.broadcast_to(slope[None, :, None], (400, 600, 3)).copy()) == ()


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (31, 400), (5, 5)])
def test_an_icon_is_no_picture(size):
    noise = np.random.default_rng(4).integers(0, 256, (*size, 3), dtype=np.uint8)

    assert hashes_of(noise) == ()


@pytest.mark.parametrize("size", [(33, 2000), (2000, 33), (64, 64), (513, 511), (1025, 700)])
def test_any_shape_can_be_hashed(size):
    noise = np.random.default_rng(4).integers(0, 256, (*size[::-1], 1), dtype=np.uint8).repeat(3, axis=2)

    assert all(len(one) == 64 for one in hashes_of(noise))
