"""`magdit work`: places, takes down and judges again what waits, and looks at films. `magdit serve` starts one."""

from __future__ import annotations

import argparse
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

from magdit.cli.film_worker import FilmWorker
from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register

PAUSE = 5.0  # seconds between two rounds
FILM_REST = timedelta(seconds=10)  # before films are tried again: one that is too large ends the process
KEPT = "_MAGDIT_KEPT"  # started by keep_working: stops when that is gone


def add(commands: Any) -> None:
    """Put `work` among the commands."""
    parser = commands.add_parser("work", help="plaats en haal weg wat wacht; `magdit serve` start dit zelf")
    parser.add_argument("--eens", action="store_true", help="doe één ronde en stop")
    parser.set_defaults(run=work)


def work(options: argparse.Namespace) -> int:
    """Go round until told to stop; what was begun is ended first, but for a film: that waits again."""
    open_register()
    from magdit.journeys.one_at_a_time import AlreadyAtWork, alone
    from magdit.journeys.publish.working import MEMORY, Worker

    enough = Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: enough.set())

    def stopping() -> bool:
        return enough.is_set() or _is_left()

    try:
        with alone(MEMORY):
            if options.eens:
                _tell(Worker(_now, stopping).round(), always=True)
            else:
                _round_after_round(enough, stopping)
    except AlreadyAtWork:
        raise Stop("Er is al een magdit work bezig. Er kan er maar één tegelijk zijn.") from None
    return Exit.AS_ASKED


def _round_after_round(enough: Event, stopping: Callable[[], bool]) -> None:
    """Films are left to a process beside this one, so that what must go never waits for them."""
    from magdit.journeys.publish.working import AT_ONCE, Work, Worker, films_wait

    films = FilmWorker()
    beside = Work("films", lambda doing: films_wait(doing) and films.start(), rest=FILM_REST)
    worker = Worker(_now, stopping, work=(*AT_ONCE, beside))
    try:
        while not stopping():
            _tell(worker.round(), always=False)
            enough.wait(PAUSE)
    finally:
        films.stop()


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(done: dict[str, int], *, always: bool) -> None:
    did = [f"{name} {count}" for name, count in done.items() if count]
    if did or always:
        print(f"gedaan: {', '.join(did) or 'niets te doen'}", flush=True)


def _is_left() -> bool:
    """Whether the process that looked after this one is gone."""
    return KEPT in os.environ and os.getppid() != int(os.environ[KEPT])
