"""`magdit work`: places, takes down and judges again what waits, and looks at films. `magdit serve` starts one."""

from __future__ import annotations

import argparse
import os
import signal
from datetime import UTC, datetime
from threading import Event
from typing import Any

from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register

PAUSE = 5.0  # seconds between two rounds
KEPT = "_MAGDIT_KEPT"  # started by keep_working: stops when that is gone


def add(commands: Any) -> None:
    """Put `work` among the commands."""
    parser = commands.add_parser("work", help="plaats en haal weg wat wacht; `magdit serve` start dit zelf")
    parser.add_argument("--eens", action="store_true", help="doe één ronde en stop")
    parser.set_defaults(run=work)


def work(options: argparse.Namespace) -> int:
    """Go round until told to stop; what was begun is ended first."""
    open_register()
    from magdit.journeys.publish.working import AlreadyWorking, Worker, alone

    enough = Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: enough.set())
    worker = Worker(lambda: datetime.now(UTC), lambda: enough.is_set() or _is_left())
    try:
        with alone():
            _tell(worker.round(), always=options.eens)
            while not options.eens and not enough.wait(PAUSE) and not _is_left():
                _tell(worker.round(), always=False)
    except AlreadyWorking:
        raise Stop("Er is al een magdit work bezig. Er kan er maar één tegelijk zijn.") from None
    return Exit.AS_ASKED


def _tell(done: dict[str, int], *, always: bool) -> None:
    did = [f"{name} {count}" for name, count in done.items() if count]
    if did or always:
        print(f"gedaan: {', '.join(did) or 'niets te doen'}", flush=True)


def _is_left() -> bool:
    """Whether the process that looked after this one is gone."""
    return KEPT in os.environ and os.getppid() != int(os.environ[KEPT])
