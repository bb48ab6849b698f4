"""`magdit toestemming`: what a school asks, how its people stand, and an answer on paper taken in."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.at_school import add_school, people_of, person_named, school_named
from magdit.cli.days import day_typed
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.cli.show import show
from magdit.cli.with_register import doing_as_system

if TYPE_CHECKING:
    from magdit.areas.consent.loading import Loaded
    from magdit.areas.consent.models import Item
    from magdit.areas.people.models import Person, School

ACTOR = "toestemming"


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("toestemming", help="wat de school vraagt, en hoe het er per leerling voor staat")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    asking = verbs.add_parser("vraagt", help="wat vraagt deze school, aan wie en hoe vaak?")
    standing = verbs.add_parser("stand", help="wie mag waarop? ja en nee per persoon en onderwerp")
    standing.add_argument("--klas", metavar="KLAS", help="alleen deze klas of groep")
    standing.add_argument("--medium", metavar="M", help="alleen wat over dit kanaal gaat")
    standing.add_argument("--niet", action="store_true", help="alleen wie ergens niet op mag")
    telling = verbs.add_parser("van", help="alles van één persoon")
    paper = verbs.add_parser("papier", help="neem een antwoord op papier over, met de scan")
    for verb in (telling, paper):
        verb.add_argument("--wie", required=True, metavar="NAAM", help="over wie het gaat: naam of nummer")
    paper.add_argument("--door", required=True, metavar="NAAM", help="wie het papier tekende")
    paper.add_argument("--onderwerp", required=True, metavar="CODE", help="de code van het onderwerp")
    paper.add_argument("--antwoord", required=True, choices=("ja", "nee"), help="ja of nee")
    paper.add_argument("--getekend", required=True, metavar="DAG", help="de dag op het papier (2026-09-01)")
    paper.add_argument("--scan", required=True, metavar="BESTAND", type=Path, help="pdf, png of jpeg")
    for verb in (asking, standing, telling):
        verb.add_argument("--op", metavar="DAG", help="hoe het is op deze dag; standaard vandaag")
    for verb, run in ((asking, asked), (standing, stand), (telling, tell), (paper, enter)):
        add_school(verb)
        verb.set_defaults(run=run)


def asked(options: argparse.Namespace) -> int:
    """Show what the packs of a school make of every topic of its board."""
    school = school_named(options.school)
    from magdit.areas.consent.asking.overview import what_is_asked
    from magdit.wording.consent_lines import topic_lines

    rows = what_is_asked(school, _day(options.op))
    if not rows:
        raise Stop(f"Er staan nog geen onderwerpen klaar. Zet ze klaar: magdit teksten leg --bestuur {school.code}")
    show(topic_lines(rows))
    return Exit.AS_ASKED


def stand(options: argparse.Namespace) -> int:
    """Show the matrix of a class or school."""
    school = school_named(options.school)
    from magdit.areas.consent.loading import load
    from magdit.areas.consent.queries import standing_of
    from magdit.areas.journal.actions import seen
    from magdit.areas.journal.doing import Ref
    from magdit.areas.people.names import short_names, sort_key
    from magdit.wording.consent_lines import matrix_lines

    day = _day(options.op)
    loaded = load(school, day, people=_people(school, options.klas, day), items=_items(school, options.medium))
    people = sorted(loaded.people.values(), key=sort_key)
    cells = [
        [standing_of(loaded, one.id, item).yes if loaded.concerns(one.id, item) else None for item in loaded.items]
        for one in people
    ]
    kept = [(one, row) for one, row in zip(people, cells, strict=True) if any(cell is not None for cell in row)]
    kept = [(one, row) for one, row in kept if not options.niet or False in row]
    seen(doing_as_system(ACTOR, school.board_id), Ref("school", str(school.id)), "toestemmingen")
    _print_age(school, day)
    names = short_names({one.id: one for one, _ in kept})
    rows, width = [row for _, row in kept], shutil.get_terminal_size().columns
    show(matrix_lines([names[one.id] for one, _ in kept], _titles(loaded.items), rows, width=width))
    return Exit.AS_ASKED


def tell(options: argparse.Namespace) -> int:
    """Show everything of one person."""
    school = school_named(options.school)
    from magdit.areas.consent.loading import load
    from magdit.areas.journal.actions import seen
    from magdit.areas.journal.doing import Ref

    day = _day(options.op)
    person = person_named(options.wie, list(people_of(school)))
    loaded = load(school, day, people=[person.id])
    seen(doing_as_system(ACTOR, school.board_id), Ref("persoon", str(person.id)), "toestemmingen")
    _print_age(school, day)
    _print_person(loaded, person)
    return Exit.AS_ASKED


def enter(options: argparse.Namespace) -> int:
    """Take in an answer on paper."""
    school = school_named(options.school)
    from magdit.areas.consent.paper import enter_on_paper
    from magdit.areas.people.models import Person

    person = person_named(options.wie, list(people_of(school)))
    around = [person, *Person.objects.filter(wards__child=person, removed_on=None)]
    enter_on_paper(
        doing_as_system(ACTOR, school.board_id),
        person,
        _item(school, options.onderwerp),
        giver=person_named(options.door, around),
        yes=options.antwoord == "ja",
        signed_on=_day(options.getekend, "--getekend"),
        scan=_content(options.scan),
    )
    print("Het antwoord is overgenomen en de scan is versleuteld bewaard.")
    return Exit.AS_ASKED


def _print_age(school: School, day: date) -> None:
    """Of a school that mirrors its pupil administration: how old what we show is."""
    from magdit.areas.consent.queries import mirrored_on
    from magdit.wording.consent_lines import mirror_line

    if school.mirror:
        show([mirror_line(school.name, mirrored_on(school), today=day, most_days=school.mirror_days)])


def _print_person(loaded: Loaded, person: Person) -> None:
    from magdit.areas.consent.queries import standing_of, until_of
    from magdit.areas.people.names import whole
    from magdit.wording.consent_lines import SIGNS, why_said

    print(whole(person))
    name = person.called or person.first or person.last
    for item, title in zip(loaded.items, _titles(loaded.items, name=name), strict=True):
        if not loaded.concerns(person.id, item):
            continue
        stands = standing_of(loaded, person.id, item)
        until = until_of(loaded, person.id, item) if stands.yes else None
        last = f", tot en met {until:%d-%m-%Y}" if until else ""
        print(f"  {SIGNS[stands.yes]:<4}{title}: {why_said(stands.code)}{last}")


def _titles(items: Iterable[Item], *, name: str = "") -> list[str]:
    from magdit.areas.consent.asking.overview import titles

    return titles(items, name=name)


def _people(school: School, group: str | None, day: date) -> list[Any] | None:
    from magdit.areas.people.models import Group
    from magdit.norms.act import school_year

    if group is None:
        return None
    groups = Group.objects.filter(school=school, year=school_year(day))
    found = groups.filter(name__iexact=group).first()
    if found is None:
        names = ", ".join(groups.order_by("name").values_list("name", flat=True)) or "geen enkele"
        raise Stop(f"De klas '{group}' is er dit schooljaar niet. Wel: {names}.")
    return list(found.members.filter(role="leerling").values_list("person_id", flat=True))


def _items(school: School, medium: str | None) -> list[Item] | None:
    from magdit.areas.consent.books import book_of
    from magdit.areas.consent.models import Item
    from magdit.words.vocabulary import UnknownWord

    if medium is None:
        return None
    words = book_of(school).catalogue.vocabularies["medium"]
    try:
        wider = words.code(medium)
    except UnknownWord as unknown:
        meant = f" Bedoelde u {' of '.join(unknown.nearest)}?" if unknown.nearest else ""
        raise Stop(f"'{medium}' kennen we niet bij --medium.{meant}") from None
    return list(Item.objects.filter(board=school.board_id, active=True, channel__in=words.below(wider)))


def _item(school: School, code: str) -> Item:
    from magdit.areas.consent.models import Item

    found = Item.objects.filter(board=school.board_id, code=code).first()
    if found is None:
        codes = ", ".join(Item.objects.filter(board=school.board_id).values_list("code", flat=True))
        raise Stop(f"Het onderwerp '{code}' is er niet. Wel: {codes or 'nog geen enkel'}.")
    return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Stop(f"Het bestand '{path}' is niet te openen. Controleer de naam.") from None


def _day(given: str | None, option: str = "--op") -> date:
    from magdit.areas.journal.doing import SCHOOL_CLOCK

    return day_typed(given, option=option) if given else datetime.now(UTC).astimezone(SCHOOL_CLOCK).date()
