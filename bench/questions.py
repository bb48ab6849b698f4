"""How many questions `magdit mag` asks of someone who knows everything, beside the same facts as a form asks them.

For random whole acts under each protocol (seeded). The form asks every fact that the protocol and the law speak of in
the order of the fact list, and stops as soon as the verdict is decided. Both take the moment from the clock, and in
both a list to look at in one go counts as one question.
"""

from __future__ import annotations

import random
import statistics
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from magdit.cli.asking_steps import Ask, Check, next_step
from magdit.cli.asking_told import Told
from magdit.norms.catalogue import Fact
from magdit.norms.judge import Book, outcome_of
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.trying import CONSENT, DUTY, LEAVE, Subject
from magdit.protocols.library import Library

ACTS = 100
SEED = 20261121
GOAL = 1 / 3
STATES = ("gegeven", "gegeven", "geweigerd", "ingetrokken", "niet_gevraagd", "verlopen")
MOMENTS = ("2026-03-03T10:00", "2026-07-31T12:00", "2026-08-01T09:00", "2026-11-20T17:01", "2026-12-25T20:00")
USUAL = 0.9  # how often a presumption is true
MOST_PEOPLE = 3


@dataclass(frozen=True)
class Counted:
    """One act: what was asked, what a form would have asked, and the three verdicts."""

    asked: int
    lines: int
    form: int
    whole_form: int
    verdict: str
    told: str


def rows() -> list[str]:
    """A row for each protocol."""
    return [row(name, measured(name, acts=ACTS)) for name in Library().ids()]


def row(name: str, found: list[Counted]) -> str:
    """One line of the table."""
    asked, form = (statistics.mean(getattr(one, part) for one in found) for part in ("asked", "form"))
    whole, lines = (statistics.mean(getattr(one, part) for one in found) for part in ("whole_form", "lines"))
    same = sum(one.verdict == one.told for one in found)
    return (
        f"| questions | `magdit mag` beside a form that stops in time, {name} | at most 1/3 | {asked / form:.2f} |"
        f" {asked:.1f} of {form:.1f} (whole form {whole:.1f}; lines to look at {lines:.1f});"
        f" same verdict {same} of {len(found)} |"
    )


def measured(name: str, *, acts: int, seed: int = SEED) -> list[Counted]:
    """The counts for so many random whole acts under this protocol."""
    book = Library().book(name)
    chance = random.Random(f"{seed} {name}")
    return [counted(book, whole_act(book, chance)) for _ in range(acts)]


def counted(book: Book, whole: dict[str, Any]) -> Counted:
    """Ask about one act, and fill in the form for it."""
    told, asked, lines = asked_about(book, whole)
    form, whole_form = form_for(book, whole)
    return Counted(asked, lines, form, whole_form, verdict_of(book, whole), verdict_of(book, told.raw))


def verdict_of(book: Book, raw: Any) -> str:
    """The outcome as handed in."""
    return outcome_of(book.packs, Situation(read_act(raw, book.catalogue))).value


def asked_about(book: Book, whole: dict[str, Any]) -> tuple[Told, int, int]:
    """What the user told in the end, in how many questions, and how many lines there were to look at."""
    told, asked, lines = Told({"moment": whole["moment"]}), 0, 0
    while (step := next_step(book, told)) is not None:
        asked += 1
        told = answered(book, told, step, whole)
        lines += len(step.usual) if isinstance(step, Check) else 0
    return told, asked, lines


def answered(book: Book, told: Told, step: Ask | Check, whole: dict[str, Any]) -> Told:
    """What someone who knows the whole act says to this."""
    if isinstance(step, Check):
        other = {name for name, usual in step.usual.items() if _is_otherwise(book, name, usual, whole)}
        return told.with_check(step.usual, otherwise=other, doubtful=set(), catalogue=book.catalogue)
    return told.with_answer(step.subject, truth_of(step.subject, whole))


def truth_of(subject: Subject, whole: dict[str, Any]) -> Any:
    """The answer that belongs to the whole act; of people first only who they are."""
    if subject.duty is not None:
        return subject.duty in whole["gedaan"]
    if subject.place is not None:
        group, index = subject.place
        return whole[group][index][subject.fact]
    value = whole[subject.fact]
    if subject.fact != LEAVE and isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return [{"naam": person["naam"]} for person in value]
    return value


def _is_otherwise(book: Book, name: str, usual: bool, whole: dict[str, Any]) -> bool:
    if not book.catalogue.facts[name].per_person:
        return bool(whole[name]) is not usual
    people = [person for rows in whole.values() if isinstance(rows, list) for person in rows]
    return any(person[name] is not usual for person in people if isinstance(person, dict) and name in person)


def form_for(book: Book, whole: dict[str, Any]) -> tuple[int, int]:
    """How many questions the form needs before nothing is open any more, and how many it has."""
    subjects = list(_form(book, whole))
    # What is decided stays decided, so the first moment at which it is over is found by halving.
    count = bisect_left(
        range(len(subjects)), True, lo=2, key=lambda at: _is_over(book, _filled(subjects[:at], whole), subjects[:at])
    )
    return count, len(subjects) + 1


def _filled(subjects: list[Subject], whole: dict[str, Any]) -> Told:
    told = Told({"moment": whole["moment"]})
    for subject in subjects:
        told = told.with_answer(subject, truth_of(subject, whole))
    return told


def _is_over(book: Book, told: Told, asked: list[Subject]) -> bool:
    """The same end as that of the dialogue: nothing left to ask or to look at."""
    known = Told(told.raw, looked_at=told.looked_at | frozenset(asked))
    return next_step(book, known) is None


def _form(book: Book, whole: dict[str, Any]) -> Iterator[Subject]:
    """All facts the norms speak of, in the order of the list; what is presumed stands in one list at the end."""
    names = {name for ready in book.packs for norm in ready.norms for name in norm.names}
    facts = [f for f in book.catalogue.facts.values() if f.name in names and f.asked != "bij_vlag" and _is_asked(f)]
    first = ("wie", "handeling", "medium")
    yield from (Subject(name) for name in first)
    yield from (Subject(f.name) for f in facts if not f.per_person and f.kind != "personen" and f.name not in first)
    for group in (fact.name for fact in book.catalogue.facts.values() if fact.kind == "personen"):
        yield Subject(group)
        for index in range(len(whole[group])):
            yield from (Subject(fact.name, group, index) for fact in facts if fact.per_person)
            yield Subject(CONSENT, group, index)
    if any(ready.pack.powers for ready in book.packs):
        yield Subject(LEAVE)
    duties = (ready.duty for pack in book.packs for ready in pack.duties)
    yield from (Subject(f"{DUTY}{duty.id}") for duty in duties if duty.beforehand and duty.force == "moet")


def _is_asked(fact: Fact) -> bool:
    return fact.name not in {"naam", "geboortedatum", "moment"}


def whole_act(book: Book, chance: random.Random) -> dict[str, Any]:
    """An act of which everything is known."""
    facts = book.catalogue.facts.values()
    act = {f.name: _value(book, f, chance) for f in facts if not f.per_person and f.kind != "personen"}
    for group in (fact.name for fact in facts if fact.kind == "personen"):
        most = MOST_PEOPLE if group == "in_beeld" else 1
        act[group] = [_person(book, f"{group} {number}", chance) for number in range(chance.randint(0, most))]
    powers = [power for ready in book.packs for power in ready.pack.powers]
    duties = [ready.duty.id for pack in book.packs for ready in pack.duties]
    act[LEAVE] = [{"door": power.who[0], "wat": power.name} for power in powers if chance.random() < 1 / 3]
    act["gedaan"] = [name for name in duties if chance.random() < 1 / 2]
    return act | {"moment": chance.choice(MOMENTS)}


def _person(book: Book, name: str, chance: random.Random) -> dict[str, Any]:
    facts = [fact for fact in book.catalogue.facts.values() if fact.per_person and fact.name != "geboortedatum"]
    return {f.name: _value(book, f, chance) for f in facts} | {"naam": name, CONSENT: chance.choice(STATES)}


def _value(book: Book, fact: Fact, chance: random.Random) -> Any:
    if fact.kind == "ja_nee":
        usual = fact.asked != "bij_vlag" or chance.random() < USUAL
        return (fact.assumed is usual) if fact.asked == "bij_vlag" else chance.random() < 1 / 2
    words = book.catalogue.words_of(fact)
    if words is not None:
        chosen = [chance.choice(words.words).code for _ in range(chance.choice((1, 1, 1, 2)))]
        return list(dict.fromkeys(chosen)) if fact.kind == "keuzes" else chosen[0]
    others = {"getal": chance.choice((4, 9, 15, 16, 40)), "datum": "2026-10-01", "moment": chance.choice(MOMENTS)}
    return others.get(fact.kind, ["iets"] if fact.kind == "teksten" else "iets")
