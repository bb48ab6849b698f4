"""What is still unknown, and which question settles most: tried out on every answer before it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from magdit.norms.act import Act
from magdit.norms.answer import Ground, Question, Triggered, distinct
from magdit.norms.catalogue import Fact
from magdit.norms.combine import Says
from magdit.norms.judge import Book, Outcome, is_waiting, outcome_of
from magdit.norms.pieces import Piece
from magdit.norms.situation import Situation
from magdit.norms.truth import UNKNOWN
from magdit.norms.trying import CONSENT, DUTY, LEAVE, MOST_TRIED, Subject, answers_to

MOST_OFFERED = 8
OPEN = {Says.MAYBE_DENY, Says.MAYBE_EITHER, Says.MAYBE_PERMIT}


def missing_grounds(outcome: Outcome, situation: Situation) -> tuple[Ground, ...]:
    """Everything unknown on which the outcome still hangs, each once, in the order of the document."""
    found: list[Ground] = []
    for pack in dict.fromkeys(finding.pack for finding in outcome.findings):
        if pack.scope.test(situation) is UNKNOWN:
            found.extend(ground for ground in pack.scope.grounds(situation) if ground.is_unknown)
    if outcome.scope is UNKNOWN and outcome.silent is not None:
        found.extend(ground for ground in outcome.silent.scope.grounds(situation) if ground.is_unknown)
    for finding in outcome.findings:
        if finding.says in OPEN and finding.ready.decides:
            found.extend(ground for ground in finding.grounds() if ground.is_unknown)
        elif finding.soft and finding.says is Says.DENY:
            found.append(Ground(f"artikel:{finding.ready.norm.clause}", None, UNKNOWN, lack="oordeel"))
    for ready, triggered in outcome.duties:
        if is_waiting(triggered):
            found.extend(_duty_grounds(ready.called, situation, triggered))
    return distinct(found)


def _duty_grounds(called: Piece, situation: Situation, triggered: Triggered) -> Iterator[Ground]:
    duty = triggered.duty
    if triggered.state == "misschien":
        yield from (ground for ground in called.grounds(situation) if ground.is_unknown)
        return
    yield Ground(f"{DUTY}{duty.id}", None, UNKNOWN, lack="plicht", detail={"vraag_aan": ",".join(duty.to)})


def next_question(book: Book, act: Act, missing: tuple[Ground, ...], layers: frozenset[str] | None) -> Question | None:
    """The question about a fact or a consent whose answers settle the outcome most often."""
    subjects = {
        subject: ground
        for subject, ground in open_subjects(book, missing).items()
        if subject.fact != LEAVE and subject.duty is None
    }
    if not subjects:
        return None
    best = best_question(book, act, subjects, layers)
    ground, fact = subjects[best], book.catalogue.fact(best.fact)
    if fact is None:
        return Question("toestemmingen", CONSENT_QUESTION, ground.person, ground.group, ground.index)
    return Question(fact.name, fact.question, ground.person, ground.group, ground.index, _offered(book, fact))


def open_subjects(book: Book, missing: Iterable[Ground]) -> dict[Subject, Ground]:
    """Everything missing that can be asked for, each subject once, in the order of the document."""
    found: dict[Subject, Ground] = {}
    for ground in missing:
        subject = _subject_of(book, ground)
        if subject is not None:
            found.setdefault(subject, ground)
    return found


def best_question(book: Book, act: Act, subjects: Iterable[Subject], layers: frozenset[str] | None = None) -> Subject:
    """The subject whose answers most often settle everything; among equals the one that leaves the fewest norms open.

    Of people of whom the same is asked only the first is tried: what an answer does for one, it does for the next.
    """
    first = {(subject.fact, subject.group): subject for subject in reversed(list(subjects))}
    tried = list(reversed(first.values()))[:MOST_TRIED]
    untold = Situation(act)
    return tried[0] if len(tried) == 1 else min(tried, key=lambda subject: _left_open(book, untold, subject, layers))


def _left_open(book: Book, untold: Situation, subject: Subject, layers: frozenset[str] | None) -> tuple[float, float]:
    """The share of the answers that settle nothing, and how many norms an answer leaves open on average."""
    outcomes = [
        outcome_of(book.packs, untold.supposing(answered), layers=layers)
        for answered in answers_to(book, untold.act, subject)
    ]
    if not outcomes:
        return 1.0, float("inf")
    unsettled = [outcome for outcome in outcomes if outcome.is_open]
    norms = sum(finding.says in OPEN for outcome in unsettled for finding in outcome.findings)
    return len(unsettled) / len(outcomes), norms / len(outcomes)


def _subject_of(book: Book, ground: Ground) -> Subject | None:
    """Where the answer belongs; None for what nobody can be asked here."""
    if ground.lack == "akkoord":
        return Subject(LEAVE)
    if ground.lack == "plicht":
        return Subject(ground.fact)
    if ground.lack == "toestemming":
        return None if ground.index is None or ground.index < 0 else Subject(CONSENT, ground.group, ground.index)
    fact = book.catalogue.fact(ground.fact)
    if fact is None or (ground.lack == "oordeel" and fact.kind != "ja_nee"):
        return None  # a word the pack leaves open: the fact is known, someone must judge what it falls under
    if not fact.per_person:
        return Subject(fact.name)
    return None if ground.index is None or ground.index < 0 else Subject(fact.name, ground.group, ground.index)


def _offered(book: Book, fact: Fact) -> tuple[str, ...]:
    """The answers to choose from, where they fit in one line."""
    if fact.kind == "ja_nee":
        return ("ja", "nee")
    vocabulary = book.catalogue.words_of(fact)
    codes = tuple(word.code for word in vocabulary) if vocabulary is not None else ()
    return codes if len(codes) <= MOST_OFFERED else ()


CONSENT_QUESTION = "Welke toestemming is er voor deze persoon?"
