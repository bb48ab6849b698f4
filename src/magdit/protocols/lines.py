"""On which line of a TOML file a mistake stands: the article first, then the words within it."""

from __future__ import annotations

import re


def line_of(text: str, *, clause: str, words: str) -> int | None:
    """The 1-based line of these words inside this article, or of the article, or None when it is not in this text."""
    lines = text.splitlines()
    start, end = _article(lines, clause) if clause else (0, len(lines))
    if start is None:
        return None
    found = _line_with(words.strip(), lines[start:end])
    if found is not None:
        return start + found
    # A word of a clause may also stand outside it, as `aan` of [standaard] does.
    return _line_with(f'"{words}"', lines) or start + 1 if clause else None


def _line_with(words: str, lines: list[str]) -> int | None:
    """The first line, counted from 1, that has these words as a whole; else one that has them inside others."""
    if not words:
        return None
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    exact = (number for number, line in enumerate(lines, 1) if whole.search(line))
    loose = (number for number, line in enumerate(lines, 1) if words in line)
    return next(exact, None) or next(loose, None)


def _article(lines: list[str], clause: str) -> tuple[int | None, int]:
    number = re.compile(rf"""\s*nummer\s*=\s*["']{re.escape(clause)}["']""")
    for place, line in enumerate(lines):
        if number.match(line):
            following = (n for n in range(place + 1, len(lines)) if lines[n].strip() == "[[artikel]]")
            return place, next(following, len(lines))
    return None, len(lines)
