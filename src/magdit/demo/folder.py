"""The folder of a demo: one demo at a time, marked as one from its first moment, so that it is never refused later.

Whoever demonstrates holds the mark for as long as a process of theirs lives; a next demo waits for that.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

MARK = "demo"
TRIES, PAUSE = 80, 0.5  # an earlier demo may take half a minute to let its visitors finish


class InUse(Exception):
    """In this folder another demo runs, and goes on running."""


def is_of_a_demo(folder: Path) -> bool:
    """Whether we may put a demo there: nothing stands there yet, or an earlier demo."""
    return not folder.exists() or (folder / MARK).exists() or (folder.is_dir() and not any(folder.iterdir()))


def taken(folder: Path, *, wait: Callable[[], None]) -> None:
    """The folder, ours until we and all that we become are gone. `wait`: called between tries; raises InUse."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    mark = os.open(folder / MARK, os.O_RDWR | os.O_CREAT, 0o600)
    for _try in range(TRIES):
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
        else:
            os.set_inheritable(mark, True)  # the web server that we become holds it on
            return
    os.close(mark)
    raise InUse


def emptied(folder: Path) -> None:
    """Away with what an earlier demo left, except for the mark."""
    for one in folder.iterdir():
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        elif one.name != MARK:
            one.unlink()


def pause() -> None:
    """A moment until the next try."""
    time.sleep(PAUSE)
