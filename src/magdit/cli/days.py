"""A day as it was typed: 2026-09-01, or 1-9-2026. Refuses what is no day, and what lies too far off."""

from __future__ import annotations

import re
from datetime import date

from magdit.cli.outcome import Stop

DUTCH = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)


def day_typed(given: str, *, option: str) -> date:
    """The day that someone typed behind an option."""
    try:
        dutch = DUTCH.fullmatch(given.strip())
        day = date(*(int(part) for part in reversed(dutch.groups()))) if dutch else date.fromisoformat(given.strip())
    except ValueError:
        raise Stop(f"'{given}' is geen dag. Schrijf {option} zo: 2026-09-01.") from None
    if not FIRST <= day <= LAST:
        raise Stop(f"De dag achter {option} ligt te ver weg. Kies een dag van {FIRST.year} tot en met {LAST.year}.")
    return day
