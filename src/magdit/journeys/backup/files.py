"""Which files of the data folder belong in a back-up, and where its own things lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from magdit.areas.journal import heads

# Not in a back-up: what is made anew, what is kept apart, mail on its way, who is signed in and counts of failed
# logins, and the back-ups themselves.
LEFT = {"static", "sleutels", "post", "sessies", "tellers", "back-ups"}
OWN = "back-ups"
OUTSIDE = "journaal"


def data() -> Path:
    """The data folder."""
    return Path(settings.DATA)


def kept() -> Iterator[tuple[str, Path]]:
    """Every file that a school keeps beside the database, with the name it gets in a back-up. Not the journal's."""
    for folder in folders():
        if folder.name == OUTSIDE:
            continue
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield f"gegevens/{path.relative_to(data())}", path


def folders() -> list[Path]:
    """The folders with what a school keeps; hidden ones are half done, loose files are the server's own."""
    if not data().exists():
        return []
    ours = (path for path in data().iterdir() if path.is_dir() and not path.name.startswith("."))
    return sorted(path for path in ours if path.name not in LEFT)


def any_kept() -> bool:
    """Whether there is a file of a school here, or a mark of a journal."""
    return any(path.is_file() for folder in folders() for path in folder.rglob("*"))


def marks_until(board: str, number: int) -> bytes:
    """The marks outside the database of one board, up to a line: what was witnessed later is not in the copy."""
    path = data() / OUTSIDE / f"{board}.txt"
    return path.read_bytes()[: number * heads.WIDTH] if path.exists() else b""
