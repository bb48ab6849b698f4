"""Who stands above whom, and until when an answer may take. Knows roles and days; knows no rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.words.roles import ROLES

# From near to far: whoever is asked and does not answer is followed by who stands one level up.
LEVELS = ("leidinggevende", "schoolleiding", "bestuur")
LAST_RUNGS = ("schoolleiding", "bestuur")
# Who never answers for the school, whatever a protocol asks of them for themselves.
OUTSIDE = frozenset({"leerling", "oud_leerling", "ouder", "voogd", "hulpouder", "zelf", "school", "bezoeker"})
MOST_QUESTION, MOST_DAYS = 1_000, 20
REMIND_BEFORE = timedelta(hours=24)
SATURDAY = 5


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


def due_after(at: datetime, days: int) -> datetime:
    """So many school days later, at the same hour: the weekend does not count."""
    moment = at.astimezone(SCHOOL_CLOCK)
    while days:
        moment += timedelta(days=1)
        days -= moment.weekday() < SATURDAY
    return moment
