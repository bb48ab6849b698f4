"""What else keeps a file: asked of the areas above, which know what people do not. They say so when they start.

So the area of people need not know what a publication or a consent is, and nobody can forget to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from magdit.areas.people.models import Person

Keeper = Callable[[Person, int], date | None]
_keepers: dict[str, Keeper] = {}


def ask_before_removal(name: str, keeper: Keeper) -> None:
    """From now on `keeper(person, keep_years)` is asked: the first day on which it lets go, None when it never held.

    It raises Refused while there is no such day yet.
    """
    _keepers[name] = keeper


def held_until(person: Person, *, keep_years: int) -> date | None:
    """The first day on which everything lets go of this person's file; None when nothing holds it."""
    days = [keeper(person, keep_years) for keeper in _keepers.values()]
    return max((day for day in days if day is not None), default=None)
