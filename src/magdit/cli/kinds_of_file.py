"""Which files are photos and which films or sound, by the ending of their name. What is in them is looked at later."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FILMS = frozenset(
    {".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".3gp", ".mp3", ".m4a", ".wav", ".ogg", ".aac", ".flac"}
)


def apart(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The photos, and the films and recordings; each in the order in which they were given."""
    given = list(paths)
    films = [path for path in given if path.suffix.lower() in FILMS]
    return [path for path in given if path not in films], films
