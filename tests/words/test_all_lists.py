"""Promises that every list of words keeps."""

import re

import pytest
import words_page
from words_page import LISTS

from magdit.words import actions, circumstances, media, phases, remedies, roles, states, verdicts
from magdit.words.vocabulary import Vocabulary

MODULES = (actions, circumstances, media, phases, remedies, roles, states, verdicts)
EVERY = [value for module in MODULES for value in vars(module).values() if isinstance(value, Vocabulary)]
each_list = pytest.mark.parametrize("words", EVERY, ids=lambda words: words.name)


@each_list
def test_no_spelling_stands_for_two_words(words):
    spellings = [spelling for word in words for spelling in {word.code, *word.also}]

    assert sorted(spellings) == sorted(set(spellings))


@each_list
def test_every_code_is_plain(words):
    assert [word.code for word in words if not re.fullmatch(r"[a-z][a-z0-9_]*", word.code)] == []


@each_list
def test_every_word_has_its_dutch_and_english(words):
    assert [word.code for word in words if not word.dutch.strip() or not word.english.strip()] == []


@each_list
def test_every_wider_word_is_on_the_same_list(words):
    assert [(word.code, wider) for word in words for wider in word.within if wider not in words] == []


@each_list
def test_no_word_is_wider_than_itself(words):
    assert [word.code for word in words if word.code in word.within] == []


def test_the_page_of_words_shows_every_list():
    assert {words.name for words, _ in LISTS} == {words.name for words in EVERY}


def test_the_page_of_words_is_up_to_date():
    kept = words_page.PAGE.read_text(encoding="utf-8")

    assert kept == words_page.page(), "a word or fact changed: run `make words`"


def test_states_that_count_are_states():
    assert {*states.GIVEN, *states.SAID_NO, *states.OPEN} <= {word.code for word in states.CONSENT_STATES}
    assert states.GIVEN.isdisjoint(states.SAID_NO | states.OPEN)
