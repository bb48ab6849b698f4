"""The answer of a check in a few lines: the word, the articles that decide, and the shortest way to yes."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.check.draft.check import Checked
from magdit.check.draft.judged import Judged
from magdit.norms.judge import Book
from magdit.wording.answer_lines import Line, clause_says, notice_sentence, steps_of
from magdit.wording.verdicts import SAID

MOST_CLAUSES = 4


def short_report(checked: Checked, book: Book) -> Iterator[Line]:
    """The same answer as the whole report, without who was seen, what is open, and what other channels say."""
    judged, pack = checked.final, book.packs[0].pack
    said = SAID[judged.verdict]
    yield Line(f"{pack.organisation}", "head")
    yield Line(f"{said.sign} {said.word}", f"verdict:{judged.verdict}", indent=1)
    cited = dict.fromkeys((reason.pack, reason.clause) for reason in judged.answer.reasons)
    for name, clause in list(cited)[:MOST_CLAUSES]:
        law = " (wet)" if name == "wet" else ""
        yield Line(f"artikel {clause}{law}: {_first_sentence(clause_says(book, name, clause))}", indent=2)
    more = len(cited) - MOST_CLAUSES
    if more > 0:
        yield Line(f"… en nog {more} artikel{'en' if more > 1 else ''}", indent=2)
    if judged.verdict != "mag" and judged.answer.routes:
        yield Line(f"zo mag het wel: {steps_of(judged.answer.routes[0])}", indent=2)
    if judged.answer.question is not None:
        yield Line(f"eerst weten: {judged.answer.question.text}", indent=2)
    for notice in judged.answer.notices:
        yield Line(notice_sentence(notice), "warn", indent=2)


def before_the_pictures(judged: Judged) -> str:
    """What the words and the answers say already, in one line. Never that it may: no picture was seen yet."""
    clauses = list(dict.fromkeys(reason.clause for reason in judged.answer.reasons))[:MOST_CLAUSES]
    if judged.as_handed_in != "mag_niet":
        return "De woorden en de toestemming: nog geen bezwaar gezien. De beelden worden bekeken."
    found = "dit mag niet" if judged.verdict == "mag_niet" else "hier is iets mee"
    return f"De woorden en de toestemming: {found} (artikel {', '.join(clauses)}). De beelden worden bekeken."


def _first_sentence(text: str) -> str:
    """Up to the first full stop or question mark that ends a sentence."""
    flat = " ".join(text.split())
    ends = [place + 1 for sign in ". ! ? ".split() if (place := flat.find(f"{sign} ")) >= 0]
    return flat[: min(ends)] if ends else flat
