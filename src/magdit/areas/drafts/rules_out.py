"""How a publication goes on: how often it is tried, and who sends it. Knows no rows."""

from __future__ import annotations

from datetime import datetime, timedelta

# Who sends a post out on an account of the school: who works there. What the protocol says of them is in the verdict.
SENDERS = ("medewerker",)
WAITING, PLACED, FAILED, LEAVING, GONE, ON_PAPER = (
    "wordt_geplaatst", "geplaatst", "mislukt", "wordt_weggehaald", "weg", "op_papier",
)  # fmt: skip
LEASE = timedelta(minutes=10)  # longer than any connector may take: then whoever was at work on it has died
STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 20, 30))  # and then every hour
SLOWEST = timedelta(hours=1)
MOST_TRIES = 28  # about a day


def next_try(at: datetime, tries: int) -> datetime:
    """When it is tried again after so many tries: soon at first, and then ever slower."""
    return at + (STEPS[tries - 1] if 0 < tries <= len(STEPS) else SLOWEST)


def is_tried_long_enough(tries: int) -> bool:
    """Whether a person must look at it now, for it will not come by itself."""
    return tries >= MOST_TRIES


def title_of(text: str, *, otherwise: str, most: int = 80) -> str:
    """The first line, cut between two words; channels that want a title get this one."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), otherwise)
    return first if len(first) <= most else first[:most].rpartition(" ")[0].rstrip(",;: ") + " …"
