"""How the round of this school year goes, as the office sees it: per class, and what waits to be sent. Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from magdit.areas.consent.models import Letter, Round
from magdit.areas.consent.rounds.actions import due_on
from magdit.areas.consent.rounds.letter_values import still_needed
from magdit.areas.consent.rounds.post import MOST_TRIES, NOT_SENT, last_printed, tray
from magdit.areas.consent.rounds.queries import ClassCount, stand
from magdit.areas.consent.rounds.rules import is_open
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Person, School
from magdit.norms.act import school_year


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class of the round: its counts, and everyone in it who is still waited for."""

    count: ClassCount
    begun: tuple[Person, ...]
    silent: tuple[Person, ...]
    nobody_to_ask: tuple[Person, ...]

    @property
    def part(self) -> int:
        """How much of it is complete, of a hundred."""
        return 100 * self.count.complete // self.count.asked if self.count.asked else 0


@dataclass(frozen=True, slots=True)
class RoundNow:
    """A round as it stands today. `due`: how many would be reminded now; `last`: when that was done last.

    `unsent`: how many questions lie ready and did not leave yet.
    """

    round: Round
    runs: bool
    classes: tuple[ClassLine, ...]
    asked: int
    complete: int
    due: int
    last: datetime | None
    newcomers: int
    unsent: int

    @property
    def part(self) -> int:
        """How much of the school is complete, of a hundred."""
        return 100 * self.complete // self.asked if self.asked else 0

    @property
    def nobody_to_ask(self) -> int:
        """About how many nobody can be asked."""
        return sum(len(line.nobody_to_ask) for line in self.classes)


def round_of(school: School, on: date) -> Round | None:
    """The round of the school year of this day."""
    return Round.objects.filter(school=school, year=school_year(on)).first()


def how_it_goes(school: School, on: date) -> RoundNow | None:
    """The round of this year, class by class; None when nobody opened it yet."""
    ready = Q(requests__letters__sent_at=None, requests__letters__kind="vraag", requests__ended_at=None)
    rounds = Round.objects.filter(school=school, year=school_year(on))
    found = rounds.annotate(unsent=Count("requests__letters", filter=ready)).first()
    if found is None:
        return None
    found.school = school
    now = stand(found, on=on)
    reminded = [one.request.reminded_at for one in now.still_open if one.request.reminded_at is not None]
    runs = is_open(found.opens, found.closes, today=on)
    return RoundNow(
        round=found,
        runs=runs,
        classes=tuple(_line(count, now.people) for count in now.classes),
        asked=sum(count.asked for count in now.classes),
        complete=sum(count.complete for count in now.classes),
        due=len(due_on(found, now.still_open, on)) if runs else 0,
        last=max(reminded, default=None),
        newcomers=now.newcomers if runs else 0,
        unsent=found.unsent,
    )


def class_of(now: RoundNow, group: UUID | None) -> ClassLine | None:
    """One class of a round; without a group: the pupils who are in no class."""
    wanted = (line for line in now.classes if line.count.group == group)
    return next(wanted, None)


@dataclass(frozen=True, slots=True)
class Tray:
    """What waits to be sent: by e-mail and on paper, what failed, and what is no longer tried.

    `printed`: how many letters left on paper the last time, at that moment.
    """

    by_mail: int
    on_paper: int
    failed: tuple[Letter, ...]
    stuck: int
    printed: tuple[int, datetime] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not (self.by_mail or self.on_paper or self.failed or self.stuck)


def tray_of(doing: Doing, school: School) -> Tray:
    """The letters of a school that were not sent yet, without those about what was answered meanwhile."""
    every = list(tray(school))
    still = still_needed(doing, school, every)
    waiting = [one for one in every if one.pk in still]
    mailed = [one for one in waiting if one.request.asked.email]
    stuck = sum(one.tried >= MOST_TRIES for one in mailed)
    failed = tuple(one for one in waiting if one.failed == NOT_SENT)[:50]
    return Tray(len(mailed) - stuck, len(waiting) - len(mailed), failed, stuck, _printed(school))


def _printed(school: School) -> tuple[int, datetime] | None:
    last = last_printed(school)
    return None if last is None else (last[0].count(), last[1])


def _line(count: ClassCount, people: Mapping[UUID, Person]) -> ClassLine:
    def named(ids: tuple[UUID, ...]) -> tuple[Person, ...]:
        return tuple(people[one] for one in ids if one in people)

    return ClassLine(count, named(count.begun), named(count.silent), named(count.nobody_to_ask))
