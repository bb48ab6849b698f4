"""The life of a protocol on a day: does it end soon, is a review due, is its first day filled in?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from magdit.norms.lifespan import next_review
from magdit.norms.lint.finding import Finding, Severity
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.periods import after_period

WARNINGS: tuple[tuple[int, Severity], ...] = ((3, "luid"), (6, "gewoon"), (9, "weten"))


def life_findings(at: LookedAt) -> Iterator[Finding]:
    """What must be done about its dates."""
    life, clauses = at.pack.lifecycle, ((at.pack.lifecycle.clause,) if at.pack.lifecycle.clause else ())
    if life.start is None:
        yield Finding("geen_eerste_dag", "gewoon", clauses)
    if life.end is not None:
        yield from _end(life.end, at.today, clauses)
    review = next_review(life, at.today)
    if review is not None and review < after_period(at.today, "P3M"):
        yield Finding("evaluatie_nadert", "gewoon", clauses, {"dag": review.isoformat()})


def _end(end: date, today: date, clauses: tuple[str, ...]) -> Iterator[Finding]:
    if end <= today:
        yield Finding("verlopen", "luid", clauses, {"dag": end.isoformat()})
        return
    for months, severity in WARNINGS:
        if end < after_period(today, f"P{months}M"):
            yield Finding("loopt_af", severity, clauses, {"dag": end.isoformat(), "maanden": str(months)})
            return
