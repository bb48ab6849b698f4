"""`magdit nightly`: what time does, once a night from cron. A line per step; one that fails stops no other."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any

from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register


def add(commands: Any) -> None:
    """Put `nightly` among the commands."""
    parser = commands.add_parser("nightly", help="doe wat de tijd vraagt: elke nacht, uit cron")
    parser.add_argument("--stil", action="store_true", help="zeg alleen wat misging")
    parser.set_defaults(run=nightly)


def nightly(options: argparse.Namespace) -> int:
    """Run every step, and tell each."""
    open_register()
    from magdit.journeys.nightly import run
    from magdit.journeys.one_at_a_time import AlreadyAtWork

    failed = 0
    try:
        for ran in run(datetime.now(UTC)):
            failed += bool(ran.fault)
            if ran.fault:
                print(f"{ran.name}: MISLUKT ({ran.fault}). De andere stappen zijn gewoon gedaan.", flush=True)
            elif not options.stil:
                print(f"{ran.name}: klaar, {ran.done} gedaan", flush=True)
    except AlreadyAtWork:
        raise Stop("magdit nightly loopt al. Wacht tot dat klaar is.") from None
    if failed:
        print(f"{failed} niet gelukt. Draai `magdit doctor`, en daarna `magdit nightly` nog eens.")
    return Exit.NOT_AS_IT_STANDS if failed else Exit.AS_ASKED
