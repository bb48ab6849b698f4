"""The whole of lint: every finding about one pack, the loud ones first. Judges the pack alone, without the law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from magdit.norms.catalogue import Catalogue
from magdit.norms.examples.alone import Examples
from magdit.norms.lint.conditions import condition_findings
from magdit.norms.lint.conflicts import conflict_findings
from magdit.norms.lint.consents import consent_findings
from magdit.norms.lint.finding import SEVERITIES, Finding
from magdit.norms.lint.life import life_findings
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.lint.names import name_findings
from magdit.norms.lint.remedies import remedy_findings
from magdit.norms.lint.silence import silence_findings
from magdit.norms.lint.texts import text_findings
from magdit.norms.lint.uncovered import uncovered_findings
from magdit.norms.ready import ReadyPack

RULES = (
    life_findings,
    text_findings,
    name_findings,
    silence_findings,
    condition_findings,
    conflict_findings,
    consent_findings,
    remedy_findings,
    uncovered_findings,
)


def lint(ready: ReadyPack, catalogue: Catalogue, *, today: date, attached: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Every finding, by severity and then in the order of the document."""
    names = frozenset(name.casefold() for name in attached)
    at = LookedAt(ready, catalogue, today, Examples.of(ready, catalogue), names)
    found = [finding for rule in RULES for finding in rule(at)]
    order = {clause.number: place for place, clause in enumerate(ready.pack.clauses)}

    def place(finding: Finding) -> tuple[int, int]:
        first = min((order.get(clause, -1) for clause in finding.clauses), default=-1)
        return SEVERITIES.index(finding.severity), first

    return tuple(sorted(found, key=place))
