"""What differs between two protocols beside their verdicts: their lives, and in two versions of one all the rest.

Steps, measures, settings, windows and attention points decide nothing, so no act shows them; they are compared as data,
and only where the articles of both are the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from magdit.norms.model import Pack

TABLES = {
    "steps": "stap",
    "measures": "maatregel",
    "settings": "instelling",
    "windows": "venster",
    "attentions": "aandacht",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """One such difference: what it is about, its article (or none) and what stands on either side."""

    what: str
    clause: str
    left: Any
    right: Any


def beside_verdicts(left: Pack, right: Pack) -> tuple[Beside, ...]:
    """Every difference that no verdict shows."""
    return (*_lives(left, right), *(_tables(left, right) if left.id == right.id else ()))


def _lives(left: Pack, right: Pack) -> Iterator[Beside]:
    one, other = left.lifecycle, right.lifecycle
    pairs = (
        ("in_werking", one.start, other.start),
        ("einde", one.end, other.end),
        ("evaluatie", one.details.get("evaluatie"), other.details.get("evaluatie")),
    )
    for name, mine, theirs in pairs:
        if mine != theirs:
            yield Beside(name, "", mine, theirs)


def _tables(left: Pack, right: Pack) -> Iterator[Beside]:
    """The articles of which a table differs, with how many such parts stand there on either side."""
    for table, name in TABLES.items():
        mine, theirs = getattr(left, table), getattr(right, table)
        changed = [part for part in (*mine, *theirs) if (part in mine) != (part in theirs)]
        for clause in dict.fromkeys(part.clause for part in changed):
            counts = [sum(part.clause == clause for part in parts) for parts in (mine, theirs)]
            yield Beside(name, clause, counts[0], counts[1])
