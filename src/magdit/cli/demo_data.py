"""`magdit demo-data`: five invented schools in an empty register, to look around in."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any

from magdit.cli.outcome import Exit
from magdit.cli.with_register import open_register


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("demo-data", help="vul een leeg register met vijf verzonnen scholen")
    parser.set_defaults(run=demo_data)


def demo_data(options: argparse.Namespace) -> int:
    """Fill the register; 2 when there is something in it already."""
    open_register()
    from magdit.journeys.demo_data.fill import fill

    for made in fill(datetime.now(UTC)):
        school = made.invented
        print(
            f"{school.school} ({school.code}, protocol {school.protocol}): {made.pupils} leerlingen,"
            f" {made.people} mensen, {made.answers} antwoorden"
        )
    print("Alle mensen zijn verzonnen. Begin met: magdit check --school de-linde --als docent --medium website FOTO")
    return Exit.AS_ASKED
