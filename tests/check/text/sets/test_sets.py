"""634 invented posts of three schools, written before the finders saw them: README.md beside this tells how.

The floors are what was measured, with a little room, and never below the goal of issue 6 where that was reached.
"""

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest
from stdnum.nl import bsn

from bench.text_score import DATA, Share, figures
from tests.check.text.sets.known import FILE, looked, misses
from tests.check.text.sets.reading import HERE, SIZES, post_sets
from tests.check.text.sets.rosters import made

TESTED = ("college", "board")
FLOORS = {
    "names recall": 0.95,
    "names precision": 0.97,
    "zeker recall": 0.85,
    "zeker precision": 0.97,
    "lower case": 0.88,
    "off roster": 0.95,
    "data recall": 0.98,
    "data precision": 0.98,
    "tone recall": 0.85,
    "tone precision": 0.93,
}
CEILINGS = {"silent marked": 0.03, "harmless flagged": 0.05}


@cache
def got() -> dict[str, Share]:
    return figures([pair for name in TESTED for pair in looked(name)])


@cache
def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / "posts.jsonl").read_text(encoding="utf-8").splitlines()]


def spans(kind: str | None = None) -> list[dict[str, Any]]:
    return [span for line in lines() for span in line["spans"] if kind is None or span["type"] == kind]


def test_every_span_points_at_its_own_words() -> None:
    for line in lines():
        for span in line["spans"]:
            assert line["text"][span["start"] : span["end"]] == span["words"], line["id"]


def test_a_third_of_the_posts_expects_silence() -> None:
    posts = [post for one in post_sets() for post in one.posts]

    assert sum(post.is_silent for post in posts) * 3 >= len(posts) > 600


@pytest.mark.parametrize("name", SIZES)
def test_each_set_holds_enough_of_everything_to_measure_by(name: str) -> None:
    one = next(one for one in post_sets() if one.name == name)
    asked = [span for post in one.posts for span in post.spans if not span.optional]
    harmless = [post for post in one.posts if post.kind == "tone" and not post.is_harmful]

    names = [span for span in asked if span.type == "name"]

    assert len(names) >= 90
    assert sum(span.lower for span in names) >= 20
    assert sum(not span.on_roster for span in names) >= 25
    assert sum(span.type in DATA for span in asked) >= 60
    assert {span.type for span in asked} >= DATA
    assert sum(post.is_harmful for post in one.posts) >= 25
    assert len(harmless) >= 25


def test_every_bsn_in_the_posts_is_invented_and_passes_the_test_of_eleven() -> None:
    numbers = [bsn.compact(str(span["words"])) for span in spans("bsn")]

    assert len(numbers) >= 10
    assert all(bsn.is_valid(number) for number in numbers)


@pytest.mark.parametrize("figure", FLOORS)
def test_the_finders_reach_what_was_measured(figure: str) -> None:
    assert got()[figure].of > 0
    assert got()[figure].part >= FLOORS[figure]


@pytest.mark.parametrize("figure", CEILINGS)
def test_no_more_is_marked_wrongly_than_was_measured(figure: str) -> None:
    assert got()[figure].of > 0
    assert got()[figure].part <= CEILINGS[figure]


def test_thirty_thousand_names_cost_hardly_any_precision() -> None:
    small, large = (
        figures([pair for name in TESTED for pair in looked(name, size)])["names precision"].part
        for size in (200, 30_000)
    )

    assert small - large <= 0.04


def test_whatever_is_missed_or_marked_wrongly_is_written_down() -> None:
    known = Counter(FILE.read_text(encoding="utf-8").splitlines())

    assert Counter(misses()) - known == Counter()


def test_a_roster_is_the_same_every_time_keeps_its_cast_and_holds_nobody_twice() -> None:
    cast = post_sets()[1].cast

    rows = made(30_000, seed=7, cast=cast)

    assert rows == made(30_000, seed=7, cast=cast)
    assert rows[: len(cast)] == cast
    assert len(set(rows)) == len(rows) == 30_000
