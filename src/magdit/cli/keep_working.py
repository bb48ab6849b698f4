"""Keeps one `magdit work` going beside the web server: `python -m magdit.cli.keep_working PARENT`.

Not a command of `magdit`: gunicorn's own process starts it. One that dies (a film may take more memory than there is)
is started again; when the web server is gone this stops, and its worker with it. Loads nothing of Django.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from threading import Event

from magdit.cli.work import KEPT

LOOK = 1.0  # seconds
AGAIN = 10.0  # before one that ended is started again
PATIENCE = 25.0  # less than the web server gives its own workers


def main(words: list[str]) -> None:
    """Start a worker, and look after it until the parent is gone or says stop."""
    parent, enough = int(words[0]), Event()
    signal.signal(signal.SIGTERM, lambda *_: enough.set())
    signal.signal(signal.SIGINT, lambda *_: enough.set())
    while not enough.is_set() and os.getppid() == parent:
        worker = _start()
        while worker.poll() is None and not enough.wait(LOOK) and os.getppid() == parent:
            pass
        if worker.poll() is None:
            _stop(worker)
            return
        enough.wait(AGAIN)


def _start() -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "magdit.cli.main", "work"]
    told = {**os.environ, KEPT: str(os.getpid())}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(words, env=told, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603  (our own Python)


def _stop(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


if __name__ == "__main__":
    main(sys.argv[1:])
