"""Who stands above whom, and how much there may be asked. Knows roles; knows no rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from magdit.words.roles import ROLES

# From near to far: whoever is asked and does not answer is followed by who stands one level up.
LEVELS = ("leidinggevende", "schoolleiding", "bestuur")
LAST_RUNGS = ("schoolleiding", "bestuur")
# Who never answers for the school, whatever a protocol asks of them for themselves.
OUTSIDE = frozenset({"leerling", "oud_leerling", "ouder", "voogd", "hulpouder", "zelf", "school", "bezoeker"})
MOST_QUESTION, MOST_DAYS = 1_000, 20
REMIND_BEFORE = timedelta(hours=24)


def level_of(role: str) -> int:
    """How high someone stands with this role: 0 for who leads nobody, 3 for the board."""
    return max((at for at, name in enumerate(LEVELS, 1) if role in ROLES.below(name)), default=0)


def highest(roles: Iterable[str]) -> int:
    """How high someone stands who has all these roles."""
    return max(map(level_of, roles), default=0)


def covers(held: Iterable[str], asked: str) -> bool:
    """Whether one of these roles is the one that is asked, a narrower one, or stands above it."""
    mine = tuple(held)
    return any(role in ROLES.below(asked) for role in mine) or highest(mine) > max(level_of(asked), 1)


def whole_ladder(named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The roles that a protocol names, each once and in its order, and above them those who lead the school."""
    rungs: dict[str, str] = {}
    for role, clause in (*named, *((role, "") for role in LAST_RUNGS)):
        if role not in OUTSIDE:
            rungs.setdefault(role, clause)
    return list(rungs.items())
