"""What people with a long first name are often called: Max, Liesbeth, Mo. A small table; spelling only."""

from __future__ import annotations

from functools import cache

from magdit.check.text.data import line_table


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return line_table("nicknames")


def nicknames(given: str) -> tuple[str, ...]:
    """The short forms of a first name, of a double one those of its first half."""
    first = given.partition(" ")[0]
    return _table().get(given, ()) or _table().get(first, ())
