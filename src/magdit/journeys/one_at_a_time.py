"""Work that one process does at a time, and what it wrote down last: a lock and a memory, as files in MAGDIT_DATA.

The lock goes when the process dies. What cannot be read is as if nothing was ever written.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings


class AlreadyAtWork(Exception):
    """Another process does this work."""


@contextmanager
def alone(work: str) -> Iterator[None]:
    """Hold the lock of this work; refused when another process does."""
    with _memory(work).with_suffix(".slot").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyAtWork from None
        yield


def remembered(work: str) -> dict[str, Any]:
    """What was written down last; empty when nothing was."""
    try:
        told = json.loads(_memory(work).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def remember(work: str, told: Mapping[str, Any]) -> None:
    """Write this down, in one movement: who reads meanwhile reads the one or the other."""
    ready = _memory(work).with_suffix(".nieuw")
    ready.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")
    ready.replace(_memory(work))


def _memory(work: str) -> Path:
    folder = Path(settings.DATA)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{work}.json"
