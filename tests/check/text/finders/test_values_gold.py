"""Posts of every register with their values marked by hand: each is found, and nothing else is."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.check.text.finders.conftest import Valued

_MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]")


@dataclass(frozen=True)
class Post:
    text: str
    values: tuple[tuple[str, str], ...]


def _posts() -> list[Post]:
    lines = (Path(__file__).parent / "values_gold.txt").read_text(encoding="utf-8").splitlines()
    marked = (line.replace("\\n", "\n") for line in lines if line and not line.startswith("#"))
    return [Post(_MARK.sub(r"\2", line), tuple((m[1], m[2]) for m in _MARK.finditer(line))) for line in marked]


POSTS = _posts()
WITH_VALUES = [post for post in POSTS if post.values]
SILENT = [post for post in POSTS if not post.values]


@pytest.mark.parametrize("post", WITH_VALUES, ids=lambda post: post.text[:40])
def test_every_marked_value_is_found_and_nothing_else(valued: Valued, post: Post) -> None:
    found = valued(post.text)

    assert [kind for _, kind, _ in found] == [kind for kind, _ in post.values]
    assert all(_touch(words, marked) for (words, _, _), (_, marked) in zip(found, post.values, strict=True))


@pytest.mark.parametrize("post", SILENT, ids=lambda post: post.text[:40])
def test_a_post_without_values_stays_silent(valued: Valued, post: Post) -> None:
    assert valued(post.text) == []


def test_a_third_of_the_posts_expects_silence() -> None:
    assert len(POSTS) >= 180
    assert len(SILENT) * 3 >= len(POSTS)


def _touch(words: str, marked: str) -> bool:
    """Whether what was found shares its words with what was marked: a span may be a word longer or shorter."""
    shorter, longer = sorted((words, marked), key=len)
    return any(shorter[at : at + 4] in longer for at in range(max(1, len(shorter) - 3)))
