"""The answer to a question without a draft, as lines: the verdict, the clauses, why, the way out, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from magdit.norms.answer import Answer, Reason
from magdit.norms.judge import Book
from magdit.norms.questions import open_subjects
from magdit.norms.trying import Subject
from magdit.wording.answer_lines import Line, at_most, conditions, to_do, to_look_at, verdict_lines, ways, why
from magdit.wording.questions import question_of

# There is no post here that could go out, only what was told.
MOST_OPEN = 3
MAY = "Dit mag, zoals u het vertelde."


def answer_lines(answer: Answer, book: Book, raw: Mapping[str, Any], looked_at: Set[Subject]) -> Iterator[Line]:
    """Everything someone who asked needs to know, the verdict first."""
    pack = book.packs[0].pack
    yield Line(f"{pack.title} · {pack.organisation}", "soft")
    yield Line("")
    word, said = verdict_lines(answer.verdict, answer)
    yield word
    yield Line(MAY) if answer.verdict == "mag" else said
    left = tuple(_not_looked_at(answer, book, looked_at))
    yield from conditions(answer.verdict, replace(answer, not_looked_at=left))
    yield Line("")
    shown = _first(answer)
    yield from why(replace(answer, reasons=shown), book)
    if len(shown) < len(answer.reasons):
        yield Line("… en nog andere artikelen.", "soft", indent=1)
        yield Line("")
    if not answer.reasons:
        yield from (Line(text, "soft", indent=1) for text in _cited(answer, book))
        yield Line("")
    yield from _not_known(answer, book, raw)
    yield from ways(answer.routes if answer.verdict != "mag" else ())
    yield from to_look_at(left, book)
    yield from to_do(answer, book)


def _first(answer: Answer) -> tuple[Reason, ...]:
    """The reasons that are told: while much is unknown only those of the first few clauses."""
    if answer.verdict != "eerst_weten":
        return answer.reasons
    first = list(dict.fromkeys((reason.pack, reason.clause) for reason in answer.reasons))[:MOST_OPEN]
    return tuple(reason for reason in answer.reasons if (reason.pack, reason.clause) in first)


def _cited(answer: Answer, book: Book) -> list[str]:
    """What the clauses say that are named without a norm: of the scope, or of what happens when no norm speaks."""
    clauses = [clause for ready in book.packs for clause in ready.pack.clauses if clause.number in answer.clauses]
    return list(dict.fromkeys(clause.says for clause in clauses))


def _not_looked_at(answer: Answer, book: Book, looked_at: Set[Subject]) -> list[str]:
    """What counts as usual and was not looked at; what is simply not known stands elsewhere."""
    if answer.verdict not in {"mag", "mag_mits", "vraag"}:
        return []  # nothing goes out yet, so there is nothing to look at for it
    presumed = {name for name, fact in book.catalogue.facts.items() if fact.asked == "bij_vlag"}
    return [name for name in answer.not_looked_at if name in presumed and Subject(name) not in looked_at]


def _not_known(answer: Answer, book: Book, raw: Mapping[str, Any]) -> Iterator[Line]:
    """What must be known first; shown when nobody can be asked instead."""
    subjects = open_subjects(book, answer.missing) if answer.verdict == "eerst_weten" else {}
    leaves = {g.fact: tuple(g.detail.get("vraag_aan", "").split(",")) for g in answer.missing if g.lack == "akkoord"}
    lines = [question_of(book, subject, raw, leaves) for subject in subjects]
    if not lines:
        return
    yield Line("Dit moet eerst bekend zijn", "head")
    yield from (Line(line, indent=1) for line in at_most(lines))
    yield Line("")
