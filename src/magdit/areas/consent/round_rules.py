"""When someone is asked again, and whom one asks about a child. Knows dates and bonds; knows no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from magdit.words.roles import ROLES

OWN_ROLES = frozenset({"leerling", "oud_leerling", "zelf"})


@dataclass(frozen=True, slots=True)
class Bond:
    """Someone around a child: as what, with which authority (ja, nee, onbekend), and until which day (inside)."""

    guardian: UUID
    relation: str
    authority: str
    ended: date | None = None


def whom_to_ask(person: UUID, roles: Iterable[str], bonds: Iterable[Bond], *, today: date) -> frozenset[UUID]:
    """The people whose answer is asked in these roles. Without known authority nobody is asked: the office finds out.

    Everyone with authority is asked, also where the yes of one is enough: the other may say no (BW 1:253i).
    """
    roles = set(roles)
    asked = {person} if roles & OWN_ROLES else set()
    parents = {bond.guardian for bond in bonds if lasts(bond, today) and bond.authority == "ja"}
    return frozenset(asked | parents if roles & ROLES.below("ouder") else asked)


def lasts(bond: Bond, today: date) -> bool:
    """Whether this bond is still there on this day."""
    return bond.ended is None or bond.ended >= today


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a school reminds: after so many days, and so many times at most."""

    after_days: int
    most: int


def reminder_is_due(asked: date, reminded: date | None, count: int, rhythm: Rhythm, *, today: date) -> bool:
    """Whether someone who has not answered is reminded today."""
    last = reminded or asked
    return count < rhythm.most and today >= last + timedelta(days=rhythm.after_days)


def is_open(opens: date, closes: date | None, *, today: date) -> bool:
    """Whether a round runs on this day; both bounds lie inside. Answering is possible on any day, round or not."""
    return opens <= today and (closes is None or today <= closes)


def birthday(born: date, age: int) -> date:
    """The day on which someone becomes this old; who was born on 29 February has it on 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
