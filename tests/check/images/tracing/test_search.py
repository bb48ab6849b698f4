"""Ten thousand stored pictures are gone through at once; what is near is named, nearest first."""

import random

import pytest

from magdit.check.images.tracing.search import BITS, Match, Traces, distance, near

CHANCE = random.Random(12)


def some_hash() -> str:
    return CHANCE.randbytes(32).hex()


def with_bits_turned(hexed: str, count: int) -> str:
    number = int(hexed, 16)
    for bit in random.Random(3).sample(range(BITS), count):
        number ^= 1 << bit
    return f"{number:064x}"


@pytest.fixture(scope="module")
def stored():
    return [(f"foto-{number}", tuple(some_hash() for _ in range(19))) for number in range(300)]


def test_the_picture_itself_is_found(stored):
    assert Traces(stored).find(stored[41][1]) == (Match(0, "foto-41"),)


@pytest.mark.parametrize(("turned", "is_found"), [(0, True), (40, True), (64, True), (65, False), (90, False)])
def test_up_to_64_differing_bits_is_near(stored, turned, is_found):
    asked = (some_hash(), with_bits_turned(stored[7][1][5], turned))

    assert (Traces(stored).find(asked) == (Match(turned, "foto-7"),)) is is_found
    assert near(asked, stored[7][1]) is is_found


def test_the_nearest_comes_first(stored):
    asked = (with_bits_turned(stored[3][1][0], 30), with_bits_turned(stored[200][1][18], 12))

    assert Traces(stored).find(asked) == (Match(12, "foto-200"), Match(30, "foto-3"))


def test_strangers_are_not_named(stored):
    assert Traces(stored).find(tuple(some_hash() for _ in range(19))) == ()


def test_pictures_with_fewer_hashes_or_none_keep_their_own(stored):
    uneven = [("leeg", ()), ("kort", (stored[0][1][0],)), stored[1], ("ook leeg", ()), ("laatste", (stored[2][1][0],))]

    traces = Traces(uneven)

    assert traces.find(stored[0][1]) == (Match(0, "kort"),)
    assert traces.find(stored[1][1]) == (Match(0, "foto-1"),)
    assert traces.find(stored[2][1]) == (Match(0, "laatste"),)


def test_nothing_stored_or_nothing_asked_finds_nothing(stored):
    assert Traces([]).find(stored[0][1]) == ()
    assert Traces([("leeg", ())]).find(stored[0][1]) == ()
    assert Traces(stored).find(()) == ()
    assert distance((), stored[0][1]) == distance(stored[0][1], ()) == BITS


@pytest.mark.parametrize(("broken", "why"), [("zz" * 32, "hex"), ("ab" * 31, "64 digits"), ("", "64 digits")])
def test_what_is_no_hash_is_refused(stored, broken, why):
    with pytest.raises(ValueError, match=why):
        distance((broken,), stored[0][1])
