"""Whether a process is at work on a list, and how far it is: in small files, since the database is taken then.

Who works holds a lock of the operating system. A process that dies lets go of it, so nobody waits for a dead one.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from magdit.areas.people.imports.kept_list import folder

PATIENCE = 2.0  # seconds: who only asks holds the lock for an instant


@dataclass(frozen=True, slots=True)
class Stand:
    """How far the work is: what is being done now, and how much of it."""

    what: str = ""
    done: int = 0
    total: int = 0


def grip(intake: UUID) -> int | None:
    """Hold the lock of a list: an open file to hand to a process, or None when someone is at work on it."""
    handle = os.open(_lock(intake), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() < until:
                time.sleep(0.01)
                continue
            os.close(handle)
            return None
        return handle


def is_at_work(intake: UUID) -> bool:
    """Whether a process is at work on this list."""
    try:
        handle = os.open(_lock(intake), os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def tell(intake: UUID, what: str, done: int = 0, total: int = 0) -> None:
    """Say how far the work is."""
    ready = _stand(intake).with_suffix(".stand-nieuw")
    ready.write_text(json.dumps([what, done, total]), encoding="utf-8")
    ready.replace(_stand(intake))


def stand(intake: UUID) -> Stand:
    """How far the work was said to be."""
    try:
        return Stand(*json.loads(_stand(intake).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return Stand()


def _lock(intake: UUID) -> Path:
    return folder() / f"{intake}.slot"


def _stand(intake: UUID) -> Path:
    return folder() / f"{intake}.stand"
