"""Reads the sentences that made values stand in: newsletters, captions, app messages, forwarded mail, English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.check.text.finders.made import values

Maker = Callable[[Random], str]


def _lines(name: str) -> list[str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines[1:] if line]


def _sentences() -> dict[str, tuple[tuple[Maker, tuple[str, ...]], ...]]:
    """By kind: who makes the values, and the sentences they fit in."""
    by_kind: dict[str, list[tuple[Maker, list[str]]]] = {}
    fitting: list[str] = []
    for line in _lines("sentences.txt"):
        if line.startswith("["):
            kind, maker = line.strip("[]").split()
            fitting = []
            by_kind.setdefault(kind, []).append((getattr(values, maker), fitting))
        else:
            fitting.append(line)
    return {kind: tuple((maker, tuple(fit)) for maker, fit in groups) for kind, groups in by_kind.items()}


SENTENCES = _sentences()
LOOKALIKES = tuple(_lines("lookalikes.txt"))
