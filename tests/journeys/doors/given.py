"""A draft as a person thinks of it, before any door: what is in it, who is shown, and what its author says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

NOBODY, ONLY, HIDDEN_WELL = "niemand_in_beeld", "alleen_met_toestemming", "niet_meer_herkenbaar"
TUESDAY = datetime(2026, 3, 3, 14, 0)
ORDINARY = {"betreft_school": True, "tijdens_les": False}


@dataclass(frozen=True)
class Shows:
    """Someone of the cast in the draft: in this photo and with this face, counted from 1; without: somewhere in it."""

    who: str
    photo: int = 0
    face: int | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Given:
    """`photos`: of each, whose faces are in it from left to right. `said`: who gave or refused, about what."""

    name: str
    protocol: str = "osvs"
    role: str = "leerkracht"
    medium: str = "website"
    text: str = ""
    for_school: bool = True
    photos: tuple[tuple[str, ...], ...] = ()
    shows: tuple[Shows, ...] = ()
    ticks: frozenset[str] = frozenset()
    facts: Mapping[str, object] = field(default_factory=lambda: dict(ORDINARY))
    purpose: str = ""
    moment: datetime = TUESDAY
    said: tuple[tuple[str, str, str], ...] = ()  # (giver, "ja" | "nee", item)

    def __str__(self) -> str:
        return self.name
