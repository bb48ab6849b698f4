"""A condition made ready: a test that is quick to run, with what is needed to explain it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from magdit.norms.answer import Ground
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, negate

Test = Callable[[Situation], Truth]
Why = Callable[[Situation, Truth], Iterable[Ground]]
NOTHING: frozenset[str] = frozenset()
CLAUSE, WINDOW = "artikel:", "venster:"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A compiled condition. `why` tells which facts made it what it is; only run for what ends up in an answer.

    `reads`: every fact, group of people, record ("akkoorden"), window ("venster:schooltijd") or
    clause ("artikel:3.2") on which the test may hang.
    """

    test: Test
    why: Why
    reads: frozenset[str]

    def grounds(self, situation: Situation) -> Iterable[Ground]:
        """Which facts make it what it is, when it is not known yet what that is."""
        return self.why(situation, self.test(situation))


ALWAYS = Piece(lambda situation: YES, lambda situation, outcome: (), NOTHING)  # a condition that was left out
NEVER = Piece(lambda situation: NO, lambda situation, outcome: (), NOTHING)  # an exception that was left out


def both(parts: Iterable[Piece]) -> Piece:
    """And. Explained by the parts that made it no, or by those that leave it open, or by all."""
    parts = tuple(part for part in parts if part is not ALWAYS)
    tests = tuple(part.test for part in parts)
    if len(parts) < 2:
        return parts[0] if parts else ALWAYS

    def test(situation: Situation) -> Truth:
        lowest = YES
        for one in tests:
            value = one(situation)
            if value is NO:
                return NO
            if value is UNKNOWN:
                lowest = UNKNOWN
        return lowest

    return Piece(test, lambda situation, outcome: _decisive(parts, situation, outcome, of_all=YES), read_by(parts))


def either(parts: Iterable[Piece]) -> Piece:
    """Or. Explained by the parts that made it yes, or by those that leave it open, or by all."""
    parts = tuple(part for part in parts if part is not NEVER)
    tests = tuple(part.test for part in parts)
    if len(parts) < 2:
        return parts[0] if parts else NEVER

    def test(situation: Situation) -> Truth:
        highest = NO
        for one in tests:
            value = one(situation)
            if value is YES:
                return YES
            if value is UNKNOWN:
                highest = UNKNOWN
        return highest

    return Piece(test, lambda situation, outcome: _decisive(parts, situation, outcome, of_all=NO), read_by(parts))


def turned(part: Piece) -> Piece:
    """Not."""

    def why(situation: Situation, outcome: Truth) -> Iterable[Ground]:
        return part.why(situation, negate(outcome))

    return Piece(lambda situation: negate(part.test(situation)), why, part.reads)


def over_people(part: Piece, group: str, *, every: bool) -> Piece:
    """Some person (or every person) of a group meets the condition; unknown who is there leaves it open."""
    combine, test_one = all_of if every else any_of, part.test

    def test(situation: Situation) -> Truth:
        people = situation.each(group)
        if people is None:
            settled = NO if not every else YES
            value = part.test(situation.someone())
            return value if value is settled else UNKNOWN
        return combine(map(test_one, people))

    def why(situation: Situation, outcome: Truth) -> Iterator[Ground]:
        people = situation.each(group)
        if people is None:
            yield Ground(group, None, UNKNOWN, lack="feit", group=group)
            return
        for here in people:
            if part.test(here) is outcome:
                yield from part.why(here, outcome)

    return Piece(test, why, part.reads | {group})


def once(key: object, part: Piece) -> Piece:
    """The same piece, worked out once per act and person: for definitions that many norms share."""
    # What the clauses read that it leans on is not known yet; then it is worked out anew for every act.
    known_reads = not any(name.startswith(CLAUSE) for name in part.reads)

    def test(situation: Situation) -> Truth:
        place = (key, situation.group, situation.index)
        known: Truth | None = situation.recalled(place, part.reads) if known_reads else situation.memo.get(place)
        if known is None:
            known = situation.memo[place] = part.test(situation)
        return known

    return Piece(test, part.why, part.reads)


def read_by(parts: Iterable[Piece]) -> frozenset[str]:
    """Everything that one of these pieces reads."""
    return NOTHING.union(*(part.reads for part in parts))


def _decisive(parts: tuple[Piece, ...], situation: Situation, outcome: Truth, *, of_all: Truth) -> list[Ground]:
    """The grounds of the parts that made it so; `of_all`: the outcome that only comes about when all parts agree."""
    found: list[Ground] = []
    for part in parts:
        if outcome is of_all or part.test(situation) is outcome:
            found += part.why(situation, outcome)
    return found
