"""What differs between two protocols beside their verdicts: their lives, and in two versions of one all the rest.

Steps, measures, settings, windows, attention points, and the terms of duties and leaves decide nothing, so no act shows
them; they are compared as data, and only where the articles of both are the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from magdit.norms.act import Act
from magdit.norms.model import Duty, Pack, Power

TABLES = {
    "steps": "stap",
    "measures": "maatregel",
    "settings": "instelling",
    "windows": "venster",
    "attentions": "aandacht",
    "duties": "termijn",
    "powers": "duur_van_akkoord",
}
IN_LIVES = frozenset({"in_werking", "einde", "evaluatie", "artikel"})


@dataclass(frozen=True, slots=True)
class Beside:
    """One such difference: what it is about, its article (or none) and what stands on either side.

    `name` and `example`: which part of the article it is, and an act that shows it, where there is one.
    """

    what: str
    clause: str
    left: Any
    right: Any
    name: str = ""
    example: Act | None = None


def beside_verdicts(left: Pack, right: Pack) -> tuple[Beside, ...]:
    """Every difference that no verdict shows."""
    versions = are_versions(left, right)
    return (*_lives(left, right), *((*_decisions(left, right), *_tables(left, right)) if versions else ()))


def are_versions(left: Pack, right: Pack) -> bool:
    """Whether these are two versions of one protocol: one name, or most articles of both word for word the same."""
    if left.id == right.id:
        return True
    mine, theirs = ({(clause.number, clause.says) for clause in pack.clauses} for pack in (left, right))
    return 2 * len(mine & theirs) > max(len(mine), len(theirs))


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


def _decisions(left: Pack, right: Pack) -> Iterator[Beside]:
    """What else the lives tell: who adopted it and when, and for how long."""
    mine, theirs = left.lifecycle.details, right.lifecycle.details
    for name in dict.fromkeys((*mine, *theirs)):
        if name not in IN_LIVES and mine.get(name) != theirs.get(name):
            yield Beside("levensloop", "", _told(mine.get(name)), _told(theirs.get(name)), name=name)


def _told(value: Any) -> str | date:
    """What stands there, as one value: of a list of decisions the days."""
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values())
    if isinstance(value, list | tuple):
        return "; ".join(str(_told(part)) for part in value)
    return value if isinstance(value, date) else str(value or "")


def _tables(left: Pack, right: Pack) -> Iterator[Beside]:
    """The articles of which a table differs, with how many such parts stand there on either side."""
    for table, name in TABLES.items():
        mine, theirs = ([_unseen(part) for part in getattr(pack, table)] for pack in (left, right))
        changed = [part for part in (*mine, *theirs) if (part in mine) != (part in theirs)]
        for clause in dict.fromkeys(_clause(part) for part in changed):
            counts = [sum(_clause(part) == clause for part in parts) for parts in (mine, theirs)]
            yield Beside(name, clause, counts[0], counts[1])


def _unseen(part: Any) -> Any:
    """The part as far as no act shows it."""
    if isinstance(part, Duty):
        return part.clause, part.id, part.within, part.repeats, part.form
    return (part.clause, part.name, part.per, part.until) if isinstance(part, Power) else part


def _clause(part: Any) -> str:
    return str(part[0] if isinstance(part, tuple) else part.clause)
