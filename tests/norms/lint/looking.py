"""Looking at a small protocol with lint, and at one sort of finding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from magdit.norms.compile_pack import compile_pack
from magdit.norms.examples.alone import Examples
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.lint import RULES, lint
from magdit.norms.lint.looked_at import LookedAt
from magdit.norms.lint.uncovered import uncovered_findings
from magdit.norms.model import Pack
from tests.norms.school import CATALOGUE

DAY = date(2026, 11, 21)


def look(pack: Pack, *, today: date = DAY, attached: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything lint says."""
    return lint(compile_pack(pack, CATALOGUE), CATALOGUE, today=today, attached=attached)


def found(pack: Pack, code: str, *, today: date = DAY, attached: Iterable[str] = ()) -> list[Finding]:
    """What lint says of one sort; the rule that takes longest only runs where its finding is asked for."""
    ready = compile_pack(pack, CATALOGUE)
    at = LookedAt(ready, CATALOGUE, today, Examples.of(ready, CATALOGUE), frozenset(attached))
    rules = [rule for rule in RULES if (rule is uncovered_findings) == (code == "niet_gedekt")]
    return [finding for rule in rules for finding in rule(at) if finding.code == code]
