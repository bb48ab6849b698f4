"""`magdit check --bijschrift`: what is written with a photo is checked with it."""

import json

import pytest

PHOTO = ("lucht.jpg", "--niemand-in-beeld", "--namens-school")
KNOWN = ("--feit", "betreft_school=ja", "--feit", "tijdens_les=nee", "--feit", "lesopname=nee")


@pytest.fixture
def photo(school):
    return school.photo("lucht.jpg", "nobody")


def test_a_number_in_a_caption_is_found_beside_the_photo(check, photo):
    ended = check(*PHOTO, *KNOWN, "--bijschrift", "lucht.jpg=Bel 06 12345678", "--json")

    found = json.loads(ended.out)["text"]["findings"]["lucht.jpg (bijschrift)"]
    assert [one["type"] for one in found] == ["phone"]
    assert "12345678" not in ended.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("lucht.jpg", "Schrijf het zo"),
        ("lucht.jpg=", "Schrijf het zo"),
        ("zee.jpg=De zee", "dat bestand hebt u niet opgegeven"),
    ],
)
def test_a_caption_without_a_photo_is_refused_with_a_sentence(check, photo, given, said):
    ended = check(*PHOTO, "--bijschrift", given)

    assert ended.code == 2
    assert said in ended.err
