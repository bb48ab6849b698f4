"""A channel of our own: what stands on it is a dict, and a test says how it behaves. Found as every connector is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.connector import Placed, Post, Trouble, Way

ENTRY = "[magdit.connectors]\nfake = tests.journeys.publish.fake:Fake\n"


class Wall:
    """What stands there: key -> (its text, the hashes of its pictures). `moods` go one by one."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.clear()

    def clear(self) -> None:
        """Nothing stands there, and nobody is in a bad mood."""
        self.posts: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.placed: list[str] = []  # every time that something new came to stand there
        self.asked: list[str] = []
        self.moods: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def mood(self) -> str:
        return self.moods.pop(0) if self.moods else "well"


WALL = Wall()


class Fake:
    """Places on the wall. In a bad mood it is down, slow, refuses, talks nonsense, or dies before or after placing."""

    code = "fake"
    by_hand = False
    asks: tuple[Ask, ...] = ()

    def check(self, way: Way) -> None:
        pass

    def place(self, way: Way, post: Post) -> Placed:
        mood = WALL.mood()
        _fail_before(mood)
        WALL.meanwhile()
        with WALL.lock:
            WALL.asked.append(post.key)
            if post.key not in WALL.posts:
                WALL.placed.append(post.key)
                WALL.posts[post.key] = (post.text, tuple(one.sha256 for one in post.pictures))
        _fail_after(mood)
        return Placed(f"https://muur.example/{post.key}", {"key": post.key, "id": len(WALL.placed)})

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        mood = WALL.mood()
        _fail_before(mood)
        if mood != "stays":
            WALL.posts.pop(remote["key"], None)
        _fail_after(mood)

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        return remote["key"] not in WALL.posts


class Killed(BaseException):
    """The worker is gone, in the middle of it."""


def _fail_before(mood: str) -> None:
    if mood in ("unreachable", "slow", "nonsense"):
        raise Trouble(mood, again=True)
    if mood == "not_accepted":
        raise Trouble(mood, again=False)
    if mood == "breaks":
        raise RuntimeError("iets met Noor van Dijk")
    if mood == "killed_before":
        raise Killed


def _fail_after(mood: str) -> None:
    if mood == "cut_off":
        raise Trouble(mood, again=True)
    if mood == "killed_after":
        raise Killed


def pack_in(folder: Path, *, entry: str = ENTRY) -> None:
    """Its package as it lies there when it is installed."""
    info = folder / "magdit_fake-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: magdit-fake\nVersion: 1\n")
    (info / "entry_points.txt").write_text(entry)


@contextmanager
def installed(folder: Path) -> Iterator[Wall]:
    """As if its package were installed, for as long as this lasts."""
    pack_in(folder)
    sys.path.append(str(folder))
    WALL.clear()
    try:
        yield WALL
    finally:
        sys.path.remove(str(folder))
