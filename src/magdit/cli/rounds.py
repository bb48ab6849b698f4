"""`magdit ronde`: ask a whole school for its consents, see how far it is, and remind who is silent."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from magdit.cli.at_school import add_school, school_named
from magdit.cli.days import day_typed
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.cli.show import show
from magdit.cli.with_register import doing_as_system

if TYPE_CHECKING:
    from magdit.areas.consent.models import Round
    from magdit.areas.journal.doing import Doing
    from magdit.areas.people.models import School

ACTOR = "ronde"


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("ronde", help="vraag een hele school om toestemming, en kijk wie nog niets zei")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    opening = verbs.add_parser("open", help="begin de ronde van dit schooljaar")
    opening.add_argument("--vanaf", metavar="DAG", help="de eerste dag (2026-09-01); standaard vandaag")
    changing = verbs.add_parser("verander", help="geef de ronde een ander einde of een ander ritme")
    changing.add_argument("--na", metavar="DAGEN", type=int, help="herinner na zoveel dagen")
    changing.add_argument("--hoogstens", metavar="KEER", type=int, help="herinner hoogstens zo vaak")
    for verb in (opening, changing):
        verb.add_argument("--tot", metavar="DAG", help="de laatste dag; standaard tot het einde van het schooljaar")
    asking = verbs.add_parser("nieuw", help="vraag wie er later bij kwam")
    reminding = verbs.add_parser("herinner", help="herinner wie nog niet alles beantwoordde")
    counting = verbs.add_parser("stand", help="hoe ver is elke klas, en wie zei nog niets?")
    printing = verbs.add_parser("brieven", help="maak brieven voor wie geen e-mail heeft (PDF)")
    printing.add_argument("--naar", metavar="MAP", required=True, type=Path, help="de map voor de brieven")
    runs = ((opening, open_), (changing, change), (asking, ask), (reminding, remind), (counting, count))
    for verb, run in (*runs, (printing, print_out)):
        add_school(verb)
        verb.set_defaults(run=run)


def open_(options: argparse.Namespace) -> int:
    """Open the round and say how many were asked."""
    school, doing = _place(options)
    from magdit.areas.consent.rounds.actions import open_round

    opens = _day(options.vanaf, "--vanaf") or doing.today
    round_ = open_round(doing, school, opens=opens, closes=_day(options.tot, "--tot"))
    asked = round_.requests.count()
    later = f" Vragen gaan uit vanaf {opens:%d-%m-%Y}." if opens > doing.today else ""
    print(f"De ronde van {school.name} voor schooljaar {round_.year}-{round_.year + 1} staat klaar.{later}")
    print(f"Gevraagd: {asked} keer, per kind apart. Antwoorden en intrekken kan elke dag, ook buiten de ronde.")
    return Exit.AS_ASKED


def change(options: argparse.Namespace) -> int:
    """Give the round another end or rhythm."""
    school, doing = _place(options)
    from magdit.areas.consent.rounds.actions import move_round

    round_ = _round(school, doing)
    closes = _day(options.tot, "--tot") if options.tot else round_.closes
    move_round(doing, round_, closes=closes, remind_after=options.na, most_reminders=options.hoogstens)
    until = f"tot en met {closes:%d-%m-%Y}" if closes else "tot het einde van het schooljaar"
    print(f"De ronde loopt {until}. Herinneren: na {round_.remind_after} dagen, {round_.most_reminders} keer.")
    return Exit.AS_ASKED


def ask(options: argparse.Namespace) -> int:
    """Ask who came later."""
    school, doing = _place(options)
    from magdit.areas.consent.rounds.actions import ask_who_came

    print(f"Nieuw gevraagd: {ask_who_came(doing, _round(school, doing))}.")
    return Exit.AS_ASKED


def remind(options: argparse.Namespace) -> int:
    """Remind who is due."""
    school, doing = _place(options)
    from magdit.areas.consent.rounds.actions import remind as remind_now

    print(f"Herinnerd: {remind_now(doing, _round(school, doing))}. Wie alles beantwoordde, krijgt niets.")
    return Exit.AS_ASKED


def print_out(options: argparse.Namespace) -> int:
    """Make a letter on paper for everyone in the tray who has no e-mail address."""
    school, doing = _place(options)
    from django.db import transaction

    from magdit.areas.consent.rounds.post import print_out as made

    try:
        options.naar.mkdir(parents=True, exist_ok=True)
        with transaction.atomic():  # a letter that did not come on disk stays in the tray
            letters = made(doing, school)
            for name, content in letters.items():
                (options.naar / name).write_bytes(content)
    except OSError:
        raise Stop(f"In de map '{options.naar}' is niet te schrijven. Kies een andere map.") from None
    told = f"{len(letters)} brieven in {options.naar}" if letters else "Er liggen geen brieven klaar voor papier"
    print(f"{told}. Wie een e-mailadres heeft, krijgt een e-mail van `magdit nightly`.")
    return Exit.AS_ASKED


def count(options: argparse.Namespace) -> int:
    """Show how far each class is; 1 while anybody is still to answer."""
    school, doing = _place(options)
    from magdit.areas.consent.rounds.queries import progress
    from magdit.wording.consent_lines import ClassRow, class_lines

    counts = progress(_round(school, doing), on=doing.today)
    names = _names(person for one in counts for person in (*one.begun, *one.silent, *one.nobody_to_ask))
    rows = [
        ClassRow(
            one.name, one.asked, one.complete,
            tuple(names[person] for person in one.begun),
            tuple(names[person] for person in one.silent),
            tuple(names[person] for person in one.nobody_to_ask),
        )
        for one in counts
    ]  # fmt: skip
    show(class_lines(rows))
    if not rows:
        print("Er is niemand om iets aan te vragen.")
    return Exit.NOT_AS_IT_STANDS if names else Exit.AS_ASKED


def _place(options: argparse.Namespace) -> tuple[School, Doing]:
    school = school_named(options.school)
    return school, doing_as_system(ACTOR, school.board_id)


def _round(school: School, doing: Doing) -> Round:
    from magdit.areas.consent.models import Round
    from magdit.areas.journal.refused import Refused
    from magdit.norms.act import school_year

    found = Round.objects.filter(school=school, year=school_year(doing.today)).first()
    if found is None:
        raise Refused("no_round", school=school.code)
    return found


def _names(people: Iterable[UUID]) -> dict[UUID, str]:
    from magdit.areas.people.models import Person
    from magdit.areas.people.names import whole

    ids = list(people)
    found: dict[UUID, str] = {}
    for start in range(0, len(ids), 500):
        found |= {one.id: whole(one) for one in Person.objects.filter(pk__in=ids[start : start + 500])}
    return found


def _day(given: str | None, option: str) -> date | None:
    return day_typed(given, option=option) if given else None
