"""Reads the three sets of posts, and their rosters: a school of 30, a college of 200, a board of 1,200."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.text_score import Post, post_of
from tests.check.text.sets.rosters import Row, made, read_rows

HERE = Path(__file__).parent
SIZES = {"school": 30, "college": 200, "board": 1200}
SEEDS = {"school": 1, "college": 2, "board": 3}
SPLITS = {"school": "tune", "college": "test", "board": "test"}


@dataclass(frozen=True)
class PostSet:
    """The posts of one school. Its people are the cast, and whoever is invented round them."""

    name: str
    posts: tuple[Post, ...]

    @property
    def split(self) -> str:
        """Was it used for tuning, or only for testing?"""
        return SPLITS[self.name]

    @property
    def cast(self) -> list[Row]:
        """The people that the posts are about."""
        return read_rows(HERE / "casts" / f"{self.name}.csv")

    def roster(self, size: int | None = None) -> list[Row]:
        """The school's own roster, or a larger one round the same cast."""
        return made(size or SIZES[self.name], seed=SEEDS[self.name], cast=self.cast)


@cache
def post_sets() -> tuple[PostSet, ...]:
    """All three, in the order in which they came about."""
    lines = [json.loads(line) for line in (HERE / "posts.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple(
        PostSet(name=name, posts=tuple(post_of(line) for line in lines if line["roster"] == name)) for name in SIZES
    )
