"""Cases beside the chapters: situations a policy officer can read, run against the pack they belong to."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magdit.norms.answer import Answer
from magdit.norms.answering import answer
from magdit.norms.broken import BrokenPack
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.protocols.keys import nearest
from magdit.words.verdicts import LAYERS

CASE_KEYS = frozenset("naam laag op feiten persoon verwacht artikel".split())
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

    @property
    def passed(self) -> bool:
        """Whether everything expected came true."""
        return not self.differences


def read_cases(folder: Path) -> tuple[Case, ...]:
    """The cases of a pack, none when it has no case file; raises BrokenPack."""
    for name in ("cases.toml", "gevallen.toml"):
        if (folder / name).is_file():
            return tuple(_cases(folder / name))
    return ()


def run_case(case: Case, book: Book) -> CaseResult:
    """Judge the case and hold it against what was expected; an act that cannot be read is a difference too."""
    try:
        act = read_act(case.act, book.catalogue)
    except BadAct as bad:
        wrong = tuple((mistake.where, mistake.code, mistake.given) for mistake in bad.mistakes)
        return CaseResult(case, None, wrong)
    found = answer(book, act, layer=case.layer)
    return CaseResult(case, found, tuple(_differences(case.expected, found)))


def _cases(file: Path) -> Iterator[Case]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BrokenPack("no_toml", given=str(error), file=file.name, pack=file.parent.name) from error
    for row in content.get("geval", ()):
        for key in row:
            if key not in CASE_KEYS:
                raise _wrong(file, "unknown_key", key, nearest(key, CASE_KEYS), "geval")
        for key in ("naam", "feiten", "verwacht"):
            if key not in row:
                raise _wrong(file, "missing_key", key, (), str(row.get("naam", "geval")))
        for key in row["verwacht"]:
            if key not in EXPECTATIONS:
                raise _wrong(file, "unknown_key", key, nearest(key, EXPECTATIONS), f"verwacht ({row['naam']})")
        if row.get("laag", "protocol") not in LAYERS:
            raise _wrong(file, "wrong_choice", str(row["laag"]), LAYERS.nearest(str(row["laag"])), "laag")
        yield Case(row["naam"], row.get("laag", "protocol"), _act(row), row["verwacht"])


def _wrong(file: Path, code: str, given: str, near: tuple[str, ...], wanted: str) -> BrokenPack:
    return BrokenPack(code, given=given, nearest=near, wanted=wanted, file=file.name, pack=file.parent.name)


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
        if key == "helpt" or key in {"plichten", "opgeheven", "aandacht", "niet_bekeken"}:
            if not set(wanted) <= set(got):
                yield key, wanted, got
        elif key == "artikelen":
            if set(map(str, wanted)) != set(got):
                yield key, wanted, got
        elif key == "vraag_aan":
            if wanted not in got:
                yield key, wanted, got
        elif str(wanted) != str(got):
            yield key, wanted, got


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
