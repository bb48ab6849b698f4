"""`magdit look` at a text in a language that nobody here reads: it says so, and is not content."""

import json

import pytest

POLISH = "jutro szkoła jest zamknięta, a dzieci zostają w domu."


def test_it_says_that_tone_and_marks_were_not_judged(magdit):
    ended = magdit("look", "--tekst", POLISH)

    assert "niet beoordeeld" in " ".join(ended.out.split())
    assert ended.code == 1


def test_it_says_so_to_programs_too(magdit):
    ended = magdit("look", "--tekst", POLISH, "--json")

    assert json.loads(ended.out) == {"id": "tekst", "findings": [], "not_judged": ["language"]}


@pytest.mark.parametrize("text", ["Morgen is er geen school.", "There is no school tomorrow.", "Feest!"])
def test_of_dutch_english_and_a_short_caption_it_says_nothing(magdit, text):
    ended = magdit("look", "--tekst", text, "--json")

    assert json.loads(ended.out) == {"id": "tekst", "findings": []}
    assert ended.code == 0
