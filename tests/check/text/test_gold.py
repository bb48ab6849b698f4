"""159 invented posts of a school, with every span a careful colleague would mark; more than a third expects silence.

The bounds are what was measured, with a little room: docs/decisions/0011-text.md tells how. A wish is no bound.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from magdit.check.tables.roster import Roster
from magdit.check.text.finding import Finding
from magdit.check.text.look import look_at


@dataclass(frozen=True)
class Post:
    text: str
    spans: tuple[dict[str, object], ...]

    def expects(self, finding: Finding) -> bool:
        return any(_meets(span, finding) for span in self.spans)


@dataclass(frozen=True)
class Score:
    recall: float
    precision: float


@pytest.fixture(scope="module")
def posts() -> tuple[Post, ...]:
    lines = (Path(__file__).parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Post(line["text"], tuple(line["spans"])) for line in map(json.loads, lines))


def test_every_gold_span_points_at_its_own_words(posts: tuple[Post, ...]) -> None:
    for post in posts:
        for span in post.spans:
            assert post.text[span["start"] : span["end"]] == span["words"]  # type: ignore[misc]  # JSON has no types


def test_a_third_of_the_posts_expects_silence(posts: tuple[Post, ...]) -> None:
    silent = [post for post in posts if not post.spans]

    assert len(posts) >= 150
    assert len(silent) * 3 >= len(posts)


def test_children_and_staff_are_found(posts: tuple[Post, ...], roster: Roster) -> None:
    score = _score(posts, roster, names=True)

    assert score.recall >= 0.98
    assert score.precision >= 0.97


def test_who_is_found_for_certain_is_there(posts: tuple[Post, ...], roster: Roster) -> None:
    score = _score(posts, roster, names=True, certain=True)

    assert score.precision >= 0.98
    assert score.recall >= 0.85


def test_everything_else_is_found(posts: tuple[Post, ...], roster: Roster) -> None:
    score = _score(posts, roster, names=False)

    assert score.recall >= 0.98
    assert score.precision >= 0.94


def test_posts_about_nobody_stay_unmarked(posts: tuple[Post, ...], roster: Roster) -> None:
    marked = [post.text for post in posts if not post.spans and look_at(post.text, roster)]

    assert len(marked) <= 3, marked


def _score(posts: tuple[Post, ...], roster: Roster, *, names: bool, certain: bool = False) -> Score:
    expected = hit = told = right = 0
    for post in posts:
        findings = [finding for finding in look_at(post.text, roster) if (finding.type == "name") == names]
        findings = [finding for finding in findings if not certain or finding.certainty == "zeker"]
        for span in _needed(post, names=names):
            expected += 1
            hit += any(_meets(span, finding) for finding in findings)
        told += len(findings)
        right += sum(post.expects(finding) for finding in findings)
    return Score(hit / expected, right / told)


def _needed(post: Post, *, names: bool) -> Iterator[dict[str, object]]:
    return (span for span in post.spans if (span["type"] == "name") == names and not span.get("optional"))


def _meets(span: dict[str, object], finding: Finding) -> bool:
    start, end = int(str(span["start"])), int(str(span["end"]))
    return finding.type == span["type"] and finding.start < end and start < finding.end
