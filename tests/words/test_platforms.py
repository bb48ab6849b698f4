"""Platforms that are gone: a list anyone can add to, and names that are found as words only."""

import pytest

from magdit.words.media import MEDIA
from magdit.words.platforms import gone


def test_the_ones_every_school_knew_are_on_it():
    names = {name for platform in gone() for name in platform.names}

    assert {"Hyves", "Google+", "Vine", "Periscope", "Twitter"} <= names


def test_a_platform_that_was_renamed_says_how_it_is_called_now():
    assert next(platform.now for platform in gone() if "Twitter" in platform.names) == "X"


@pytest.mark.parametrize("platform", gone(), ids=lambda platform: platform.names[0])
def test_each_says_since_when(platform):
    assert platform.since.isdigit()
    assert len(platform.since) == 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twitter en Hyves.", ["Twitter", "Hyves"]),
        ("twitter", ["Twitter"]),
        ("Vineyard", []),
        ("Google+.", ["Google+"]),
    ],
)
def test_names_are_found_as_whole_words(text, found):
    assert sorted(name for platform in gone() for name in platform.found_in(text)) == sorted(found)


@pytest.mark.parametrize(("word", "named"), [("twitter", True), ("google_plus", True), ("instagram", False)])
def test_a_code_in_a_pack_is_known_too(word, named):
    assert any(platform.is_named(word) for platform in gone()) is named


def test_no_channel_of_ours_is_gone():
    assert [word.code for word in MEDIA if any(platform.is_named(word.code) for platform in gone())] == []
