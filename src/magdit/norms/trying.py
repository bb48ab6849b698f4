"""Every answer that a question may get, each put into the act: to see, before asking, what an answer would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from magdit.norms.act import Act, FactValue, Grant, Person
from magdit.norms.catalogue import Fact
from magdit.norms.examples.telling import telling, with_people
from magdit.norms.judge import Book

MOST_TRIED = 12
LEAVE = "akkoorden"
CONSENT = "toestemming"
DUTY = "plicht:"
CONSENT_ANSWERS = ("gegeven", "geweigerd")
NUMBERS = (9, 14, 16, 40)
SOMEONE = ("leerling", "leerkracht", "ouder")
DAYS = (date(2000, 1, 1), date(2100, 1, 1))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: a fact of the act or of one person, a consent, the leaves, a duty that comes first."""

    fact: str
    group: str | None = None
    index: int | None = None

    @property
    def place(self) -> tuple[str, int] | None:
        """Whom of which list it is about, if it is about one person."""
        return None if self.group is None or self.index is None else (self.group, self.index)

    @property
    def duty(self) -> str | None:
        """The duty it is about, if any."""
        return self.fact.removeprefix(DUTY) if self.fact.startswith(DUTY) else None


def answers_to(book: Book, act: Act, subject: Subject) -> Iterator[Act]:
    """The act with every possible answer to this question, or with a spread of them where there are many."""
    if subject.duty is not None:
        yield replace(act, done=act.done | {subject.duty})
        yield act
    elif subject.fact == LEAVE:
        powers = [power for ready in book.packs for power in ready.pack.powers]
        yield replace(act, grants=tuple(Grant(by=power.who[0], state="gegeven", what=power.name) for power in powers))
        yield replace(act, grants=())
    elif subject.fact == CONSENT:
        yield from (_with_consent(act, subject, state) for state in CONSENT_ANSWERS)
    else:
        yield from _with_fact(book, act, subject)


def possible_values(book: Book, fact: Fact) -> tuple[FactValue, ...]:
    """The values a fact may have; of a long word list a spread, since its families stand together."""
    vocabulary = book.catalogue.words_of(fact)
    if fact.kind in {"keuze", "keuzes"} and vocabulary is not None:
        codes = [word.code for word in vocabulary]
        spread = codes[:: max(1, -(-len(codes) // MOST_TRIED))]
        return tuple((code,) if fact.kind == "keuzes" else code for code in spread)
    if fact.kind == "ja_nee":
        return True, False
    return NUMBERS if fact.kind == "getal" else DAYS if fact.kind == "datum" else ()


def _with_fact(book: Book, act: Act, subject: Subject) -> Iterator[Act]:
    fact = book.catalogue.facts[subject.fact]
    if fact.kind == "personen":
        yield with_people(act, fact.name, ())
        for facts in ({}, *({"rol": (role,)} for role in SOMEONE)):
            yield with_people(act, fact.name, (Person(facts=facts),))
        return
    for value in possible_values(book, fact):
        yield telling(act, fact.name, value, subject.place)


def _with_consent(act: Act, subject: Subject, state: str) -> Act:
    group, index = subject.place or ("", -1)
    people = act.people.get(group) or ()
    return act.with_person(group, index, replace(people[index], consent=state)) if 0 <= index < len(people) else act
