"""A wall on disk, for workers that are processes of their own; the first that places there dies with it in its hands.

Where it is stands in the settings of the account. `dood` is there until somebody died.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.connector import Placed, Post, Way

ENTRY = "[magdit.connectors]\nfake = tests.journeys.publish.disk_wall:DiskWall\n"
DIES = "dood"


class DiskWall:
    """A post is a file under its key; every time that someone asks is a line in `gevraagd`."""

    code = "fake"
    by_hand = False
    asks: tuple[Ask, ...] = ()

    def check(self, way: Way) -> None:
        pass

    def place(self, way: Way, post: Post) -> Placed:
        wall = Path(str(way.settings["map"]))
        with (wall / "gevraagd").open("a") as asked:
            asked.write(f"{post.key}\n")
        (wall / f"{post.key}.txt").write_text(post.text)
        if (wall / DIES).exists():
            (wall / DIES).unlink()
            os.kill(os.getpid(), signal.SIGKILL)  # nobody says anything any more, and nothing was written down
        return Placed(f"https://muur.example/{post.key}", {"key": post.key})

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        raise NotImplementedError

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        raise NotImplementedError
