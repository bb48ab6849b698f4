"""Who acts, for which board, and when: what every action of every area asks for. Knows no rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

SCHOOL_CLOCK = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class Ref:
    """Something named by kind and opaque id: ("persoon", "6f1c…"). Never a name, an address or a number of a file."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Doing:
    """`actor` acts for `board` at a moment (with time zone). Systems act too: Ref("systeem", "nightly")."""

    actor: Ref
    board: UUID
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a moment without a time zone")

    @property
    def today(self) -> date:
        """The day on the school's own calendar."""
        return self.at.astimezone(SCHOOL_CLOCK).date()
