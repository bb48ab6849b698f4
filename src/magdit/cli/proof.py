"""`magdit bewijs`: a receipt for who answered, and everything that was answered about one person."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from magdit.cli.at_school import add_school, people_of, person_named, school_named
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.cli.with_register import doing_as_system

if TYPE_CHECKING:
    from magdit.areas.people.models import Person, School

ACTOR = "bewijs"


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("bewijs", help="een kwitantie voor wie antwoordde, of alles over één persoon")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    giving = verbs.add_parser("kwitantie", help="wat een ouder, leerling of medewerker antwoordde (PDF of JSON-LD)")
    giving.add_argument("--van", required=True, metavar="NAAM", help="wie antwoordde: naam of nummer")
    telling = verbs.add_parser("alles", help="alle antwoorden over één persoon, voor de FG of bij inzage (JSON-LD)")
    telling.add_argument("--wie", required=True, metavar="NAAM", help="over wie het gaat: naam of nummer")
    for verb, run in ((giving, receipt), (telling, evidence)):
        add_school(verb)
        verb.add_argument("--naar", required=True, metavar="BESTAND", type=Path, help="het nieuwe bestand")
        verb.set_defaults(run=run)


def receipt(options: argparse.Namespace) -> int:
    """Write the receipt of one who answered; the ending of the file chooses paper or data."""
    school = school_named(options.school)
    from magdit.areas.consent.proof.actions import receipt_for
    from magdit.areas.consent.proof.paper import receipt_json, receipt_pdf

    reader = person_named(options.van, _answering(school))
    made = receipt_for(doing_as_system(ACTOR, school.board_id), reader)
    _write(options.naar, receipt_pdf(made) if options.naar.suffix.lower() == ".pdf" else receipt_json(made))
    print(f"De kwitantie staat in {options.naar}.")
    return Exit.AS_ASKED


def evidence(options: argparse.Namespace) -> int:
    """Write all that was answered about one person."""
    school = school_named(options.school)
    from magdit.areas.consent.proof.actions import evidence_of

    person = person_named(options.wie, list(people_of(school)))
    document = evidence_of(doing_as_system(ACTOR, school.board_id), person)
    _write(options.naar, json.dumps(document, ensure_ascii=False, indent=1).encode())
    print(f"Alle antwoorden staan in {options.naar}. Dat u ze bekeek, staat in het journaal.")
    return Exit.AS_ASKED


def _answering(school: School) -> list[Person]:
    """Everyone who answered about someone of this school."""
    from magdit.areas.people.models import Person

    return list(Person.objects.filter(answers_given__person__in=people_of(school), removed_on=None).distinct())


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise Stop(f"Het bestand '{path}' bestaat al. Kies een andere naam.") from None
    except OSError:
        raise Stop(f"Het bestand '{path}' is niet te schrijven. Kies een andere plek.") from None
