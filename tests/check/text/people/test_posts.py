"""Everyday posts of one invented school: who is named, and nobody more; beside them as many posts that name nobody.

`posts/loud.txt` marks the names with [[ ]]; `posts/silent.txt` is full of words that are names of this school. What
the finder does not see yet stands in `posts/missed.txt`, what it marks too much in `posts/wrongly_marked.txt`.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from magdit.check.tables.roster import Roster, read_roster
from magdit.check.text.finders.names import find
from magdit.check.text.text import Text

POSTS = Path(__file__).parent / "posts"
MARKED = re.compile(r"\[\[(.+?)\]\]")
Spans = list[tuple[int, int]]


@cache
def roster() -> Roster:
    return read_roster(POSTS / "roster.csv")


def lines(name: str) -> list[str]:
    return (POSTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]


def meant(marked: str) -> tuple[str, Spans]:
    """The post without its marks, and where they stood."""
    spans = [(at.start() - 4 * n, at.end() - 4 * (n + 1)) for n, at in enumerate(MARKED.finditer(marked))]
    return MARKED.sub(r"\1", marked), spans


def seen(post: str) -> Spans:
    return [(one.start, one.end) for one in find(Text.of(post), roster())]


@pytest.mark.parametrize("marked", lines("loud"))
def test_exactly_who_is_named_is_found(marked: str) -> None:
    post, names = meant(marked)

    assert seen(post) == names


@pytest.mark.parametrize("post", lines("silent"))
def test_a_post_that_names_nobody_stays_silent(post: str) -> None:
    assert seen(post) == []


def test_most_of_these_names_are_certain() -> None:
    posts = [meant(marked)[0] for marked in lines("loud")]

    certainties = [one.certainty for post in posts for one in find(Text.of(post), roster())]

    assert certainties.count("zeker") > 0.85 * len(certainties)


def test_the_known_misses_are_still_misses() -> None:
    mended = [marked for marked in lines("missed") if seen(meant(marked)[0]) == meant(marked)[1]]

    assert mended == []


def test_the_known_errors_are_still_errors() -> None:
    assert [post for post in lines("wrongly_marked") if not seen(post)] == []
