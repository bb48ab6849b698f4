"""What an answer says to people, as lines with a style: for a check and for a question. Lays out; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from magdit.norms.answer import Answer, Reason, Route, Step
from magdit.norms.judge import Book
from magdit.wording.dates import say_until, say_wait
from magdit.wording.reasons import because
from magdit.wording.verdicts import SAID, sentence
from magdit.words.roles import ROLES

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, how far it is indented, and what it is (title, verdict:mag, head, soft, plain)."""

    text: str
    style: str = "plain"
    indent: int = 0


def verdict_lines(verdict: str, answer: Answer) -> Iterator[Line]:
    """The word and the sentence that goes with it."""
    own = next((route for route in answer.routes if route.own), None)
    ask = tuple(ROLES.dutch(role) if role in ROLES else role for role in answer.ask)
    yield Line(f"{SAID[verdict].sign} {SAID[verdict].word}", f"verdict:{verdict}")
    yield Line(sentence(verdict, count=len(own.steps) if own else 0, ask=ask))


def conditions(verdict: str, answer: Answer) -> Iterator[Line]:
    """What a yes still rests on, and whether the protocol is in force."""
    if verdict == "mag" and answer.not_looked_at:
        yield Line("Kijk zelf nog naar de vragen onder “Dit kan magdit niet zien”.")
    if verdict == "mag" and answer.valid_until is not None:
        yield Line(f"Dit antwoord geldt {say_until(answer.valid_until)}.", "soft")
    for notice in answer.notices:
        yield Line(notice_sentence(notice), "warn")


def notice_sentence(notice: str) -> str:
    """That the protocol was not in force on that day."""
    pack, _, code = notice.partition(":")
    words = {"verlopen": "is verlopen", "nog_niet_in_werking": "geldt op die dag nog niet"}
    return f"Let op: het protocol {pack} {words[code]}."


def why(answer: Answer, book: Book) -> Iterator[Line]:
    """The clauses that decided and the advice there is, with the facts behind each and what it says in our words."""
    if not answer.reasons and answer.clauses:
        yield Line(f"Artikel {', '.join(answer.clauses)}", "soft")
    yield from _told("Waarom", answer.reasons, book)
    yield from _told("Nog niet zeker: dit kan het ook tegenhouden", answer.open, book)
    yield from _told("Raad: dit beslist niet, maar houd er rekening mee", answer.advice, book)


def _told(head: str, reasons: tuple[Reason, ...], book: Book) -> Iterator[Line]:
    if not reasons:
        return
    yield Line(head, "head")
    for (pack, clause), group in _by_clause(reasons).items():
        yield Line(f"artikel {clause}{' (wet)' if pack == 'wet' else ''}", "clause", indent=1)
        for line in at_most(list(because(group, book.catalogue))):
            yield Line(line, indent=2)
        for made in dict.fromkeys(reason.deviation for reason in group if reason.deviation):
            by = f" (volgens {ROLES.dutch(made.by)})" if made.by and made.by in ROLES else ""
            yield Line(f"bewust afgeweken{by}: {made.reason}", indent=2)
        yield Line(clause_says(book, pack, clause), "soft", indent=2)
        yield Line("")


def _by_clause(reasons: Iterable[Reason]) -> dict[tuple[str, str], list[Reason]]:
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        found.setdefault((reason.pack, reason.clause), []).append(reason)
    return found


def clause_says(book: Book, pack: str, clause: str) -> str:
    """What an article says, in our words."""
    ready = next(ready for ready in book.packs if ready.pack.id == pack)
    return ready.pack.clause(clause).says


def ways(routes: Iterable[Route]) -> Iterator[Line]:
    """The best ways to yes, if there are any."""
    best = list(routes)[:3]
    if not best:
        return
    yield Line("Zo mag het wel", "head")
    for number, route in enumerate(best, 1):
        yield Line(f"{number}. {steps_of(route)}", indent=1)
    yield Line("")


def steps_of(route: Route) -> str:
    """What a route asks, in one line."""
    steps = [_asked(said_step(step), step.ask) for step in route.steps]
    shown = steps[:MOST_LINES]
    more = [f"en nog {len(steps) - len(shown)} keer zoiets"] if len(steps) > len(shown) else []
    return "; ".join([*shown, *more])


def said_step(step: Step) -> str:
    """What one step asks; of waiting, until when."""
    return step.label if step.until is None else f"wachten {say_wait(step.until)}"


def _asked(label: str, ask: tuple[str, ...]) -> str:
    return f"{label} ({', '.join(ROLES.dutch(role) if role in ROLES else role for role in ask)})" if ask else label


def to_look_at(names: Iterable[str], book: Book) -> Iterator[Line]:
    """What nobody looked at yet and counts as usual until someone does."""
    questions = [_question_of(name, book) for name in names]
    if not questions:
        return
    yield Line("Dit kan magdit niet zien. Kijk er zelf naar voor u het plaatst:", "head")
    for question in questions:
        yield Line(f"☐ {question}", indent=1)
    yield Line("")


def _question_of(name: str, book: Book) -> str:
    fact = book.catalogue.fact(name)
    if fact is None:
        raise LookupError(name)  # a question that falls out of this list is one that nobody looks at
    return fact.question


def to_do(answer: Answer, book: Book) -> Iterator[Line]:
    """The duties that this act calls up."""
    duties = [triggered for triggered in answer.duties if triggered.state == "open"]
    for triggered in duties:
        text = triggered.duty.text or clause_says(book, triggered.pack, triggered.duty.clause)
        yield Line(f"Denk eraan: {text} (artikel {triggered.duty.clause})", indent=1)
    if duties:
        yield Line("")


def at_most(lines: list[str]) -> Iterator[str]:
    """The first few, and how many more there are."""
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield f"… en nog {len(lines) - MOST_LINES}"
