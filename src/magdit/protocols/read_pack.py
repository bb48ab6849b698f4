"""From a folder of TOML files to a pack. Every mistake names file, line, article and the nearest known word."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue
from magdit.norms.model import Default, Lifecycle, Pack, Window
from magdit.norms.periods import after_period, is_period
from magdit.norms.windows import DAYS
from magdit.protocols.key_kinds import check_kinds
from magdit.protocols.keys import KEYS, as_rows, check_table, nearest
from magdit.protocols.lines import line_of
from magdit.protocols.read_clause import ClauseParts, read_clause
from magdit.protocols.read_facts import read_facts

HEAD = "protocol.toml"
CASES = ("cases.toml", "gevallen.toml")
FACTS = "feiten.toml"
LARGEST_FILE = 2_000_000
T = TypeVar("T")


def read_pack(folder: Path, base: Catalogue) -> tuple[Pack, Catalogue]:
    """Read one pack and the facts it speaks of; raises BrokenPack."""
    head = _load(folder / HEAD)
    catalogue = base
    if (folder / FACTS).is_file():
        catalogue = _with_place(folder / FACTS, folder.name, lambda: read_facts(_load(folder / FACTS), base))
    return _with_place(folder / HEAD, folder.name, lambda: _pack(folder, head)), catalogue


def located(error: BrokenPack, folder: Path) -> BrokenPack:
    """The same mistake with the file and line where it stands, found by its article and its words."""
    files = [folder / error.file] if error.file else sorted(folder.glob("*.toml"))
    for file in files:
        text = file.read_bytes().decode("utf-8-sig", "replace") if file.is_file() else ""
        line = line_of(text, clause=error.clause, words=error.given)
        if line is not None:
            return _placed(error, folder.name, file.name, line)
    return _placed(error, folder.name, error.file or HEAD, None)


def _pack(folder: Path, head: Mapping[str, Any]) -> Pack:
    check_table(HEAD, head)
    if "protocol" not in head:
        raise BrokenPack("missing_key", given="protocol", wanted=HEAD)
    about = head["protocol"]
    check_table("protocol", about)
    parts = [part for name, content in _chapters(folder, head) for part in _clauses(name, content, about["rang"])]
    _refuse_doubles(parts)
    numbers = {part.clause.number for part in parts}
    return Pack(
        id=about["id"],
        title=about["titel"],
        organisation=about["organisatie"],
        rank=about["rang"],
        version=str(about.get("versie", "")),
        clauses=tuple(part.clause for part in parts),
        norms=tuple(norm for part in parts for norm in part.norms),
        consent_rules=tuple(rule for part in parts for rule in part.consent_rules),
        powers=tuple(power for part in parts for power in part.powers),
        duties=tuple(duty for part in parts for duty in part.duties),
        scopes=tuple(scope for part in parts for scope in part.scopes),
        definitions=tuple(definition for part in parts for definition in part.definitions),
        attentions=tuple(attention for part in parts for attention in part.attentions),
        steps=tuple(step for part in parts for step in part.steps),
        measures=tuple(measure for part in parts for measure in part.measures),
        settings=tuple(setting for part in parts for setting in part.settings),
        windows=tuple(_window(row) for row in as_rows(head.get("venster", ()))),
        default=_default(head.get("standaard", {}), numbers),
        lifecycle=_lifecycle(head.get("levensloop", {})),
        sectors=tuple(about.get("sector", ())),
        hash=_hash(folder),
    )


def _chapters(folder: Path, head: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield HEAD, {"artikel": head.get("artikel", [])}
    for file in sorted(folder.glob("*.toml"), key=_document_order):
        if file.name in {HEAD, FACTS, *CASES}:
            continue
        content = _load(file)
        for key in content:
            if key not in KEYS["hoofdstuk"]:
                near = nearest(key, KEYS["hoofdstuk"])
                raise BrokenPack("unknown_key", given=key, nearest=near, wanted=file.name, file=file.name)
        with _in_file(file.name):
            check_kinds("hoofdstuk", content)
        yield file.name, content


def _document_order(file: Path) -> tuple[int, str]:
    digits = file.name.split("-")[0]
    return (int(digits) if digits.isdigit() else 10_000, file.name)


def _clauses(file: str, content: Mapping[str, Any], rank: str) -> Iterator[ClauseParts]:
    chapter = content.get("hoofdstuk")
    for table in as_rows(content.get("artikel", ())):
        with _in_file(file):
            clause = read_clause(table, rank=rank, chapter=None if chapter is None else str(chapter), file=file)
        yield clause


@contextmanager
def _in_file(name: str) -> Iterator[None]:
    """A mistake that is met in here stands in this file."""
    try:
        yield
    except BrokenPack as broken:
        broken.file = broken.file or name
        raise


def _refuse_doubles(parts: list[ClauseParts]) -> None:
    seen: set[str] = set()
    for part in parts:
        for name in _names(part):
            if name in seen:
                kind, _, given = name.partition(":")
                raise BrokenPack("twice", given=given, wanted=kind, clause=part.clause.number, file=part.clause.file)
            seen.add(name)


def _names(part: ClauseParts) -> Iterator[str]:
    yield f"artikel:{part.clause.number}"
    yield from (f"norm:{norm.id}" for norm in part.norms)
    yield from (f"plicht:{duty.id}" for duty in part.duties)
    yield from (f"toestemmingseis:{rule.name}" for rule in part.consent_rules)
    yield from (f"definitie:{d.word}" for d in part.definitions if d.value is None)
    yield from (f"instelling:{setting.name}" for setting in part.settings)


def _window(row: Mapping[str, Any]) -> Window:
    check_table("venster", row)
    days = row.get("dagen", DAYS)
    for day in days:
        if day not in DAYS:
            raise BrokenPack("wrong_choice", given=str(day), nearest=nearest(str(day), DAYS), wanted="dagen")
    return Window(
        name=row["naam"],
        clause=str(row.get("artikel", "")),
        days=tuple(DAYS.index(day) for day in days),
        start=_clock(row.get("vanaf")),
        end=_clock(row.get("tot")),
    )


def _clock(text: str | time | None) -> time | None:
    if text is None or isinstance(text, time):
        return text
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise BrokenPack("wrong_choice", given=text, wanted="een tijd zoals 17:00") from None


def _default(table: Mapping[str, Any], numbers: set[str]) -> Default:
    check_table("standaard", table)
    clause = str(table["artikel"])
    if clause not in numbers:
        raise BrokenPack("unknown_clause", given=clause, nearest=nearest(clause, numbers), wanted="standaard")
    if table["oordeel"] == "voorleggen" and not table.get("aan"):
        raise BrokenPack("missing_key", given="aan", wanted="standaard (voorleggen aan wie?)")
    return Default(clause, table["oordeel"], table.get("aan"))


def _lifecycle(table: Mapping[str, Any]) -> Lifecycle:
    check_table("levensloop", table)
    start, end, lasts = table.get("in_werking"), table.get("tot"), table.get("duur")
    if lasts is not None and not is_period(str(lasts)):
        raise BrokenPack("wrong_choice", given=str(lasts), wanted="een duur zoals P2Y")
    if end is None and isinstance(start, date) and lasts is not None:
        end = after_period(start, lasts)
    return Lifecycle(table.get("artikel"), start, end, dict(table))


def _hash(folder: Path) -> str:
    """One hash over all files of the pack that decide anything: the same content, the same hash, wherever it lies."""
    total = hashlib.sha256()
    for file in sorted(folder.glob("*.toml")):
        if file.name not in CASES:
            total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _load(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise BrokenPack("too_large", file=file.name, pack=file.parent.name)
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise BrokenPack("no_file", given=file.name, file=file.name, pack=file.parent.name) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        said = re.search(r"at line (\d+)", str(error))
        line = int(said[1]) if said else None
        raise BrokenPack("no_toml", given=str(error), file=file.name, pack=file.parent.name, line=line) from error


def _with_place(file: Path, pack: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except BrokenPack as broken:
        broken.pack = broken.pack or pack
        broken.file = broken.file or file.name
        raise located(broken, file.parent) from broken


def _placed(error: BrokenPack, pack: str, file: str, line: int | None) -> BrokenPack:
    return BrokenPack(
        error.code,
        clause=error.clause,
        given=error.given,
        nearest=error.nearest,
        wanted=error.wanted,
        pack=error.pack or pack,
        file=file,
        line=error.line or line,
    )
