"""By hand: a person downloads the clean package, places it, and enters the address afterwards. Nothing is ever sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from magdit.connectors.asking import Ask
from magdit.connectors.connector import Placed, Post, Trouble, Way


class Hand:
    """The way of every account that no connector serves. Asked to place or remove, it sends to a person."""

    code = "hand"
    by_hand = True
    asks: tuple[Ask, ...] = ()

    def check(self, way: Way) -> None:
        """Always usable: it needs nothing."""

    def place(self, way: Way, post: Post) -> Placed:
        raise Trouble("by_hand", again=False)

    def take_down(self, way: Way, remote: Mapping[str, Any]) -> None:
        raise Trouble("by_hand", again=False)

    def is_gone(self, way: Way, remote: Mapping[str, Any], url: str) -> bool:
        """Never known from here: a person looks, and keeps the proof."""
        return False
