"""The pen of a SQLite file: who writes, or copies the log back into the file, holds it. Readers never need it.

SQLite before 3.51.3 can spoil a file when one connection copies the log back while another starts it anew. Whoever
does either holds the pen, so the two never meet: docs/decisions/0040. It is a lock of the operating system; a process
that dies lets go of it by itself.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

FIRST_WAIT, LONGEST_WAIT = 0.0005, 0.002


class PenTaken(Exception):
    """Somebody else wrote for longer than we can wait."""


class Pen:
    """One holder's grip on the pen of `path`. Taken twice is taken once; another holder waits."""

    def __init__(self, path: Path) -> None:
        self.path, self.held = path, False
        self._file: int | None = None

    def take(self, patience: float) -> None:
        """Hold the pen, waiting for it at most `patience` seconds."""
        if self.held:
            return
        if self._file is None:
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._wait(self._file, time.monotonic() + patience)
        self.held = True

    def lay_down(self) -> None:
        """Let another write."""
        if self.held and self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self.held = False

    def put_away(self) -> None:
        """Let go, and close the file."""
        self.lay_down()
        if self._file is not None:
            os.close(self._file)
        self._file = None

    @staticmethod
    def _wait(file: int, until: float) -> None:
        pause = FIRST_WAIT
        while True:
            try:
                return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise PenTaken from None
            time.sleep(pause)
            pause = min(pause * 2, LONGEST_WAIT)
