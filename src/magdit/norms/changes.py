"""Carrying out one step on an act, on paper: what the act would be afterwards. The act itself never changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from magdit.norms.act import Act, FactValue, Grant, Person
from magdit.norms.answer import Ground, Step, quick
from magdit.norms.catalogue import Change, Fact
from magdit.norms.combine import Says
from magdit.norms.differing import DONE, GRANTS
from magdit.norms.judge import Book, Finding
from magdit.norms.truth import NO, UNKNOWN, YES
from magdit.norms.waiting import first_clear
from magdit.words.remedies import REMEDIES

Kind = tuple[str, str, FactValue | None]


@quick
class Move:
    """A step with what it does to the facts."""

    step: Step
    change: Change | None = None
    value: FactValue | None = None

    @property
    def kind(self) -> Kind:
        """What sort of step this is, whoever it is about: another channel is not one sort but one for each channel."""
        return self.step.remedy, self.step.fact, self.value

    @property
    def is_waiting(self) -> bool:
        """Whether it leaves everything to time."""
        return self.change is not None and self.change.to == "venster"

    @property
    def as_told(self) -> Step:
        """The step with the moment that waiting comes to."""
        return replace(self.step, until=self.value) if self.is_waiting and isinstance(self.value, date) else self.step

    @property
    def touches(self) -> frozenset[str]:
        """What may be otherwise in the act after it."""
        record = {"akkoord_vragen": GRANTS, "overleggen": DONE, "plicht_doen": DONE}.get(self.step.remedy)
        also = self.change.also if self.change else ()
        return frozenset({record or self.step.fact, self.step.fact, *(name for name, _ in also)})

    def __hash__(self) -> int:
        """As quick as it can be: a search holds its steps against each other many times."""
        return hash((self.step.remedy, self.step.fact, self.step.index, self.value))

    def fits(self, act: Act) -> bool:
        """Whether there is something to leave out, for a step that leaves something out of the act."""
        if self.change is None or not self.change.without or self.step.index is not None:
            return True
        content = act.facts.get(self.step.fact)
        return isinstance(content, tuple) and not set(content).isdisjoint(self.change.without)


def applied(move: Move, act: Act) -> Act:
    """The act after this step."""
    step = move.step
    if step.remedy == "akkoord_vragen":
        grant = Grant(by=step.ask[0], state="gegeven", what=step.fact)
        return replace(act, grants=(*(act.grants or ()), grant))
    if step.remedy in {"overleggen", "plicht_doen"} and move.change is None:
        return replace(act, done=act.done | {step.fact})
    if step.group is not None and step.index is not None:
        person = (act.people.get(step.group) or ())[step.index]
        return act.with_person(step.group, step.index, _person_after(move, person))
    return _act_after(move, act)


def _person_after(move: Move, person: Person) -> Person:
    if move.step.remedy == "toestemming_vragen":
        return replace(person, agreed=person.agreed | {move.step.fact})
    return person if move.value is None else replace(person, facts={**person.facts, move.step.fact: move.value})


def _act_after(move: Move, act: Act) -> Act:
    change, after = move.change, act
    if change is not None and change.without:
        content = act.facts.get(move.step.fact)
        left = tuple(word for word in content if word not in change.without) if isinstance(content, tuple) else ()
        after = after.with_fact(move.step.fact, left)
    elif move.value is not None:
        after = after.with_fact(move.step.fact, move.value)
    for fact, value in change.also if change else ():
        after = _for_everyone(after, fact, value)
    return after


def _for_everyone(act: Act, fact: str, value: bool) -> Act:
    people = act.people.get("in_beeld")
    if not people:
        return act
    told = tuple(replace(person, facts={**person.facts, fact: value}) for person in people)
    return replace(act, people={**act.people, "in_beeld": told})


def moves_for(finding: Finding, grounds: tuple[Ground, ...], book: Book, act: Act) -> Iterator[Move]:
    """Every step that may mend this finding; whether it does is for a new judgement to say."""
    return (move for move in offered_by(finding, grounds, book) if move.fits(act))


def offered_by(finding: Finding, grounds: tuple[Ground, ...], book: Book) -> Iterator[Move]:
    """The same, also those for which there is nothing to leave out now."""
    named = finding.ready.norm.remedies
    for ground in (*grounds, *_leaned_on(finding, grounds)):
        yield from _asking(ground)
        fact = book.catalogue.fact(ground.fact)
        if fact is None:
            continue
        for change in fact.changes:
            offered = not change.only_named if named is None else change.remedy in named
            if offered:
                yield from _changing(fact, change, ground, finding, book)
    if named:
        yield from _named_elsewhere(named, grounds, finding, book)


def _leaned_on(finding: Finding, grounds: tuple[Ground, ...]) -> Iterator[Ground]:
    """The facts that a norm leans on without their deciding now: of what is doubtful, each part may be changed."""
    people: set[tuple[str | None, int | None, str | None]]
    people = {(g.group, g.index, g.person) for g in grounds if g.index is not None}
    here = finding.situation
    if here.person is not None:
        people.add((here.group, here.index, here.person.label))
    for fact in finding.ready.changeable:
        if not fact.per_person:
            yield Ground(fact.name, None, UNKNOWN)
            continue
        for group, index, person in sorted(people, key=str):
            yield Ground(fact.name, None, UNKNOWN, group=group, index=index, person=person)


def _named_elsewhere(
    named: tuple[str, ...], grounds: tuple[Ground, ...], finding: Finding, book: Book
) -> Iterator[Move]:
    """Remedies a norm names that work through another fact than those it speaks of (leave the picture out)."""
    spoken = {ground.fact for ground in grounds}
    for fact in book.catalogue.facts.values():
        for change in fact.changes:
            if change.remedy in named and fact.name not in spoken and (change.also or change.without):
                yield from _changing(fact, change, None, finding, book)


def _asking(ground: Ground) -> Iterator[Move]:
    ask = tuple(role for role in ground.detail.get("vraag_aan", "").split(",") if role)
    if not ask or ground.truth is YES:
        return
    if ground.lack == "akkoord":
        yield Move(_step("akkoord_vragen", ground.fact, cost=6, own=False, ask=ask))
    if ground.lack == "toestemming" and ground.truth is NO and ground.index is not None and ground.index >= 0:
        yield Move(_step("toestemming_vragen", ground.fact, cost=7, own=False, ask=ask, ground=ground))


def _changing(fact: Fact, change: Change, ground: Ground | None, finding: Finding, book: Book) -> Iterator[Move]:
    if fact.per_person:
        if ground is None or ground.index is None or ground.index < 0:
            return
        yield Move(
            _step(change.remedy, fact.name, cost=change.cost, own=change.own, ground=ground),
            change,
            value_after(change),
        )
        return
    if change.to == "venster":
        yield from _waiting(fact, change, ground, finding, book)
        return
    yield Move(_step(change.remedy, fact.name, cost=change.cost, own=change.own), change, value_after(change))


def _waiting(fact: Fact, change: Change, ground: Ground | None, finding: Finding, book: Book) -> Iterator[Move]:
    """Where the moment itself is in doubt, that is asked first."""
    if ground is None or (ground.truth is UNKNOWN and finding.says is not Says.DENY):
        return
    until = first_clear(finding, book.packs)
    if until is not None:
        yield Move(_step(change.remedy, fact.name, cost=change.cost, own=change.own), change, until)


def value_after(change: Change) -> FactValue | None:
    """What the fact is after this change, where that does not hang on the act."""
    return {"ja": True, "nee": False}.get(change.to, change.to) if isinstance(change.to, str) else change.to


def _step(
    remedy: str, fact: str, *, cost: int, own: bool, ask: tuple[str, ...] = (), ground: Ground | None = None
) -> Step:
    person = ground.person if ground else None
    label = f"{person} {REMEDIES.dutch(remedy)}" if person else REMEDIES.dutch(remedy)
    return Step(
        remedy=remedy,
        fact=fact,
        label=label,
        cost=cost,
        own=own,
        person=person,
        group=ground.group if ground else None,
        index=ground.index if ground else None,
        ask=ask,
    )


def duty_move(duty_id: str, to: tuple[str, ...]) -> Move:
    """Doing a duty that comes first: consulting someone, or something of one's own."""
    remedy = "overleggen" if to else "plicht_doen"
    return Move(_step(remedy, duty_id, cost=5, own=not to, ask=to))
