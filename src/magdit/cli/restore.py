"""`magdit restore`: puts a back-up back, on an empty machine or over what is there."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from magdit.cli.backup import passphrase_in
from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import open_register

TOLD = "Zet een back-up terug. Zet magdit eerst uit (magdit serve)."


def add(commands: Any) -> None:
    """Add `restore`."""
    parser = commands.add_parser("restore", help="zet een back-up terug", description=TOLD)
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="de back-up")
    parser.add_argument("--wachtzin", type=Path, metavar="BESTAND", help="de wachtzin van de sleutels in de back-up")
    parser.add_argument("--overschrijf", action="store_true", help="ook als hier al een register staat: dat is dan weg")
    parser.add_argument("--vernietigd", type=Path, metavar="BESTAND", help="een nieuwere lijst van wat vernietigd is")
    parser.set_defaults(run=put_back)


def put_back(options: argparse.Namespace) -> int:
    """Put it back and say what came back, what is lost, and whether the journal is whole."""
    passphrase = passphrase_in(options.wachtzin)
    for path in (options.bestand, options.vernietigd):
        if path is not None and not (path.is_file() and os.access(path, os.R_OK)):
            raise Stop(f"{path} is er niet of is niet te lezen. Staat de naam goed?")
    open_register(make=False)
    from magdit.journeys.backup import put_back as journey

    done = journey.put_back(
        options.bestand,
        at=datetime.now(UTC),
        passphrase=passphrase,
        overwrite=options.overschrijf,
        gone=options.vernietigd,
    )
    rows, made = sum(done.manifest.tables.values()), _told(done.manifest.made_at)
    print(f"Teruggezet: de back-up van {made}, met {rows} rijen en {len(done.manifest.heads)} journalen.")
    for board, count in done.lost.items():
        lost = "de laatste regel" if count == 1 else f"de laatste {count} regels"
        print(f"Bestuur {board}: verloren: {lost} van het journaal, van na deze back-up.")
    _tell_again(done.again)
    return _tell_findings(done.findings)


def _told(moment: str) -> str:
    """A moment of the manifest, on the clock of the school."""
    from magdit.areas.journal.doing import SCHOOL_CLOCK

    return f"{datetime.fromisoformat(moment).astimezone(SCHOOL_CLOCK):%d-%m-%Y %H:%M}"


def _tell_again(again: list[Any]) -> None:
    if again:
        print(f"Na deze back-up vernietigd, en nu opnieuw: {len(again)}. Haal hen zo nodig weer uit het register:")
        for one in again:
            print(f"  {one.file.kind} {one.file.id}")


def _tell_findings(findings: list[Any]) -> int:
    from magdit.wording.journal import finding_sentence

    if not findings:
        print("Het journaal klopt.")
        return Exit.AS_ASKED
    for found in findings:
        print(finding_sentence(found.code, first=found.first, last=found.last, facts=found.facts))
    print("Het journaal in deze back-up klopte dus al niet. Bel de FG.")
    return Exit.NOT_AS_IT_STANDS
