"""`magdit import`: shows what a list from another system would change, and takes it over when asked to."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.at_school import add_school, school_named
from magdit.cli.outcome import Exit, Stop
from magdit.cli.with_register import doing_as_system

if TYPE_CHECKING:
    from magdit.areas.journal.doing import Doing
    from magdit.areas.people.imports.delivery import Delivery
    from magdit.areas.people.imports.difference import Choices
    from magdit.areas.people.imports.mapping import Mapping
    from magdit.areas.people.models import School

SYSTEMS = ("oneroster", "edexml", "sds", "csv")
KINDS = ("leerlingen", "verzorgers", "toestemmingen")


def add(commands: Any) -> None:
    """Put the command among the others."""
    parser = commands.add_parser("import", help="lees een lijst uit een ander systeem in")
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="het bestand of de map van het andere systeem")
    add_school(parser)
    parser.add_argument("--soort", required=True, choices=SYSTEMS, help="wat voor lijst het is")
    parser.add_argument("--doe", action="store_true", help="neem het over; zonder ziet u alleen het verschil")
    parser.add_argument("--alles", action="store_true", help="noem iedereen, niet alleen de eerste tien")
    parser.add_argument("--stand-van", type=_day, metavar="DATUM", help="de dag van de lijst, als die niet vandaag is")
    parser.add_argument("--vestiging", default="", metavar="SLEUTEL", help="welke school in de lijst het is")
    parser.add_argument("--sla-over", action="store_true", help="laat regels weg die naar niemand wijzen")
    parser.add_argument(
        "--zelfde", action="append", default=[], metavar="SLEUTEL[=NUMMER]", help="deze is dezelfde als die er al is"
    )
    parser.add_argument("--nieuw", action="append", default=[], metavar="SLEUTEL", help="deze is echt iemand anders")
    parser.add_argument(
        "--verlaat-groepen", action="store_true", help="wie in de lijst niet meer in een groep zit, zit er niet meer in"
    )
    free = parser.add_argument_group("bij --soort csv (CSV of Excel)")
    free.add_argument("--wat", choices=KINDS, help="waarover de lijst gaat")
    free.add_argument("--koppeling", default="", metavar="NAAM", help="onder welke naam de kolommen bewaard zijn")
    free.add_argument("--kolom", action="append", default=[], metavar="KOP=VELD", help="lees een kolom zo")
    free.add_argument("--waarde", action="append", default=[], metavar="VELD:HUN=ONS", help="lees een woord zo")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the difference, and take it over with --doe."""
    school = school_named(options.school)
    from magdit.areas.people.imports.problems import NotTaken
    from magdit.check.tables.unreadable import Unreadable
    from magdit.cli.import_shown import problem_lines
    from magdit.wording.file_errors import table_sentence

    doing = doing_as_system("import", school.board_id)
    try:
        return _imported(options, doing, school)
    except NotTaken as refused:
        raise Stop("\n".join(problem_lines(refused.problems, more=refused.more))) from None
    except Unreadable as unreadable:
        raise Stop(table_sentence(unreadable)) from None


def _imported(options: argparse.Namespace, doing: Doing, school: School) -> int:
    from magdit.areas.people.imports.reading import read_list
    from magdit.cli.import_shown import mapping_lines

    as_of = options.stand_van or doing.today
    if as_of > doing.today:
        raise Stop("De dag achter --stand-van ligt na vandaag. Controleer de dag.")
    items = _items(school)
    mapping = _mapping(options, school, items)
    if mapping is not None:
        _told(mapping_lines(mapping, is_named=bool(options.koppeling)))
    delivery = read_list(
        options.bestand, school, options.soort, as_of=as_of, key=options.vestiging, mapping=mapping, items=items
    )
    about_consents = mapping is not None and mapping.kind == "toestemmingen"
    code = _consents(options, doing, school, delivery) if about_consents else _people(options, doing, school, delivery)
    if mapping is not None and options.doe and options.koppeling:
        from magdit.areas.people.imports.mappings import save_mapping

        save_mapping(doing, school, options.koppeling, mapping)
    return code


def _people(options: argparse.Namespace, doing: Doing, school: School, delivery: Delivery) -> int:
    from magdit.areas.people.imports.run import look, take_over
    from magdit.cli.import_shown import difference_lines

    choices = _choices(options)
    if options.doe:
        found = take_over(doing, school, delivery, choices, skip_astray=options.sla_over, progress=_progress)
    else:
        found = look(doing, school, delivery, choices)
    _told(difference_lines(school, found, everyone=options.alles, done=options.doe))
    return Exit.AS_ASKED


def _consents(options: argparse.Namespace, doing: Doing, school: School, delivery: Delivery) -> int:
    from magdit.areas.consent.imports import look, take_over
    from magdit.cli.import_shown import answer_lines

    if options.doe:
        found, taken = take_over(doing, school, delivery, skip_astray=options.sla_over)
        _told(answer_lines(school, found, tasks=taken.tasks))
        return Exit.AS_ASKED
    found = look(doing, school, delivery)
    _told(answer_lines(school, found, tasks=None))
    return Exit.AS_ASKED


def _mapping(options: argparse.Namespace, school: School, items: dict[str, str]) -> Mapping | None:
    """How the columns are read: saved, or proposed, with what was said on the command line."""
    if options.soort != "csv":
        if options.wat or options.koppeling or options.kolom or options.waarde:
            raise Stop("--wat, --koppeling, --kolom en --waarde horen bij --soort csv.")
        return None
    from magdit.areas.people.imports.mappings import mapping_for

    return mapping_for(
        school, options.bestand, name=options.koppeling, kind=options.wat, items=items,
        columns=dict(_pair(text, "--kolom KOP=VELD") for text in options.kolom), values=_values(options.waarde),
    )  # fmt: skip


def _items(school: School) -> dict[str, str]:
    from magdit.areas.consent.imports import headings_of_items

    return headings_of_items(school)


def _values(told: list[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for text in told:
        field, _, rest = text.partition(":")
        theirs, ours = _pair(rest, "--waarde VELD:HUN=ONS")
        found.setdefault(field, {})[theirs] = ours
    return found


def _pair(text: str, how: str) -> tuple[str, str]:
    theirs, sign, ours = text.rpartition("=")
    if not sign or not theirs or not ours:
        raise Stop(f"'{text}' is niet te lezen. Schrijf het als {how}.")
    return theirs, ours


def _choices(options: argparse.Namespace) -> Choices:
    from magdit.areas.people.imports.difference import Choices

    same = {key: number for key, _, number in (text.partition("=") for text in options.zelfde)}
    return Choices(same=same, new=frozenset(options.nieuw), end_stays=options.verlaat_groepen)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(text) from None


def _told(lines: list[str]) -> None:
    print("\n".join(lines))


def _progress(what: str, done: int, total: int) -> None:
    """How far it is, on a terminal only: a log needs no thousand lines."""
    if sys.stderr.isatty():
        print(f"\r{what}: {done} van {total}   ", end="\n" if done == total else "", file=sys.stderr, flush=True)
