"""`magdit judge`: acts as JSON lines in, answers as JSON lines out. A bad line is named, the others still judged."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from magdit.cli.outcome import Exit, Stop
from magdit.norms.answering import answer
from magdit.norms.catalogue import Catalogue
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.protocols.act_schema import whole_catalogue
from magdit.protocols.library import Library
from magdit.protocols.read_pack import HEAD
from magdit.wording.answer_json import answer_json
from magdit.wording.errors import act_sentences
from magdit.words.verdicts import LAYERS

ALL = "alle"


def add(commands: Any) -> None:
    """Put the command on the parser."""
    parser = commands.add_parser("judge", help="beoordeel handelingen (JSON, een per regel)")
    parser.add_argument("acts", metavar="HANDELINGEN", help="bestand met een handeling per regel, of - voor de invoer")
    parser.add_argument("--protocol", default=ALL, metavar="ID", help="het protocol, of alle (standaard: alle)")
    parser.add_argument("--laag", default="alles", help="alles, protocol, wet, bestuur of school")
    add_packs(parser)
    parser.set_defaults(run=judge)


def add_packs(parser: argparse.ArgumentParser) -> None:
    """The option that every command with protocols has."""
    parser.add_argument(
        "--packs", action="append", type=Path, default=[], metavar="MAP", help="map met eigen protocollen"
    )


def judge(options: argparse.Namespace) -> int:
    """Judge every line; 0 when all are "mag", 1 when one is not, 2 when a line cannot be read."""
    if options.laag not in LAYERS:
        raise Stop(f"De laag '{options.laag}' bestaat niet. Kies uit: {', '.join(word.code for word in LAYERS)}.")
    library = library_with(options.packs)
    single = options.protocol != ALL
    ids = (options.protocol,) if single else library.ids()
    books = {name: library.book(name) for name in ids}
    # Under all protocols an act may tell the facts of any of them; each judges by those it knows.
    whole = None if single else whole_catalogue(library)
    lines = _lines(options.acts)
    if not lines:
        raise Stop(f"In '{options.acts}' staat geen handeling. Zet op elke regel één handeling als JSON.")
    worst = Exit.AS_ASKED
    for number, line in lines:
        code, output = _judged(line, number, books, whole, options.laag)
        print(json.dumps(output, ensure_ascii=False), flush=True)
        worst = max(worst, code)
    return worst


def library_with(folders: Iterable[Path]) -> Library:
    """The packs of magdit and those in these folders; stops when a folder is not there."""
    for folder in folders:
        if not folder.is_dir():
            raise Stop(f"De map '{folder}' met protocollen bestaat niet. Controleer het pad achter --packs.")
        if not (folder / HEAD).is_file() and not any(folder.glob(f"*/{HEAD}")):
            raise Stop(f"In de map '{folder}' ligt geen protocol: er staat geen {HEAD} in.")
    return Library.with_folders(folders)


def _judged(
    line: str, number: int, books: Mapping[str, Book], whole: Catalogue | None, layer: str
) -> tuple[Exit, dict[str, Any]]:
    try:
        raw = json.loads(line, object_pairs_hook=_each_once)
    except _Twice as twice:
        return _bad(number, f"'{twice}' staat er twee keer.")
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        return _bad(number, "dit is geen JSON-object.")
    answers: dict[str, Any] = {}
    for name, book in books.items():
        try:
            act = read_act(raw, whole or book.catalogue)
        except BadAct as bad:
            return Exit.BAD_INPUT, {"id": raw.get("id"), "regel": number, "fout": act_sentences(bad)}
        texts = {ready.pack.id: ready.pack for ready in book.packs}
        answers[name] = answer_json(answer(book, act, layer=layer), texts, protocol=name, layer=layer)
    good = all(found["oordeel"] == "mag" for found in answers.values())
    output = {"id": raw.get("id"), "protocollen": answers} if whole else next(iter(answers.values()))
    return Exit.AS_ASKED if good else Exit.NOT_AS_IT_STANDS, output


def _bad(number: int, what: str) -> tuple[Exit, dict[str, Any]]:
    return Exit.BAD_INPUT, {"regel": number, "fout": [f"regel {number}: {what}"]}


class _Twice(Exception):
    """A key that stands twice in one object: which of the two is meant, nobody knows."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _lines(source: str) -> list[tuple[int, str]]:
    """Every line that is not blank, with its number."""
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError:
        raise Stop(f"Het bestand '{source}' is niet te openen. Controleer de naam en uw rechten.") from None
    except UnicodeDecodeError:
        raise Stop(f"'{source}' is geen tekst in UTF-8. Sla het bestand op als UTF-8 en probeer het opnieuw.") from None
    # Only a line feed ends a line here: JSON may hold other signs that Python would split at.
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
