"""What the rows about a child and those around them mean on a day: who counts, for a yes and for a no. Knows no rows.

A yes asks for authority that is known; a no does not (fail closed). What somebody answers is for the area consent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from magdit.norms.act import age_on

ADULT = 18  # authority over a child ends by law on this birthday


class Bond(Protocol):
    """Someone around a child: authority as known ("ja", "nee", "onbekend"), and the last day of the bond."""

    @property
    def authority(self) -> str: ...
    @property
    def ended(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Voice:
    """What the answer of someone may do: a yes that counts, a no that counts."""

    yes: bool
    no: bool


NO_VOICE = Voice(yes=False, no=False)


def voice(bond: Bond, *, born: date | None, on: date) -> Voice:
    """Whether this guardian's yes and no count on a day. Unknown authority counts for a no, never for a yes."""
    if not holds(bond, born=born, on=on):
        return NO_VOICE
    return Voice(yes=bond.authority == "ja", no=bond.authority != "nee")


def holds(bond: Bond, *, born: date | None, on: date) -> bool:
    """Whether the bond is there on a day: not ended, and the child is not of age."""
    of_age = born is not None and age_on(on, born) >= ADULT
    return not of_age and (bond.ended is None or on <= bond.ended)


def may_see_child(bond: Bond, *, born: date | None, on: date) -> bool:
    """Whether this guardian sees the child here.

    Unknown authority sees the child, or they could not say the no that counts. Without authority there is a right to
    be informed on request (BW 1:377c): the school answers that itself, not this register.
    """
    return voice(bond, born=born, on=on).no


def turns(born: date, age: int) -> date:
    """The day on which someone reaches an age; who was born on 29 February does so on 1 March of other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def born_by(day: date, age: int) -> date:
    """The last birth date with which someone has this age on a day."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:
        return date(day.year - age, 2, 28)


def year_bounds(year: int) -> tuple[date, date]:
    """The first and last day of the school year that begins in this calendar year."""
    return date(year, 8, 1), date(year + 1, 7, 31)


def removable_from(left_on: date, *, keep_years: int) -> date:
    """The first day on which the file of who left then may go: the day after the whole term."""
    return turns(left_on, keep_years) + timedelta(days=1)


def lasts(begins: date | None, ends: date | None, *, on: date) -> bool:
    """Whether a day lies between two days, both inside; an empty end is open."""
    return (begins is None or begins <= on) and (ends is None or on <= ends)
