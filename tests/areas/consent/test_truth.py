"""The register against the reference model, over random histories under all five protocols."""

from __future__ import annotations

from random import Random

import pytest

from magdit.areas.consent.asking.probing import Topic
from magdit.areas.consent.standing import standing
from magdit.protocols.library import Library
from tests.areas.consent.histories import COVERS, SCHOOLS, History, made, subject, terms, told
from tests.areas.consent.reference import may

LIBRARY = Library()


def compare(school: str, history: History) -> tuple[int, int]:
    """How often it was yes and how often no, after holding every look against the reference."""
    book, topic, who = LIBRARY.book(school), Topic(history.channel, COVERS[history.channel]), subject(history.child)
    answers = told(history, book, topic)
    counts = [0, 0]
    for day in history.days:
        found = standing(book, topic, who, answers, day=day, terms=terms(history.child, day))
        expected = may(school, history.channel, history.child, history.events, day)
        assert found.yes == expected, (school, history, day, found.code)
        counts[expected] += 1
    return counts[1], counts[0]


def hold(school: str, *, number: int, seed: int) -> None:
    random = Random(f"{school} {seed}")
    yes = no = 0
    for _ in range(number):
        more_yes, more_no = compare(school, made(random))
        yes, no = yes + more_yes, no + more_no
    assert yes > number / 20, "the histories say nothing"
    assert no > number / 2, "the histories say nothing"


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_register_says_what_the_reference_says(school: str) -> None:
    hold(school, number=300, seed=1)


@pytest.mark.full
@pytest.mark.parametrize("school", SCHOOLS)
def test_the_register_says_what_the_reference_says_over_many_histories(school: str) -> None:
    hold(school, number=12_000, seed=2)
