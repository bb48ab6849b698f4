"""`magdit teksten`: the questions a board asks, laid once, sent to a translator, and taken back in. Asks nobody."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.at_school import add_board, board_named
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.cli.with_register import doing_as_system

if TYPE_CHECKING:
    from magdit.areas.consent.texts.translation_actions import Taken

ACTOR = "teksten"


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("teksten", help="de vragen om toestemming: klaarzetten en laten vertalen")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    laying = verbs.add_parser("leg", help="zet alle onderwerpen klaar die het bestuur nog niet heeft")
    sending = verbs.add_parser("uit", help="schrijf de teksten in een bestand voor een vertaler")
    sending.add_argument("--taal", metavar="CODE", required=True, help="de taal van de vertaling, zoals en, ar of uk")
    sending.add_argument("--naar", metavar="BESTAND", required=True, type=Path, help="het nieuwe XLSX-bestand")
    taking = verbs.add_parser("in", help="lees een vertaling in")
    taking.add_argument("bestand", metavar="BESTAND", type=Path, help="het XLSX-bestand van de vertaler")
    taking.add_argument("--proef", action="store_true", help="kijk alleen wat er zou gebeuren")
    for verb, run in ((laying, lay), (sending, send), (taking, take)):
        add_board(verb, required=True)
        verb.set_defaults(run=run)


def lay(options: argparse.Namespace) -> int:
    """Lay the catalogue for a board."""
    board = board_named(options.bestuur)
    from magdit.areas.consent.texts.catalogue_actions import lay_catalogue

    count = lay_catalogue(doing_as_system(ACTOR, board.id), board)
    told = f"{count} onderwerpen klaargezet" if count else "Alle onderwerpen stonden al klaar; er is niets veranderd"
    print(f"{board.name}: {told}.")
    return Exit.AS_ASKED


def send(options: argparse.Namespace) -> int:
    """Write the file for a translator."""
    board = board_named(options.bestuur)
    from magdit.areas.consent.texts.translation_actions import for_translator

    content = for_translator(doing_as_system(ACTOR, board.id), board, language=options.taal)
    _write(options.naar, content)
    print(f"De teksten staan in {options.naar}. Wat al goed vertaald is, staat er al in.")
    return Exit.AS_ASKED


def take(options: argparse.Namespace) -> int:
    """Take a translation in, or only look; 1 when something is missing, out of date or broken."""
    content = _content(options.bestand)
    board = board_named(options.bestuur)
    from magdit.areas.consent.texts.translation_actions import look_at_translation, take_translation

    doing = doing_as_system(ACTOR, board.id)
    taken = look_at_translation(doing, board, content)
    if not (options.proef or taken.reading.broken):
        taken = take_translation(doing, board, content)
    print(*_told(taken, only_look=options.proef), sep="\n")
    if taken.reading.broken:
        return Exit.BAD_INPUT
    return Exit.NOT_AS_IT_STANDS if taken.reading.missing or taken.reading.stale else Exit.AS_ASKED


def _told(taken: Taken, *, only_look: bool) -> list[str]:
    from magdit.wording.refusals import refusal_sentence
    from magdit.wording.refusals.texts import LINE_FAULTS

    reading = taken.reading
    told = [
        f"regel {fault.row}, {fault.code or '(leeg)'}: {LINE_FAULTS[fault.why].format(places=fault.places)}"
        for fault in reading.broken
    ]
    told += [
        f"verouderd: {code}. De Nederlandse tekst is veranderd; laat haar opnieuw vertalen." for code in reading.stale
    ]
    told += [f"ontbreekt: {code}. Ouders zien hier de Nederlandse tekst." for code in reading.missing]
    if reading.broken:
        return [*told, refusal_sentence("translation_broken", {"count": len(reading.broken)})]
    done = "Er zouden nieuw zijn" if only_look else "Nieuw ingelezen"
    return [*told, f"{done} ({taken.language}): {len(taken.new)} van de {len(reading.good)} vertaalde teksten."]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Stop(f"{path} is niet te lezen. Staat het bestand er, en mag u het openen?") from None


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise Stop(f"{path} bestaat al. Kies een andere naam; we overschrijven niets.") from None
    except OSError:
        raise Stop(f"{path} is niet te schrijven. Bestaat de map, en mag u er schrijven?") from None
