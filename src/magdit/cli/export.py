"""`magdit export`: writes a list from the register as CSV or XLSX, guarded for spreadsheets."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from magdit.cli.at_school import add_school, school_named
from magdit.cli.outcome import Exit
from magdit.cli.with_register import doing_as_system

KINDS = ("leerlingen", "verzorgers", "toestemmingen")


def add(commands: Any) -> None:
    """Put the command among the others."""
    parser = commands.add_parser("export", help="schrijf een lijst uit het register als CSV of Excel")
    add_school(parser)
    parser.add_argument("--wat", required=True, choices=KINDS, help="welke lijst")
    parser.add_argument("--naar", required=True, type=Path, metavar="BESTAND", help="eindigt op .csv of .xlsx")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the list; the file is for who keeps the school's data, and no one else."""
    school = school_named(options.school)
    from magdit.areas.consent.exports import export_consents
    from magdit.areas.people.exports.lists import export_guardians, export_pupils
    from magdit.areas.people.exports.tables import check_target, write

    lists = {"leerlingen": export_pupils, "verzorgers": export_guardians, "toestemmingen": export_consents}
    check_target(options.naar)
    table = lists[options.wat](doing_as_system("export", school.board_id), school)
    write(table, options.naar)
    print(f"{len(table.rows)} regels geschreven naar {options.naar}. In dit bestand staan namen: bewaar het veilig en")
    print("gooi het weg als u het niet meer nodig hebt.")
    return Exit.AS_ASKED
