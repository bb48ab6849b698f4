"""Cases beside the chapters: situations a policy officer can read, run against the pack they belong to."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from magdit.norms.answer import Answer
from magdit.norms.answering import answer
from magdit.norms.broken import BrokenPack
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.protocols.keys import as_rows, check_table, nearest
from magdit.protocols.read_pack import CASES, located

T = TypeVar("T")
SHOWN_PUPIL = {"rol": "leerling", "herkenbaar": True}


@dataclass(frozen=True, slots=True)
class Case:
    """One situation with what it must come to."""

    name: str
    layer: str
    act: Mapping[str, Any]
    expected: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case that was run: what it came to, and where that differs from what was expected."""

    case: Case
    answer: Answer | None
    differences: tuple[tuple[str, object, object], ...]
    refused: BadAct | None = None

    @property
    def passed(self) -> bool:
        """Whether everything expected came true."""
        return not self.differences


def read_cases(folder: Path) -> tuple[Case, ...]:
    """The cases of a pack, none when it has no case file; raises BrokenPack."""
    file = case_file(folder)
    return () if file is None else load_cases(file, _cases)


def case_file(folder: Path) -> Path | None:
    """Where the cases of a pack stand, if it has any."""
    return next((folder / name for name in CASES if (folder / name).is_file()), None)


def load_cases(file: Path, read: Callable[[Mapping[str, Any]], Iterator[T]]) -> tuple[T, ...]:
    """What `read` makes of the file of cases; raises BrokenPack with the place of the mistake."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BrokenPack("no_toml", given=str(error), file=file.name, pack=file.parent.name) from error
    try:
        check_table("cases.toml", content)
        return tuple(read(content))
    except BrokenPack as broken:
        broken.file, broken.pack = file.name, file.parent.name
        raise located(broken, file.parent) from broken


def run_case(case: Case, book: Book) -> CaseResult:
    """Judge the case and hold it against what was expected; an act that cannot be read is a difference too."""
    try:
        act = read_act(case.act, book.catalogue)
    except BadAct as bad:
        wrong = tuple((mistake.where, mistake.code, mistake.given) for mistake in bad.mistakes)
        return CaseResult(case, None, wrong, refused=bad)
    found = answer(book, act, layer=case.layer)
    return CaseResult(case, found, tuple(_differences(case.expected, found)))


def _cases(content: Mapping[str, Any]) -> Iterator[Case]:
    for row in as_rows(content.get("geval", ())):
        _check_case(row)
        yield Case(row["naam"], row.get("laag", "protocol"), _act(row), row["verwacht"])


def _check_case(row: Mapping[str, Any]) -> None:
    check_table("geval", row)
    for key in row["verwacht"]:
        if key not in EXPECTATIONS:
            wanted = f"verwacht ({row['naam']})"
            raise BrokenPack("unknown_key", given=key, nearest=nearest(key, EXPECTATIONS), wanted=wanted)


def _act(row: Mapping[str, Any]) -> dict[str, Any]:
    """The act of a case: its facts, the moment, and the short form for pupils who are recognisably shown."""
    act = dict(row["feiten"])
    if "op" in row:
        act.setdefault("moment", row["op"])
    if "persoon" in row:
        act["in_beeld"] = [*act.get("in_beeld", []), *({**SHOWN_PUPIL, **person} for person in row["persoon"])]
    return act


def _differences(expected: Mapping[str, Any], found: Answer) -> Iterator[tuple[str, object, object]]:
    for key, wanted in expected.items():
        got = EXPECTATIONS[key](found)
        if not FITS.get(key, _is)(wanted, got):
            yield key, wanted, got


def _is(wanted: object, got: object) -> bool:
    return (wanted.isoformat() if isinstance(wanted, date) else str(wanted)) == str(got)


def _are(wanted: Iterable[object], got: Iterable[str]) -> bool:
    return set(map(str, wanted)) == set(got)


def _are_among(wanted: Iterable[str], got: Iterable[str]) -> bool:
    return set(wanted) <= set(got)


def _is_among(wanted: str, got: Iterable[str]) -> bool:
    return wanted in list(got)


def _are_absent(wanted: Iterable[str], got: Iterable[str]) -> bool:
    return set(wanted).isdisjoint(got)


FITS: Mapping[str, Callable[[Any, Any], bool]] = {
    "artikelen": _are,
    "vraag_aan": _is_among,
    "geen_plichten": _are_absent,
    **dict.fromkeys("helpt plichten opgeheven aandacht advies niet_bekeken".split(), _are_among),
}
EXPECTATIONS: Mapping[str, Callable[[Answer], Any]] = {
    "zoals_ingediend": lambda found: found.as_handed_in,
    "oordeel": lambda found: found.verdict,
    "artikelen": lambda found: list(found.clauses),
    "helpt": lambda found: [step.label for route in found.routes for step in route.steps],
    "vraag_aan": lambda found: list(found.ask),
    "weten": lambda found: found.question.fact if found.question else None,
    "plichten": lambda found: [t.duty.id for t in found.duties if t.state == "open"],
    "geldig_tot": lambda found: found.valid_until.isoformat() if found.valid_until else None,
    "geen_plichten": lambda found: [t.duty.id for t in found.duties if t.state == "open"],
    "advies": lambda found: [reason.norm for reason in found.advice],
    "opgeheven": lambda found: [reason.norm for reason in found.lifted],
    "aandacht": lambda found: [attention.clause for _, attention in found.attentions],
    "niet_bekeken": lambda found: list(found.not_looked_at),
}
