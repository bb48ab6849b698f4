"""`magdit doctor`: what is wrong with this installation, and how to mend it. Changes nothing."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from typing import Any

from magdit.cli.diagnosis import BAD, GOOD, HEED, Check, Finding, bad
from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register


def add(commands: Any) -> None:
    """Put `doctor` among the commands."""
    parser = commands.add_parser("doctor", help="kijk na wat er mis is, en hoe u dat herstelt")
    parser.add_argument("--kort", action="store_true", help="laat weg wat in orde is")
    parser.set_defaults(run=doctor)


def doctor(options: argparse.Namespace) -> int:
    """Tell every finding; 1 when something must be mended."""
    try:
        open_register(make=False)
    except Stop as stop:
        print(f"[mis] {stop.message}")
        return Exit.NOT_AS_IT_STANDS
    found = list(findings())
    for finding in found:
        if finding.mark != GOOD or not options.kort:
            print(f"[{finding.mark}] {finding.what}" + (f"\n    Doe nu: {finding.mend}" if finding.mend else ""))
    counted = {mark: sum(finding.mark == mark for finding in found) for mark in (BAD, HEED, GOOD)}
    print(f"{counted[BAD]} mis, {counted[HEED]} let op, {counted[GOOD]} goed")
    return Exit.NOT_AS_IT_STANDS if counted[BAD] else Exit.AS_ASKED


def findings() -> Iterator[Finding]:
    """Everything that is looked at. A check that breaks is itself a finding, and stops no other."""
    from magdit.cli import doctor_data, doctor_server

    database = list(_safely(doctor_data.database))
    yield from database
    inside = () if any(finding.mark == BAD for finding in database) else doctor_data.INSIDE
    for check in (*inside, *doctor_data.CHECKS, *doctor_server.CHECKS):
        yield from _safely(check)


def _safely(check: Check) -> Iterator[Finding]:
    try:
        yield from check()
    except Exception as error:
        logging.getLogger("magdit.doctor").debug("check failed", exc_info=True)
        what = check.__name__.replace("_", " ")
        yield bad(f"nakijken van '{what}' lukte niet ({type(error).__name__})", "Los eerst op wat hierboven staat.")
