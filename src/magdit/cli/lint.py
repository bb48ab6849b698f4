"""`magdit protocol lint` and `magdit protocol compare`: what is wrong in a protocol, and how two of them differ."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from magdit.cli.judge import ALL, add_packs, library_with
from magdit.cli.outcome import Exit, Stop
from magdit.protocols.library import Library

ATTACHED = "bijlagen"


def add_verbs(verbs: Any) -> None:
    """Put both verbs on the parser of `magdit protocol`."""
    linting = verbs.add_parser("lint", help="zoek wat niet klopt, openstaat of verouderd is")
    linting.add_argument("protocol", nargs="?", default=ALL, metavar="ID")
    linting.add_argument("--op", metavar="DATUM", help="de dag waarop u kijkt, zoals 2026-11-21 (gewoon: vandaag)")
    linting.add_argument("--json", action="store_true", help="één regel JSON per bevinding")
    linting.set_defaults(run=lint_protocols)
    comparing = verbs.add_parser("compare", help="leg twee protocollen naast elkaar")
    comparing.add_argument("links", metavar="ID")
    comparing.add_argument("rechts", metavar="ID")
    comparing.add_argument("--json", action="store_true", help="de hele vergelijking als JSON")
    comparing.set_defaults(run=compare_protocols)
    for verb in (linting, comparing):
        add_packs(verb)


def lint_protocols(options: argparse.Namespace) -> int:
    """Name the findings of one protocol or all; 0 when nothing is luid or gewoon."""
    from magdit.norms.lint.lint import lint  # only these two verbs need all this, and every command starts here
    from magdit.wording.lint import finding_json, finding_lines

    library, today = library_with(options.packs), _day(options.op)
    worst = Exit.AS_ASKED
    for name in library.ids() if options.protocol == ALL else (options.protocol,):
        book = library.book(name, with_law=False)
        found = lint(book.packs[0], book.catalogue, today=today, attached=_attached(library.folder(name)))
        if options.json:
            print("\n".join(json.dumps(finding_json(one, name), ensure_ascii=False) for one in found))
        else:
            print("\n".join(finding_lines(name, found, book.catalogue)) + "\n")
        if any(one.severity != "weten" for one in found):
            worst = Exit.NOT_AS_IT_STANDS
    return worst


def compare_protocols(options: argparse.Namespace) -> int:
    """Name where two protocols differ; 0 when nowhere."""
    from magdit.protocols.compare import compare, sides
    from magdit.wording.lint_compare import comparison_json, comparison_lines

    library = library_with(options.packs)
    left, right = sides(*(_pack(library, name) for name in (options.links, options.rechts)))
    found = compare(left, right)
    if options.json:
        print(json.dumps(comparison_json(found, left.pack, right.pack), ensure_ascii=False, indent=2))
    else:
        print("\n".join(comparison_lines(found, left.pack, right.pack, left.examples.catalogue)))
    return Exit.NOT_AS_IT_STANDS if found.differs else Exit.AS_ASKED


def _pack(library: Library, name: str) -> Any:
    return library.pack(name), library.book(name, with_law=False).catalogue


def _attached(folder: Path) -> list[str]:
    """The papers that lie beside a pack: the names of the files in its folder `bijlagen`, without their ending."""
    return [file.stem for file in sorted((folder / ATTACHED).glob("*")) if file.is_file()]


def _day(given: str | None) -> date:
    if given is None:
        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Stop(f"'{given}' is geen dag. Schrijf haar als jaar-maand-dag, zoals 2026-11-21.") from None
