"""What is still unknown, and which question settles most: tried out on every answer before it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from magdit.norms.act import Act, FactValue
from magdit.norms.answer import Ground, Question, Triggered, distinct
from magdit.norms.catalogue import Fact
from magdit.norms.combine import Says
from magdit.norms.judge import DECIDING_FORCES, Book, Outcome, is_waiting, outcome_of
from magdit.norms.pieces import Piece
from magdit.norms.situation import Situation
from magdit.norms.truth import UNKNOWN

MOST_TRIED = 12
MOST_OFFERED = 8
OPEN = {Says.MAYBE_DENY, Says.MAYBE_EITHER, Says.MAYBE_PERMIT}
CONSENT_ANSWERS = ("gegeven", "geweigerd")


def missing_grounds(outcome: Outcome, situation: Situation) -> tuple[Ground, ...]:
    """Everything unknown on which the outcome still hangs, each once, in the order of the document."""
    found: list[Ground] = []
    for pack in dict.fromkeys(finding.pack for finding in outcome.findings):
        if pack.scope.test(situation) is UNKNOWN:
            found.extend(ground for ground in pack.scope.grounds(situation) if ground.is_unknown)
    if outcome.scope is UNKNOWN and outcome.silent is not None:
        found.extend(ground for ground in outcome.silent.scope.grounds(situation) if ground.is_unknown)
    for finding in outcome.findings:
        if finding.says in OPEN and finding.ready.norm.force in DECIDING_FORCES:
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
    yield Ground(f"plicht:{duty.id}", None, UNKNOWN, lack="plicht", detail={"vraag_aan": ",".join(duty.to)})


def next_question(book: Book, act: Act, missing: tuple[Ground, ...], layers: frozenset[str] | None) -> Question | None:
    """The question whose answers settle the outcome most often; ties go to the one asked first in the fact list."""
    open_facts = [ground for ground in missing if _fact_asked(book, ground) is not None]
    if not open_facts:
        return None
    best = max(open_facts[:MOST_TRIED], key=lambda ground: _settled(book, act, ground, layers))
    fact = _fact_asked(book, best)
    if fact is None:
        return None
    options = _offered(book, fact)
    name = "toestemmingen" if best.lack == "toestemming" else fact.name
    return Question(name, fact.question, best.person, best.group, best.index, options)


def _offered(book: Book, fact: Fact) -> tuple[str, ...]:
    """The answers to choose from, where they fit in one line."""
    if fact.kind == "ja_nee":
        return ("ja", "nee")
    vocabulary = book.catalogue.words_of(fact)
    codes = tuple(word.code for word in vocabulary) if vocabulary is not None else ()
    return codes if len(codes) <= MOST_OFFERED else ()


def _fact_asked(book: Book, ground: Ground) -> Fact | None:
    """The fact to ask for; for a consent nobody told of, the person's consents themselves."""
    if ground.lack == "toestemming":
        return Fact("toestemmingen", "tekst", CONSENT_QUESTION, source="register", per_person=True)
    fact = book.catalogue.fact(ground.fact)
    if fact is not None and ground.lack == "oordeel" and fact.kind != "ja_nee":
        return None  # a word the pack leaves open: the fact is known, someone must judge what it falls under
    return fact


CONSENT_QUESTION = "Welke toestemming is er voor deze persoon?"


def _settled(book: Book, act: Act, ground: Ground, layers: frozenset[str] | None) -> float:
    """The share of possible answers after which nothing is open any more."""
    tried = list(_answers(book, act, ground))
    if not tried:
        return 0.0
    values = (outcome_of(book.packs, Situation(answered), layers=layers).value for answered in tried)
    return sum(value != "onzeker" for value in values) / len(tried)


def _answers(book: Book, act: Act, ground: Ground) -> Iterator[Act]:
    """The act with every possible answer to this question, as far as they can be tried."""
    if ground.lack == "toestemming":
        for state in CONSENT_ANSWERS:
            yield from _told_person(act, ground, {}, consent=state)
        return
    fact = book.catalogue.fact(ground.fact)
    if fact is None:
        return
    if fact.kind == "personen":
        yield replace(act, people={**act.people, fact.name: ()})
        return
    for value in _possible(book, fact):
        if fact.per_person:
            yield from _told_person(act, ground, {fact.name: value})
        else:
            yield act.with_fact(fact.name, value)


def _told_person(
    act: Act, ground: Ground, told: Mapping[str, FactValue], *, consent: str | None = None
) -> Iterator[Act]:
    people = act.people.get(ground.group or "") or ()
    if ground.index is not None and 0 <= ground.index < len(people):
        person = people[ground.index]
        changed = replace(person, facts={**person.facts, **told}, consent=consent or person.consent)
        yield act.with_person(ground.group or "", ground.index, changed)


def _possible(book: Book, fact: Fact) -> tuple[FactValue, ...]:
    if fact.kind == "ja_nee":
        return (True, False)
    vocabulary = book.catalogue.words_of(fact)
    if fact.kind in {"keuze", "keuzes"} and vocabulary is not None:
        codes = [word.code for word in vocabulary][:MOST_TRIED]
        return tuple((code,) if fact.kind == "keuzes" else code for code in codes)
    return (8, 17) if fact.kind == "getal" else ()
