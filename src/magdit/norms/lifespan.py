"""Where a protocol stands in its life, derived from its dates alone: nobody has to remember to change a status."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from magdit.norms.model import Lifecycle
from magdit.norms.periods import after_period, is_period


def phase(life: Lifecycle, day: date) -> str:
    """A code of PHASES: concept, vastgesteld, in_werking, verlopen, or onbekend when no first day is filled in."""
    if life.end is not None and day >= life.end:
        return "verlopen"
    if life.start is None:
        return "onbekend"
    if day >= life.start:
        return "in_werking"
    return "vastgesteld" if any(adopted <= day for adopted in adopted_on(life)) else "concept"


def adopted_on(life: Lifecycle) -> tuple[date, ...]:
    """The days on which it was adopted, as far as they are filled in."""
    return tuple(_days(life.details.get("vaststelling", ())))


def next_review(life: Lifecycle, day: date) -> date | None:
    """The first day after `day` on which it must have been looked at again; None when the protocol sets no term."""
    period = life.details.get("evaluatie")
    if life.start is None or not isinstance(period, str) or not is_period(period):
        return None
    due = after_period(life.start, period)
    while due <= day:
        due = after_period(due, period)
    return due


def _days(decisions: object) -> Iterable[date]:
    rows = decisions if isinstance(decisions, list | tuple) else [decisions]
    return (row["op"] for row in rows if isinstance(row, dict) and isinstance(row.get("op"), date))
