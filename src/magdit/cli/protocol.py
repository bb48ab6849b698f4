"""`magdit protocol`: which protocols there are, what a clause does, whether the cases come true, how an act is told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from magdit.cli import lint
from magdit.cli.judge import ALL, add_packs, library_with
from magdit.cli.outcome import Exit, Stop
from magdit.cli.parser import DutchParser
from magdit.norms.catalogue import Catalogue
from magdit.norms.model import Clause, Pack
from magdit.protocols.act_schema import act_schema, schema_text, whole_catalogue
from magdit.protocols.cases import CaseResult, read_cases, run_case
from magdit.protocols.keys import nearest
from magdit.protocols.library import Library
from magdit.protocols.missed import trials
from magdit.protocols.stories import StoryResult, read_stories, run_story
from magdit.wording.clause_page import workings
from magdit.wording.dates import say_day
from magdit.wording.errors import act_sentences
from magdit.wording.rows import one_of

MOST_NEAR = 3


def add(commands: Any) -> None:
    """Put the commands on the parser."""
    parser = commands.add_parser("protocol", help="de protocollen: list, show, test, lint, compare, schema")
    verbs = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, parser_class=DutchParser)
    listing = verbs.add_parser("list", help="noem alle protocollen")
    listing.set_defaults(run=list_protocols)
    showing = verbs.add_parser("show", help="toon een protocol of één artikel")
    showing.add_argument("protocol", metavar="ID")
    showing.add_argument("artikel", nargs="?", metavar="ARTIKEL")
    showing.set_defaults(run=show_protocol)
    testing = verbs.add_parser("test", help="draai de gevallen van een protocol")
    testing.add_argument("protocol", nargs="?", default=ALL, metavar="ID")
    testing.add_argument(
        "--weglaten", action="store_true", help="laat elk onderdeel een keer weg en noem wat geen geval of verhaal mist"
    )
    testing.set_defaults(run=try_protocol)
    telling = verbs.add_parser("schema", help="toon het JSON-schema van een handeling")
    telling.add_argument("protocol", nargs="?", default=ALL, metavar="ID")
    telling.set_defaults(run=show_schema)
    for verb in (listing, showing, testing, telling):
        add_packs(verb)
    lint.add_verbs(verbs)


def list_protocols(options: argparse.Namespace) -> int:
    """Name every protocol."""
    library = library_with(options.packs)
    for name in library.ids(with_law=True):
        pack = library.pack(name)
        print(f"{name:20} {len(pack.clauses):4} artikelen   {pack.title} ({pack.organisation})")
    return Exit.AS_ASKED


def show_protocol(options: argparse.Namespace) -> int:
    """Show a protocol, or one clause with what it does."""
    library = library_with(options.packs)
    pack = library.pack(options.protocol)
    if options.artikel is None:
        _print_pack(pack)
        return Exit.AS_ASKED
    wanted = options.artikel.casefold()
    found = next((clause for clause in pack.clauses if clause.number.casefold() == wanted), None)
    if found is None:
        raise Stop(f"Artikel '{options.artikel}' bestaat niet in {pack.id}. {_meant(options.artikel, pack)}")
    _print_clause(pack, library.book(pack.id).catalogue, found)
    return Exit.AS_ASKED


def _meant(given: str, pack: Pack) -> str:
    """The articles that look like what was typed; where none does, where to find them all."""
    numbers = {clause.number.casefold(): clause.number for clause in pack.clauses}
    near = [numbers[number] for number in nearest(given.casefold(), numbers)]
    near = near or [number for number in numbers.values() if number[:1].casefold() == given[:1].casefold()][:MOST_NEAR]
    if near:
        return f"Bedoelde u {one_of(near)}?"
    first, last = pack.clauses[0].number, pack.clauses[-1].number
    return f"De artikelen lopen van {first} tot en met {last}; ze staan in: magdit protocol show {pack.id}"


def try_protocol(options: argparse.Namespace) -> int:
    """Run the cases of one protocol, or of all; 1 when one does not come true."""
    library = library_with(options.packs)
    ids = library.ids(with_law=True) if options.protocol == ALL else (options.protocol,)
    results = [_tested(name, library) for name in ids]
    if options.weglaten:
        results += [_all_missed(name, library) for name in ids]
    return Exit.AS_ASKED if all(results) else Exit.NOT_AS_IT_STANDS


def show_schema(options: argparse.Namespace) -> int:
    """Print the schema of an act: as one protocol reads it, or with the facts of all."""
    library = library_with(options.packs)
    chosen = options.protocol
    catalogue = whole_catalogue(library) if chosen == ALL else library.book(chosen).catalogue
    print(schema_text(act_schema(catalogue)), end="")
    return Exit.AS_ASKED


def _tested(name: str, library: Library) -> bool:
    book, folder = library.book(name), library.folder(name)
    cases = [run_case(case, book) for case in read_cases(folder)]
    stories = [run_story(story, book) for story in read_stories(folder)]
    for case in cases:
        _print_failure(name, case.case.name, case)
    for story in stories:
        _print_failure(name, story.story.name, story)
    told = f" en {_passed(stories)} van {len(stories)} verhalen" if stories else ""
    print(f"{name}: {_passed(cases)} van {len(cases)} gevallen{told} kloppen")
    return _passed(cases) == len(cases) and _passed(stories) == len(stories)


def _all_missed(name: str, library: Library) -> bool:
    """Take every part out once; True when each is missed by a case or story."""
    tried = list(trials(name, library))
    kept = [trial.shorter for trial in tried if trial.noticed is None]
    for shorter in kept:
        print(f"✗ {name}: {shorter}: geen geval of verhaal mist dit")
    print(f"{name}: {len(tried) - len(kept)} van {len(tried)} onderdelen worden gemist als ze weg zijn")
    return not kept


def _passed(results: Sequence[CaseResult | StoryResult]) -> int:
    return sum(result.passed for result in results)


def _print_failure(name: str, what: str, result: CaseResult | StoryResult) -> None:
    if result.passed:
        return
    print(f"✗ {name}: {what}")
    if result.refused is not None:
        print("\n".join(f"    {sentence}" for sentence in act_sentences(result.refused)))
        return
    for key, wanted, got in result.differences:
        print(f"    {key}: verwacht {wanted}, gekregen {got}")


def _print_pack(pack: Pack) -> None:
    print(f"{pack.title}\n{pack.organisation} · rang {pack.rank} · versie {pack.version or '-'} · {pack.hash[:12]}")
    start, end = pack.lifecycle.start, pack.lifecycle.end
    told = [f"in werking vanaf {say_day(start)}" if start else "begindag niet ingevuld"]
    print(", ".join([*told, f"tot {say_day(end)}" if end else "einde niet ingevuld"]) + "\n")
    for clause in pack.clauses:
        print(f"{clause.number:10} {', '.join(clause.kinds):28} {clause.says}")


def _print_clause(pack: Pack, catalogue: Catalogue, clause: Clause) -> None:
    print(f"{pack.id} artikel {clause.number} ({', '.join(clause.kinds)})\n\n{clause.says}\n")
    for line in workings(pack, catalogue, clause.number):
        print(f"  {line.replace('**', '')}")
    if clause.left_open:
        print(f"\nOpen in de bron: {clause.left_open}")
    if clause.source:
        print("\nBron: " + ", ".join(f"{key} {value}" for key, value in clause.source.items()))
