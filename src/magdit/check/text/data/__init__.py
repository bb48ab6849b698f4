"""Word lists of our own, as text files with a comment on top, and the one function that reads them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> dict[str, frozenset[str]]:
    """The words of data/NAME.txt by section: '[section]' on a line of its own, then words; '#' starts a comment."""
    sections: dict[str, set[str]] = {}
    section = ""
    for line in files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].strip()
        if words.startswith("["):
            section = words.strip("[]")
        elif words:
            sections.setdefault(section, set()).update(word for part in words.split(",") if (word := part.strip()))
    return {title: frozenset(words) for title, words in sections.items()}


@cache
def line_table(name: str) -> dict[str, tuple[str, ...]]:
    """The lines 'word: others, others' of data/NAME.txt."""
    lines = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(":")[::2] for line in lines if ":" in line and not line.startswith("#"))
    return {word.strip(): tuple(other.strip() for other in others.split(",")) for word, others in pairs}
