"""`magdit backup`: everything a school keeps, in one file."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register

TOLD = "Maakt een back-up in één bestand. Iedereen kan intussen doorwerken."


def add(commands: Any) -> None:
    """Add `backup`."""
    parser = commands.add_parser("backup", help="maakt een back-up", description=TOLD)
    parser.add_argument("--naar", type=Path, metavar="MAP", help="de map voor het bestand (anders: bij de gegevens)")
    parser.add_argument("--wachtzin", type=Path, metavar="BESTAND", help="doe de sleutels erbij, achter deze wachtzin")
    parser.set_defaults(run=back_up)


def back_up(options: argparse.Namespace) -> int:
    """Make the file and say where it is and what is not in it."""
    passphrase = passphrase_in(options.wachtzin)
    open_register()
    from magdit.journeys.backup import make

    made = make.back_up(at=datetime.now(UTC), into=options.naar, passphrase=passphrase)
    rows = sum(made.manifest.tables.values())
    print(f"Back-up gemaakt: {made.path} ({made.size / 1e6:.1f} MB, {rows} rijen).")
    if not made.manifest.keys_inside:
        print("De sleutels zitten er niet in. Bewaar de map 'sleutels' zelf, op een andere plaats dan deze back-up.")
    if options.naar is None:
        print("Zet het bestand nu op een andere computer of schijf: hier raakt u het met de gegevens kwijt.")
    return Exit.AS_ASKED


def passphrase_in(path: Path | None) -> str | None:
    """The passphrase in a file: all of its first line."""
    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Stop(f"{path} is niet te lezen. Zet de wachtzin als tekst op de eerste regel.") from error
    if not lines or not lines[0].strip():
        raise Stop(f"In {path} staat geen wachtzin. Zet hem op de eerste regel.")
    return lines[0].strip()
