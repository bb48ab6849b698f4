"""What steps on a route may touch at all, so that no route is sought where nothing on it could help."""

from __future__ import annotations

from collections.abc import Iterable

from magdit.norms.catalogue import Catalogue, Change
from magdit.norms.combine import Says
from magdit.norms.differing import DONE, GRANTS
from magdit.norms.judge import DECIDING_FORCES, Finding, Outcome, softened
from magdit.norms.model import ConsentRule, Norm
from magdit.norms.ready import ReadyPack

STANDS_IN_THE_WAY = {
    "mag_niet": frozenset({Says.DENY}),
    "onzeker": frozenset({Says.MAYBE_DENY, Says.MAYBE_EITHER}),
}


def mendable(norms: Iterable[Norm], rules: Iterable[ConsentRule], catalogue: Catalogue) -> frozenset[str]:
    """Every fact, consent and leave that a step offered by one of these norms may change; rather too many than too few.

    Doing a duty and getting leave are always among them.
    """
    named = {remedy for norm in norms for remedy in norm.remedies or ()}
    freely = any(norm.remedies is None for norm in norms)
    found = {GRANTS, DONE, *(rule.name for rule in rules)}
    for fact in catalogue.facts.values():
        for change in fact.changes:
            if change.remedy in named or (freely and not change.only_named):
                found |= {fact.name, *_also(change)}
    return frozenset(found)


def _also(change: Change) -> Iterable[str]:
    return (name for name, _ in change.also)


def is_beyond_mending(outcome: Outcome, packs: Iterable[ReadyPack]) -> bool:
    """Whether a norm that makes the outcome what it is reads nothing that any step changes: it will say the same."""
    within_reach = frozenset().union(*(ready.mendable for ready in packs))
    wanted = STANDS_IN_THE_WAY.get(outcome.value, frozenset())
    return any(
        softened(finding) in wanted and _is_fixed(finding, within_reach)
        for finding in outcome.findings
        if finding.ready.norm.force in DECIDING_FORCES
    )


def _is_fixed(finding: Finding, within_reach: frozenset[str]) -> bool:
    """A step may also bring the act outside the scope of the protocol."""
    return finding.ready.reads.isdisjoint(within_reach) and finding.pack.readers.scope.isdisjoint(within_reach)
