"""Tests on every core: what `pytest -n auto` means here, and a data folder for each worker. `make test` asks for it.

Without `-n` pytest runs in one process, as ever: for a single file that is quicker than starting workers.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from execnet import XSpec

# Each worker reads all tests first, and keeps a face model and a browser of its own.
MOST = 8


def pytest_xdist_auto_num_workers() -> int:
    """One worker a core; on one core none, for that would only cost."""
    cores = _cores()
    return min(cores, MOST) if cores > 1 else 0


def pytest_xdist_setupnodes(specs: list[XSpec]) -> None:
    """Give each worker a folder inside that of the run; tests/server_settings.py made it, and removes it."""
    for number, spec in enumerate(specs):
        spec.env["MAGDIT_DATA"] = str(Path(os.environ["MAGDIT_DATA"]) / f"worker-{number}")


def _cores() -> int:
    """The cores that this process may use, where the system says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
