"""What stays forbidden however some facts turn out: judged once with those facts untold, instead of tried out.

What is so while a fact is untold is so whatever the fact turns out to be: that is what unknown means here. It does
not hold for what counts as something while nobody tells it, nor for consents, which are weighed as a whole: a norm
that reads one of those and one of these facts is left to be tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from magdit.norms.act import Act, FactValue, Person
from magdit.norms.combine import Says
from magdit.norms.differing import CONSENTS, GRANTS, with_derived
from magdit.norms.judge import Finding, Outcome
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, YES


def stays_forbidden(outcome: Outcome, touched: frozenset[str]) -> bool:
    """Whether some norm forbids this act whatever these facts turn into. It may do so where this says no."""
    act = outcome.situation.act
    touched = with_derived(touched, act)
    bans = [finding for finding in outcome.findings if finding.says is Says.DENY and _can_tell(finding, touched)]
    if not bans:
        return False
    untold = Situation(without(act, touched))
    return any(_still_forbids(finding, untold) for finding in bans)


def without(act: Act, touched: frozenset[str]) -> Act:
    """The same act with nothing told of these facts, of no one in it; a birth date tells an age too."""
    left_out = touched | {"geboortedatum"} if "leeftijd" in touched else touched
    return replace(
        act,
        facts=_untold(act.facts, left_out),
        people={
            group: people and tuple([_person_without(person, left_out) for person in people])
            for group, people in act.people.items()
        },
        grants=None if GRANTS in touched else act.grants,
    )


def _person_without(person: Person, left_out: frozenset[str]) -> Person:
    return person if left_out.isdisjoint(person.facts) else replace(person, facts=_untold(person.facts, left_out))


def _untold(facts: Mapping[str, FactValue], left_out: frozenset[str]) -> dict[str, FactValue]:
    return {name: value for name, value in facts.items() if name not in left_out}


def _can_tell(finding: Finding, touched: frozenset[str]) -> bool:
    """Whether this norm decides, and nothing that it reads of these facts counts as something while untold."""
    if finding.soft or not finding.ready.decides:
        return False
    reads, pack = finding.ready.reads | finding.pack.scope_reads, finding.pack
    return CONSENTS not in reads and reads.isdisjoint(touched & pack.presumes)


def _still_forbids(finding: Finding, untold: Situation) -> bool:
    here, ready = finding.situation, finding.ready
    people = untold.each(here.group) if here.group is not None else None
    seen = untold if people is None or here.index is None else people[here.index]
    return ready.met(seen) is YES and ready.is_lifted(seen) is NO and finding.pack.scope.test(untold) is YES
