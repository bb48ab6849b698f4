"""Looking at a small protocol with lint, and at one sort of finding."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from magdit.norms.compile_pack import compile_pack
from magdit.norms.lint.finding import Finding
from magdit.norms.lint.lint import lint
from magdit.norms.model import Pack
from tests.norms.school import CATALOGUE

DAY = date(2026, 11, 21)


def look(pack: Pack, *, today: date = DAY, attached: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything lint says."""
    return lint(compile_pack(pack, CATALOGUE), CATALOGUE, today=today, attached=attached)


def found(pack: Pack, code: str, **settings: object) -> list[Finding]:
    """What lint says of one sort."""
    return [finding for finding in look(pack, **settings) if finding.code == code]
