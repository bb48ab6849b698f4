"""`magdit archive check`: what stands online already, judged as if it were posted today. It takes nothing down."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from magdit.cli.judge import add_packs, library_with
from magdit.cli.outcome import Exit, Stop
from magdit.cli.show import show

if TYPE_CHECKING:
    from magdit.areas.registers.archive import Kept
    from magdit.check.archive.judging import Terms
    from magdit.journeys.archive.progress import Progress

OUT = "archief-verslag"
# What a check of a draft asks of its author, and nobody says of an archive.
NOT_ASKED: dict[str, Any] = {
    "foto": [],
    "tekst": None,
    "tekst_bestand": None,
    "bijschrift": [],
    "in_beeld": None,
    "namens_school": True,
    "niemand_in_beeld": False,
    "alleen_met_toestemming": False,
    "niet_meer_herkenbaar": False,
}


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("archive", help="controleer wat er al online staat")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    verb = verbs.add_parser("check", help="beoordeel een map, een sitemap of een WordPress-site")
    verb.add_argument(
        "bron", metavar="BRON", help="een map, een bestand, een sitemap (.xml) of het adres van een WordPress-site"
    )
    verb.add_argument("--protocol", metavar="ID", help="het protocol van de school")
    verb.add_argument(
        "--school", metavar="NAAM", help="de school in het register: haar protocol, leerlingen en toestemmingen"
    )
    verb.add_argument("--leerlingen", type=Path, metavar="FILE", help="CSV: de leerlingenlijst")
    verb.add_argument("--toestemming", type=Path, metavar="FILE", help="CSV: de toestemmingen")
    verb.add_argument(
        "--van-de-school", type=Path, metavar="F", help="bestand met openbare gegevens van de school, op elke regel één"
    )
    verb.add_argument("--medium", default="website", metavar="M", help="waar het staat; standaard website")
    verb.add_argument(
        "--als", action="append", metavar="ROL", help="wie daar plaatst; standaard een communicatiemedewerker"
    )
    verb.add_argument(
        "--feit", action="append", default=[], metavar="NAAM=WAARDE", help="een feit dat voor alles geldt"
    )
    verb.add_argument(
        "--moment", metavar="T", help="beoordeel naar deze dag (2026-09-04T12:00); standaard vandaag 12 uur"
    )
    verb.add_argument(
        "--uit", type=Path, default=Path(OUT), metavar="MAP", help=f"map voor het verslag; standaard {OUT}"
    )
    verb.add_argument("--zonder-taken", action="store_true", help="maak bij --school geen taken in het register")
    verb.add_argument("--opnieuw", action="store_true", help="begin opnieuw, ook als er al een verslag is")
    verb.add_argument(
        "--pauze", type=float, default=1.0, metavar="SECONDEN", help="tijd tussen twee vragen aan een site; standaard 1"
    )
    verb.add_argument(
        "--eigen-netwerk", action="store_true", help="het adres ligt binnen uw eigen netwerk of op deze computer"
    )
    add_packs(verb)
    verb.set_defaults(run=check, **NOT_ASKED)


def check(options: argparse.Namespace) -> int:
    """Check an archive; 0 when nothing was found, 1 when something was, 2 for bad input."""
    # Looking needs numpy and a face model; commands that only think start without them.
    from magdit.check.archive.piece import NotReadable
    from magdit.cli.archive_progress import telling
    from magdit.cli.archive_source import source_of
    from magdit.journeys.archive.report import write_report
    from magdit.journeys.archive.run import Work, check_archive, work_folder
    from magdit.wording.archive_said import cannot_begin

    _refuse_wishes(options)
    _make_folder(options.uit)
    terms, progress = _begun(options)
    try:
        with work_folder(options.uit) as folder, telling() as tell:
            try:
                source = source_of(options, folder)
            except NotReadable as error:
                raise Stop(cannot_begin(options.bron, error.code)) from None
            found = check_archive(source, Work(terms, progress, folder, tell=tell))
        if not found:
            raise Stop("Er is niets om te controleren. In deze bron staat geen tekst, foto of nieuwsbrief.")
        write_report(options.bron, found, terms, options.uit)
        kept = _tasks(options, found, progress.fresh) if options.school and not options.zonder_taken else None
    finally:
        progress.close()
    return _told(found, options.uit, kept)


def _tasks(options: argparse.Namespace, found: Any, fresh: set[str]) -> Kept:
    """What was found as tasks in the register of the school, by the clock of now."""
    from magdit.cli.at_school import school_named
    from magdit.cli.with_register import doing_as_system

    school = school_named(options.school)
    from magdit.journeys.archive.tasks import keep_tasks

    doing = doing_as_system("archief", school.board_id)
    return keep_tasks(doing, school, options.bron, medium=options.medium, rows=found, fresh=fresh)


def _told(found: Any, folder: Path, kept: Kept | None) -> Exit:
    from magdit.journeys.archive.report import PAGE, TABLE
    from magdit.wording.archive_said import summary

    show(summary(found, folder / PAGE, folder / TABLE, tasks=(kept.new, kept.again, kept.ended) if kept else None))
    return Exit.AS_ASKED if all(told["level"] == "niets" for told in found) else Exit.NOT_AS_IT_STANDS


def _make_folder(folder: Path) -> None:
    """A folder for the report, for the user alone when it is new."""
    from magdit.check.images.atomic import ensure_folder

    if not folder.exists():
        ensure_folder(folder.parent)
        folder.mkdir(mode=0o700)
    ensure_folder(folder)


def _refuse_wishes(options: argparse.Namespace) -> None:
    if not options.protocol and not options.school:
        raise Stop("Dit ontbreekt nog: --protocol of --school. Hulp: magdit archive check --hulp")
    if options.school and (options.leerlingen or options.toestemming or options.van_de_school):
        raise Stop(
            "Bij --school komen de lijsten uit het register. Laat --leerlingen, --toestemming en --van-de-school weg."
        )
    if not 0 <= options.pauze <= 60:
        raise Stop("Kies bij --pauze een tijd van 0 tot 60 seconden.")


def _begun(options: argparse.Namespace) -> tuple[Terms, Progress]:
    """Under what is judged, and what was judged before under the same; the day stays that of the first time."""
    from magdit.journeys.archive.progress import CannotGoOn, first_moment, opened
    from magdit.wording.archive_said import cannot_go_on

    try:
        before = None if options.opnieuw else first_moment(options.uit)
        options.moment = before or options.moment or _noon()
        terms, head = _terms(options)
        return terms, opened(options.uit, head, anew=options.opnieuw)
    except CannotGoOn as stopped:
        raise Stop(cannot_go_on(stopped, options.uit)) from None
    except PermissionError:
        raise Stop(f"In '{options.uit}' is niet te schrijven. Kies met --uit een andere map.") from None


def _noon() -> str:
    """Today at twelve, by the clock of the school: the hour of the check says nothing of what stands there."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).strftime("%Y-%m-%dT12:00")


def _terms(options: argparse.Namespace) -> tuple[Terms, dict[str, Any]]:
    from magdit.check.archive.judging import Terms
    from magdit.cli.check import draft_of, moment_of
    from magdit.journeys.archive.progress import head_of

    register = None
    if options.school:
        from magdit.cli.check_school import register_of

        school, register = register_of(options.school, moment_of(options.moment).date())
        options.protocol = options.protocol or school.protocol
        options.packs = [*options.packs, *school.packs]
    book = library_with(options.packs).book(options.protocol)
    options.als = options.als or ["communicatiemedewerker"]
    draft = draft_of(options, book, register=register)
    terms = Terms(
        book, draft.roles, draft.medium, draft.moment, draft.roster, draft.consents, draft.allow, dict(draft.told)
    )
    return terms, head_of(options.bron, terms)
