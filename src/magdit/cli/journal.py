"""`magdit journal`: is the journal whole, what stands in it, and new master keys. Decides nothing itself."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from magdit.cli.at_school import add_board, board_named
from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import doing_as_system, open_register

PATIENCE = 2.0  # seconds before a long check tells how far it is


def add(commands: Any) -> None:
    """Add `journal` with its verbs."""
    parser = commands.add_parser("journal", help="controleert en toont het journaal", description=TOLD)
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=type(parser))
    check = verbs.add_parser("verify", help="zegt of het journaal nog klopt", description="Klopt het journaal nog?")
    add_board(check)
    check.add_argument("--koppen", type=Path, metavar="BESTAND", help="houdt er ook een bewaard bericht naast")
    check.set_defaults(run=verify)
    show = verbs.add_parser("toon", help="toont regels", description="Wie deed wat, de nieuwste regels onderaan.")
    add_board(show)
    show.add_argument("--over", metavar="ID", help="alleen regels waar dit nummer in staat, als wie of als wat")
    show.add_argument("--deed", metavar="WOORD", help="alleen regels met deze daad")
    show.add_argument("--vanaf", type=int, metavar="REGEL", help="begint bij deze regel in plaats van bij de laatste")
    show.add_argument("--aantal", type=int, default=20, metavar="N", help="zoveel regels (20)")
    show.set_defaults(run=lines)
    renew = verbs.add_parser("sleutel-vernieuwen", help="maakt een nieuwe hoofdsleutel", description=RENEWED)
    renew.set_defaults(run=renew_key)


TOLD = "Het journaal: wie deed of zag wat, en wanneer."
RENEWED = "Maakt een nieuwe hoofdsleutel en legt alle sleutels van personen en zaken daaronder."


def verify(options: argparse.Namespace) -> int:
    """Say everything that is wrong; 1 when there is something."""
    open_register()
    from magdit.areas.journal.queries import heads_now, unwitnessed
    from magdit.areas.journal.verify import known_boards, verify_all
    from magdit.wording.journal import WHAT_NOW, finding_sentence

    told = _heads_told(options.koppen)
    board = _board(options.bestuur)
    boards = [board] if board else None
    if board and board not in known_boards(told):
        raise Stop(f"Bestuur {options.bestuur} heeft hier geen journaal. Laat --bestuur weg om alles na te kijken.")
    sound = True
    for found in verify_all(boards=boards, told=told, progress=_progress()):
        sound = False
        of = f"bestuur {found.board}: " if found.board else ""
        print(of + finding_sentence(found.code, first=found.first, last=found.last, facts=found.facts))
    if not sound:
        print(WHAT_NOW)
        return Exit.NOT_AS_IT_STANDS
    total = sum(number for board, number, _ in heads_now() if boards is None or board in boards)
    print(f"Het journaal klopt: {total} regels nagekeken.")
    if late := unwitnessed():
        print(f"Van de laatste {late} regels ligt het merk nog niet buiten de database; 'magdit nightly' doet dat.")
    return Exit.AS_ASKED


def lines(options: argparse.Namespace) -> int:
    """Print a page of lines, oldest first."""
    open_register()
    from magdit.areas.journal import queries

    page = queries.page(
        board=_board(options.bestuur),
        of=options.over,
        verb=options.deed,
        first=options.vanaf,
        count=max(1, options.aantal),
    )
    several = len({row.board for row in page}) > 1
    for row in page:
        print(f"{row.board}  {_told(row)}" if several else _told(row))
    if not page:
        print("Geen regels.")
    return Exit.AS_ASKED


def renew_key(_: argparse.Namespace) -> int:
    """Make a new master key; every board has a line about it."""
    open_register()
    from magdit.areas.journal.queries import heads_now
    from magdit.areas.journal.rotation import renew_master

    heads = heads_now()
    if not heads:
        raise Stop("Er is nog geen journaal, dus ook geen hoofdsleutel.")
    count = renew_master(doing_as_system("sleutel-vernieuwen", heads[0][0]))
    print(f"Er is een nieuwe hoofdsleutel; sleutels daaronder: {count}. Maak nu een nieuwe back-up.")
    return Exit.AS_ASKED


def _board(given: str | None) -> UUID | None:
    """The number of a board; also of one that is no longer in the register, since its journal may be."""
    if given is None:
        return None
    try:
        return UUID(given)
    except ValueError:
        return board_named(given).pk


def _told(row: Any) -> str:
    from magdit.areas.journal.doing import SCHOOL_CLOCK

    at = row.at.astimezone(SCHOOL_CLOCK).strftime("%Y-%m-%d %H:%M:%S")
    details = "" if row.details == "{}" else f"  {row.details}"
    return f"{row.number:>7}  {at}  {row.actor_kind} {row.actor}  {row.verb}  {row.object_kind} {row.object}{details}"


def _heads_told(path: Path | None) -> dict[tuple[UUID, int], str]:
    """The heads in a message that was kept; none when none was given."""
    from magdit.areas.journal.mailing import heads_in

    if path is None:
        return {}
    try:
        told = heads_in(path.read_text(encoding="utf-8", errors="replace"))
    except OSError as error:
        raise Stop(f"{path} is niet te lezen. Staat de naam goed?") from error
    if not told:
        raise Stop(f"In {path} staat geen kop van een journaal. Sla het hele bericht op als tekst.")
    return told


def _progress() -> Callable[[int], None]:
    """Tells how far it is, when someone watches and it takes long."""
    begun = time.monotonic()

    def tell(count: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - begun > PATIENCE:
            print(f"\r{count} regels nagekeken", end="", file=sys.stderr, flush=True)

    return tell
