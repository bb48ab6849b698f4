"""Files that appear whole or not at all, for everyone to read, and a folder that one works in at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

READABLE, OPEN = 0o644, 0o755  # a web server reads these; magdit itself makes nothing that others may read


def written(path: Path, parts: bytes | Iterable[bytes]) -> None:
    """Put this in a file: whoever looks sees what stood there before, or all of it."""
    fresh = path.with_name(f".{path.name}.nieuw")
    with fresh.open("wb") as file:
        for part in (parts,) if isinstance(parts, bytes) else parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
    fresh.chmod(READABLE)
    fresh.replace(path)


def made(folder: Path) -> None:
    """See to it that this folder is there, and that everyone may come in where we had to make it."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for place in missing:
        make_public(place)


def make_public(folder: Path) -> None:
    """Let the web server come in here."""
    folder.chmod(OPEN)


@contextmanager
def locked(folder: Path, *, known: bool = False) -> Iterator[None]:
    """Wait until nobody else works in this folder, and keep others out until done. Falls away with the process.

    `known`: only where someone worked before.
    """
    with (folder / ".magdit").open("r+b" if known else "wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
