"""Platforms that are gone or have another name now. The list is data (`verdwenen.toml`), so that anyone can add to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gone:
    """A platform that no longer exists under these names; `now` is what it is called today, if anything."""

    names: tuple[str, ...]
    since: str
    now: str = ""

    def found_in(self, text: str) -> Iterator[str]:
        """Each of its names that stands in a text as a word of its own."""
        for name in self.names:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                yield name

    def is_named(self, word: str) -> bool:
        """Whether a code or spelling in a pack means this platform."""
        return _folded(word) in {_folded(name) for name in self.names}


@cache
def gone() -> tuple[Gone, ...]:
    """All of them, in the order of the file."""
    content = tomllib.loads(Path(__file__).with_name("verdwenen.toml").read_text(encoding="utf-8"))
    return tuple(
        Gone(names=tuple(row["namen"]), since=str(row["sinds"]), now=str(row.get("nu", "")))
        for row in content["platform"]
    )


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold().replace("+", "plus"))
