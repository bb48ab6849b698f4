"""`magdit wet controleer`: which sentences of law must be looked at again, why, and what to do now. Judges no act."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from magdit.cli.judge import add_packs, library_with
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.norms.model import Clause, Pack
from magdit.norms.periods import after_period
from magdit.protocols.library import LAW
from magdit.wording.dates import say_day

MONTHS = 12
MOST_MONTHS = 120
SOON = "P3M"
FIRST_YEAR, LAST_YEAR = 2000, 2100
# What is the matter with a source, and what to do now.
SAID: dict[str, tuple[str, str]] = {
    "no_source": ("Er staat geen bron bij.", "Zoek de bron op en zet haar bij het artikel."),
    "unsure": (
        "Wij weten niet zeker of dit klopt.",
        "Zoek het na, of vraag het een jurist. Steun er tot die tijd niet op.",
    ),
    "from_memory": ("Dit is uit het hoofd opgeschreven.", 'Lees de bron. Klopt het, zet dan zeker op "ja".'),
    "no_day": ("Er staat niet bij wanneer dit is nagekeken.", "Lees de bron en zet de dag bij nagekeken."),
    "old": (
        "Dit is het laatst nagekeken op {day}. Dat is te lang geleden.",
        "Lees de bron opnieuw en zet de nieuwe dag bij nagekeken.",
    ),
    "ahead": ("Dit is nagekeken op {day}, maar die dag moet nog komen.", "Verbeter de dag bij nagekeken."),
    "past": (
        "Dit gold tot {day}. magdit rekent er nog wel mee.",
        "Zoek op wat er nu geldt en pas het artikel aan.",
    ),
    "ends_soon": ("Dit geldt nog tot {day}.", "Zoek op wat er daarna geldt."),
    "not_yet": (
        "Dit geldt pas vanaf {day}. magdit rekent er al wel mee.",
        "Haal het artikel weg tot die dag.",
    ),
}


@dataclass(frozen=True, slots=True)
class Weak:
    """One reason to look at the source of a clause again; the day it hangs on, if there is one."""

    code: str
    day: date | None = None


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("wet", help="de wet: kijk welke bronnen weer nagekeken moeten worden")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    checking = verbs.add_parser("controleer", help="noem de wetsartikelen die iemand moet nakijken")
    checking.add_argument("--op", metavar="DATUM", help="de dag waarop u kijkt (2026-11-21); standaard vandaag")
    checking.add_argument(
        "--maanden", metavar="N", type=int, default=MONTHS, help=f"zo lang blijft nakijken goed (standaard {MONTHS})"
    )
    add_packs(checking)
    checking.set_defaults(run=check_law)


def check_law(options: argparse.Namespace) -> int:
    """Name every clause of law whose source needs a look; 0 when there is none, 1 when there is."""
    day, months = _day(options.op), _months(options.maanden)
    library = library_with(options.packs)
    names = sorted(library.ids(with_law=True), key=lambda name: (name != LAW, name))
    seen = [(pack, clause) for pack in map(library.pack, names) for clause in law_of(pack)]
    found = 0
    for pack, clause in seen:
        weak = list(weaknesses(clause, day, months=months))
        found += bool(weak)
        for line in _told(pack, clause, weak) if weak else ():
            print(line)
    print(_total(found, of=len(seen), day=day))
    return Exit.NOT_AS_IT_STANDS if found else Exit.AS_ASKED


def law_of(pack: Pack) -> Iterator[Clause]:
    """The clauses that speak with the rank of the law, wholly or in one norm."""
    in_a_norm = {norm.clause for norm in pack.norms if norm.rank == "wet"}
    return (clause for clause in pack.clauses if clause.rank == "wet" or clause.number in in_a_norm)


def weaknesses(clause: Clause, day: date, *, months: int = MONTHS) -> Iterator[Weak]:
    """Why the source of this clause needs a look on this day. Looked at exactly so many months ago is still good."""
    source = clause.source
    if not source:
        yield Weak("no_source")
        return
    sure = source.get("zeker")
    if sure != "ja":
        yield Weak("from_memory" if sure == "uit_het_hoofd" else "unsure")
    yield from _checked(source.get("nagekeken"), day, months)
    yield from _in_force(source.get("geldig_van"), source.get("geldig_tot"), day)


def _checked(checked: date | None, day: date, months: int) -> Iterator[Weak]:
    if checked is None:
        yield Weak("no_day")
    elif checked > day:
        yield Weak("ahead", checked)
    elif after_period(checked, f"P{months}M") < day:
        yield Weak("old", checked)


def _in_force(start: date | None, end: date | None, day: date) -> Iterator[Weak]:
    """The end itself is outside, as it is for a protocol."""
    if start is not None and start > day:
        yield Weak("not_yet", start)
    if end is not None and end <= day:
        yield Weak("past", end)
    elif end is not None and end <= after_period(day, SOON):
        yield Weak("ends_soon", end)


def _told(pack: Pack, clause: Clause, weak: Iterable[Weak]) -> Iterator[str]:
    yield f"{pack.id} artikel {clause.number}" + (f": {clause.title}" if clause.title else "")
    source = clause.source or {}
    if source:
        yield f"  bron: {source.get('titel', 'zonder titel')}"
        yield f"  te vinden bij: {source.get('adres', 'niet bekend')}"
    for one in weak:
        what, now = SAID[one.code]
        yield f"  {what.format(day=say_day(one.day) if one.day else '')}"
        yield f"    Doe nu: {now}"
    yield f"  Het staat in {pack.id}/{clause.file}.\n"


def _total(found: int, *, of: int, day: date) -> str:
    if not found:
        return f"Alle {of} wetsartikelen zijn op {say_day(day)} in orde. U hoeft niets te doen."
    return f"Op {say_day(day)} moet iemand naar {found} van de {of} wetsartikelen kijken."


def _day(given: str | None) -> date:
    if given is None:
        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise Stop(f"'{given}' is geen dag. Schrijf het zo: --op 2026-11-21.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Stop(f"'{given}' kan niet bij --op. Kies een dag van {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return day


def _months(given: int) -> int:
    if not 1 <= given <= MOST_MONTHS:
        raise Stop(f"'{given}' kan niet bij --maanden. Kies een getal van 1 tot en met {MOST_MONTHS}.")
    return given
