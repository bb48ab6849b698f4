"""The marks once more, outside the database: whoever rewrites the journal there is found here.

A file per board in DATA/journaal. Line N holds the mark of entry N, each line equally long, so every process writes its
own place and none waits for another. Written after the commit. A line that holds no mark yet was not witnessed: a later
one witnesses it as well, since marks hang together. What stands here is never replaced; see decisions/0041.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

from django.conf import settings

from magdit.areas.journal.key_files import sync_folder

WIDTH = 65
EMPTY = b"\0" * WIDTH
MARK = re.compile(rb"[0-9a-f]{64}\n")
PAGE = 4096


def folder() -> Path:
    """Where the marks outside the database lie."""
    return Path(settings.DATA) / "journaal"


def path_of(board: UUID) -> Path:
    """The file of one board."""
    return folder() / f"{board}.txt"


def boards() -> list[UUID]:
    """The boards that have marks here."""
    return sorted(UUID(path.stem) for path in folder().glob("????????-*.txt") if _is_uuid(path.stem))


def keep(board: UUID, marks: Mapping[int, str]) -> None:
    """Witness entries that were just committed, and see it on the disk. A mark that stands here already stays."""
    if not marks:
        return
    path = path_of(board)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    is_new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        for number, mark in marks.items():
            _keep_one(handle, number, mark)
        os.fsync(handle)
    finally:
        os.close(handle)
    if is_new:
        sync_folder(path.parent)


def length(board: UUID) -> int:
    """The number of the last entry that was witnessed."""
    path = path_of(board)
    places = -(-path.stat().st_size // WIDTH) if path.exists() else 0
    while places and mark_at(board, places) is None:
        places -= 1
    return places


def mark_at(board: UUID, number: int) -> str | None:
    """The mark that was witnessed for one entry; None when there was none."""
    return next(read(board, first=number), None) if number > 0 else None


def read(board: UUID, *, first: int = 1) -> Iterator[str | None]:
    """The marks in order from an entry on; None for one that was not witnessed."""
    path = path_of(board)
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek((first - 1) * WIDTH)
        while page := file.read(WIDTH * PAGE):
            for start in range(0, len(page), WIDTH):
                yield _mark(page[start : start + WIDTH])


def _keep_one(handle: int, number: int, mark: str) -> None:
    place = (number - 1) * WIDTH
    if _mark(os.pread(handle, WIDTH, place)) is None:
        os.pwrite(handle, f"{mark}\n".encode("ascii"), place)


def _mark(place: bytes) -> str | None:
    return place[:-1].decode("ascii") if MARK.fullmatch(place) else None


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
