"""Looks at films that wait and sends those that are due, beside `magdit work`: `python -m magdit.cli.film_worker`.

Not a command of `magdit`; it ends when none is left. A process of its own: a film of an hour keeps no takedown and no
other post waiting, and one that takes more memory than there is takes nothing else with it. Killed half way, the film
simply waits again.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime

from magdit.cli.with_register import open_register

COMMAND = (sys.executable, "-m", "magdit.cli.film_worker")
PATIENCE = 5.0  # seconds to put away what it holds


@dataclass
class FilmWorker:
    """The process beside a worker; there is one or none."""

    process: subprocess.Popen[bytes] | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether it looks at films now."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> bool:
        """Start it, unless it is at work still; whether it was."""
        if self.is_at_work:
            return False
        self.process = subprocess.Popen(COMMAND, stdin=subprocess.DEVNULL)  # noqa: S603  (our own Python)
        return True

    def stop(self) -> None:
        """End it with who started it."""
        if self.process is None or not self.is_at_work:
            return
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def main() -> None:
    """Every film that waits, one after the other."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that what is open is closed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for who started this, who then ends it
    open_register()
    from magdit.journeys.publish.working import work_on_films

    count = work_on_films(datetime.now(UTC))
    print(f"gedaan: films {count}", flush=True)


if __name__ == "__main__":
    main()
