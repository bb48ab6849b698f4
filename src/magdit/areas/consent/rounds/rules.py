"""When someone is asked again, and whom one asks about a person. Knows dates and bonds; knows no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from magdit.areas.people.rules import voice
from magdit.words.roles import ROLES

OWN_ROLES = frozenset({"leerling", "oud_leerling", "zelf"})


@dataclass(frozen=True, slots=True)
class Guardian:
    """Someone around a child: authority as known (ja, nee, onbekend), and the last day of the bond."""

    id: UUID
    authority: str
    ended: date | None = None


def whom_to_ask(
    person: UUID, roles: Iterable[str], guardians: Iterable[Guardian], *, born: date | None, today: date
) -> frozenset[UUID]:
    """The people whose answer is asked in these roles. Without known authority nobody is asked: the office finds out.

    Everyone with authority is asked, also where the yes of one is enough: the other may say no (BW 1:253i).
    """
    wanted = set(roles)
    own = {person} if wanted & OWN_ROLES else set()
    if not wanted & ROLES.below("ouder"):
        return frozenset(own)
    return frozenset(own | {one.id for one in guardians if voice(one, born=born, on=today).yes})


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
