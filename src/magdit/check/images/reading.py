"""A file on disk opened for reading and nothing else: an ordinary file, not empty, not too large."""

from __future__ import annotations

import stat
from pathlib import Path

from magdit.check.images.refusal import Refused


def ordinary_size(path: Path, *, limit: int) -> int:
    """Return the size of an ordinary file within the limit; refuse folders, pipes, devices and what is not there."""
    try:
        status = path.stat()
    except OSError as error:
        raise cannot_read(path, error) from error
    if not stat.S_ISREG(status.st_mode):
        raise Refused("not_a_file", path=path)
    if status.st_size == 0:
        raise Refused("empty", path=path)
    if status.st_size > limit:
        raise Refused("too_many_bytes", path=path, size=status.st_size, limit=limit)
    return status.st_size


def read_whole(path: Path, *, limit: int) -> bytes:
    """Read the file once, never more than the limit, even if it grows meanwhile."""
    ordinary_size(path, limit=limit)
    try:
        with path.open("rb") as opened:
            data = opened.read(limit + 1)
    except OSError as error:
        raise cannot_read(path, error) from error
    if len(data) > limit:
        raise Refused("too_many_bytes", path=path, size=len(data), limit=limit)
    return data


def cannot_read(path: object, error: OSError) -> Refused:
    """Tell a missing file from one that may not be opened."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refused("not_found", path=path)
    return Refused("unreadable", path=path, reason=error.strerror or "")
