"""On which line of a TOML file a mistake stands: the article first, then the words within it."""

from __future__ import annotations

import re


def line_of(text: str, *, clause: str, words: str) -> int | None:
    """The 1-based line of these words inside this article, or of the article, or None when it is not in this text."""
    lines = text.splitlines()
    start, end = _article(lines, clause) if clause else (0, len(lines))
    if start is None:
        return None
    needle = words.strip()
    for number in range(start, end):
        if needle and needle in lines[number]:
            return number + 1
    return start + 1 if clause else None


def _article(lines: list[str], clause: str) -> tuple[int | None, int]:
    number = re.compile(rf"""\s*nummer\s*=\s*["']{re.escape(clause)}["']""")
    for place, line in enumerate(lines):
        if number.match(line):
            following = (n for n in range(place + 1, len(lines)) if lines[n].strip() == "[[artikel]]")
            return place, next(following, len(lines))
    return None, len(lines)
