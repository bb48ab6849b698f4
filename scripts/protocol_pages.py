"""Writes, for each protocol, the page that a policy officer reads beside the source: docs/protocollen/ID.md.

Usage: `make pages`. Everything on it comes from the pack and its cases; change those, not the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from magdit.norms.model import Clause, Pack
from magdit.protocols.cases import read_cases
from magdit.protocols.library import Library
from magdit.protocols.stories import read_stories
from magdit.wording.clause_page import workings
from magdit.wording.dates import say_day
from magdit.wording.verdicts import SAID

PAGES = Path(__file__).resolve().parent.parent / "docs" / "protocollen"
MOST_CASES = 4
INTRODUCTION = """\
<!-- Gemaakt door scripts/protocol_pages.py uit het pakket {id}. Verander dat, en draai `make pages`. -->

Voor wie dit protocol naast de bron wil leggen. Bij elk artikel staat: wat het zegt in onze woorden, hoe magdit het
toepast, wat de bron openlaat en hoe wij dat lezen, en hoe het uitpakt in gevallen. Klopt er iets niet, verander dan het
pakket; deze bladzijde volgt vanzelf.
"""
INDEX = """\
# De protocollen, naast de bron te lezen

<!-- Gemaakt door scripts/protocol_pages.py. Draai `make pages`. -->

Per protocol: elk artikel in onze woorden, hoe magdit het toepast, wat de bron openlaat, en hoe het uitpakt.

| protocol | van | artikelen | waarvan iets open | gevallen | verhalen |
|---|---|---|---|---|---|
"""


def page(name: str, library: Library) -> str:
    """The whole page of one protocol."""
    pack = library.pack(name)
    cases = _cases(name, library)
    lines = [f"# {pack.title} · {pack.organisation}\n", INTRODUCTION.format(id=name), *_head(pack)]
    for clause in pack.clauses:
        lines += _clause(pack, clause, library, cases.get(clause.number, []))
    return "\n".join(lines).rstrip() + "\n"


def _head(pack: Pack) -> Iterator[str]:
    life = pack.lifecycle
    start = say_day(life.start) if life.start else "niet ingevuld"
    end = say_day(life.end) if life.end else "niet ingevuld"
    open_ones = [clause.number for clause in pack.clauses if clause.left_open]
    yield f"- Rang: {pack.rank}. Sector: {', '.join(pack.sectors) or 'niet genoemd'}. Versie: {pack.version or '–'}."
    yield f"- Werkt vanaf: {start}. Einde (die dag hoort er niet meer bij): {end}."
    yield f"- {len(pack.clauses)} artikelen. De bron laat iets open bij: {', '.join(open_ones) or 'geen enkel'}.\n"


def _clause(pack: Pack, clause: Clause, library: Library, cases: list[str]) -> Iterator[str]:
    yield f"## {clause.number}" + (f" {clause.title}" if clause.title else "") + "\n"
    yield f"*{', '.join(clause.kinds)}*\n\n> {' '.join(clause.says.split())}\n"
    yield from workings(pack, library.book(pack.id).catalogue, clause.number)
    if clause.refers:
        yield f"- Leunt op: {', '.join(clause.refers)}"
    if clause.left_open:
        yield f"\n**Open in de bron.** {' '.join(clause.left_open.split())}"
    if clause.source:
        source = {key: str(value).replace("_", " ") for key, value in clause.source.items()}
        looked = f"nagekeken {source['nagekeken']}, zeker: {source['zeker']}"
        yield f"\nBron: {source['titel']}. Te vinden bij: {clause.source['adres']}. {looked.capitalize()}."
    if cases:
        more = len(cases) - MOST_CASES
        yield "\nGevallen:\n"
        yield from cases[:MOST_CASES]
        if more > 0:
            yield f"- … en nog {more}"
    yield ""


def _cases(name: str, library: Library) -> Mapping[str, list[str]]:
    """The cases in which an article decides, each with its outcome."""
    found: dict[str, list[str]] = defaultdict(list)
    for case in read_cases(library.folder(name)):
        verdict = case.expected.get("oordeel") or case.expected.get("zoals_ingediend")
        said = SAID.get(str(verdict))
        for number in case.expected.get("artikelen", ()):
            found[str(number)].append(
                f"- {said.sign} {said.word}: {case.name}" if said else f"- {verdict}: {case.name}"
            )
    return found


def index(library: Library) -> str:
    """The list of pages, with how much of each source is open."""
    rows = []
    for name in library.ids(with_law=True):
        pack = library.pack(name)
        left_open = sum(clause.left_open is not None for clause in pack.clauses)
        folder = library.folder(name)
        counted = (len(pack.clauses), left_open, len(read_cases(folder)), len(read_stories(folder)))
        rows.append(f"| [{pack.title}]({name}.md) | {pack.organisation} | {' | '.join(map(str, counted))} |")
    return INDEX + "\n".join(rows) + "\n"


def write_all(library: Library) -> None:
    """Write the page of every protocol and the law, and the list of them."""
    PAGES.mkdir(exist_ok=True)
    (PAGES / "README.md").write_text(index(library), encoding="utf-8")
    for name in library.ids(with_law=True):
        (PAGES / f"{name}.md").write_text(page(name, library), encoding="utf-8")


if __name__ == "__main__":
    write_all(Library())
