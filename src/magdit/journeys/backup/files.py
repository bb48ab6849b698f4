"""Which files of the data folder belong in a back-up, and where its own things lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from magdit.areas.journal import heads

# Not in a back-up: what is made anew, what is kept apart, and the back-ups themselves.
LEFT = {"static", "sleutels", "back-ups", "log", "logs"}
DATABASE = "magdit.sqlite3"
OWN = "back-ups"
OUTSIDE = "journaal"


def data() -> Path:
    """The data folder."""
    return Path(settings.DATA)


def kept() -> Iterator[tuple[str, Path]]:
    """Every file that a school keeps beside the database, with the name it gets in a back-up. Not the journal's."""
    for child in children():
        if child.name == OUTSIDE:
            continue
        for path in sorted(child.rglob("*")) if child.is_dir() else [child]:
            if path.is_file() and not path.is_symlink():
                yield f"gegevens/{path.relative_to(data())}", path


def children() -> list[Path]:
    """What stands in the data folder and is put back with it; hidden things are somebody else's, or half done."""
    if not data().exists():
        return []
    ours = (path for path in data().iterdir() if not path.name.startswith((".", DATABASE)))
    return sorted(path for path in ours if path.name not in LEFT)


def marks_until(board: str, number: int) -> bytes:
    """The marks outside the database of one board, up to a line: what was witnessed later is not in the copy."""
    path = data() / OUTSIDE / f"{board}.txt"
    return path.read_bytes()[: number * heads.WIDTH] if path.exists() else b""
