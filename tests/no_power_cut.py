"""In the process of the tests nothing waits for the disk itself: no test cuts the power, and a wait takes milliseconds.

Whoever fills the disk puts their own `fsync` here for as long as they test. Processes that tests start wait as ever.
"""

from __future__ import annotations

import os
from typing import Protocol


class Opened(Protocol):
    """What has a number with the system, as an open file has."""

    def fileno(self) -> int:
        """The number."""


def never_wait_for_the_disk() -> None:
    """From here on `os.fsync` only sees to it that the file is open."""
    os.fsync = _is_open


def _is_open(file: int | Opened) -> None:
    os.fstat(file if isinstance(file, int) else file.fileno())
