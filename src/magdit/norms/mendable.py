"""What steps on a route may touch at all, so that no route is sought where nothing on it could help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from magdit.norms.act import MISSING, Act
from magdit.norms.blurred import stays_forbidden
from magdit.norms.catalogue import Catalogue, Change, Fact
from magdit.norms.changes import value_after
from magdit.norms.combine import Says
from magdit.norms.differing import DONE, GRANTS
from magdit.norms.judge import Finding, Outcome, softened
from magdit.norms.model import Norm
from magdit.norms.ready import ReadyPack

MOST_KEPT = 64
STANDS_IN_THE_WAY = {
    "mag_niet": frozenset({Says.DENY}),
    "onzeker": frozenset({Says.MAYBE_DENY, Says.MAYBE_EITHER}),
}


def offered_at_all(norms: Iterable[Norm], catalogue: Catalogue) -> Iterator[tuple[Fact, Change]]:
    """Every change that a step offered by one of these norms may bring; rather too many than too few."""
    norms = tuple(norms)
    named = {remedy for norm in norms for remedy in norm.remedies or ()}
    freely = any(norm.remedies is None for norm in norms)
    for fact in catalogue.facts.values():
        for change in fact.changes:
            if change.remedy in named or (freely and not change.only_named):
                yield fact, change


def is_beyond_mending(outcome: Outcome, packs: Iterable[ReadyPack]) -> bool:
    """Whether a norm that makes the outcome what it is will say the same after any step.

    It reads nothing that any step changes, or forbids the act whatever comes of what the steps change.
    """
    packs, act = tuple(packs), outcome.situation.act
    if is_held_up(outcome, _ever_within_reach(packs)):
        return True
    reach = _within_reach(act, packs)
    return is_held_up(outcome, reach) or stays_forbidden(outcome, reach)


def is_held_up(outcome: Outcome, touched: frozenset[str]) -> bool:
    """Whether a norm keeps the outcome from becoming any better, whatever these facts turn into."""
    wanted = STANDS_IN_THE_WAY.get(outcome.value, frozenset())
    return any(
        softened(finding) in wanted and finding.ready.decides and _is_fixed(finding, touched)
        for finding in outcome.findings
    )


def _is_fixed(finding: Finding, touched: frozenset[str]) -> bool:
    """That it reads none of them; nor may they bring the act outside the scope of its protocol."""
    return finding.ready.reads.isdisjoint(touched) and finding.pack.scope_reads.isdisjoint(touched)


@lru_cache(MOST_KEPT)
def _ever_within_reach(packs: tuple[ReadyPack, ...]) -> frozenset[str]:
    """The facts that a step might change of any act at all."""
    found = {GRANTS, DONE, *(rule.name for ready in packs for rule in ready.pack.consent_rules)}
    for fact, change in (pair for ready in packs for pair in ready.changes):
        found.update((fact.name, *(name for name, _ in change.also)))
    return frozenset(found)


def _within_reach(act: Act, packs: Iterable[ReadyPack]) -> frozenset[str]:
    """The facts of this act that would be otherwise after some step; getting leave and doing a duty always would."""
    found = {GRANTS, DONE}
    for ready in packs:
        found.update(rule.name for rule in ready.pack.consent_rules)
        for fact, change in ready.changes:
            if fact.name not in found and _would_differ(fact, change, act):
                found.add(fact.name)
            found.update(name for name, value in change.also if _is_otherwise_for_someone(name, value, act))
    return frozenset(found)


def _would_differ(fact: Fact, change: Change, act: Act) -> bool:
    if fact.per_person:
        return _is_otherwise_for_someone(fact.name, value_after(change), act)
    told = act.facts.get(fact.name, MISSING)
    if change.without:
        return isinstance(told, tuple) and not set(told).isdisjoint(change.without)
    return change.to == "venster" or told != value_after(change)


def _is_otherwise_for_someone(name: str, value: object, act: Act) -> bool:
    return any(person.facts.get(name, MISSING) != value for people in act.people.values() for person in people or ())
