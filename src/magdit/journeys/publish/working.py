"""The work that nobody waits for, round after round: films are looked at, posts placed, taken down, judged again.

One worker at a time, by a lock on a file: it goes when the process dies. What a round does is the same as what the
nightly does, and what one that was killed left behind is taken up by the next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import close_old_connections, connection

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Board
from magdit.journeys.hand_in.taking_in import look_at_waiting, waiting
from magdit.journeys.one_at_a_time import AlreadyAtWork, alone, remember, remembered
from magdit.journeys.publish.again import rejudge_all, rejudge_changed
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.planned import due_now, send_planned
from magdit.journeys.publish.taking_down import take_down_waiting
from magdit.journeys.publish.turns import give_turns

ACTOR = Ref("systeem", "publiceren")
MEMORY, OF_FILMS = "work", "films"
LOG = logging.getLogger("magdit.work")


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work for one board; answers how much was done. `rest`: a worker does it no more often than that."""

    name: str
    does: Callable[[Doing], int]
    rest: timedelta = timedelta(0)


def _look_at_films(doing: Doing) -> int:
    """The films of one board that wait, unless another process is at films."""
    return _with_films(look_at_waiting, doing)


def _send_long(doing: Doing) -> int:
    """The posts that are due and have a film of which no copy was made yet, unless another process is at films."""
    return _with_films(partial(send_planned, long=True), doing)


def _with_films(does: Callable[[Doing], int], doing: Doing) -> int:
    try:
        with alone(OF_FILMS):
            return does(doing)
    except AlreadyAtWork:
        return 0


# What must go comes first.
FIRST = (
    Work("weghalen", take_down_waiting),
    Work("veranderd", rejudge_changed, rest=timedelta(minutes=1)),
    Work("beurten", give_turns, rest=timedelta(seconds=30)),
)
THEN = (
    Work("plaatsen", place_waiting),
    Work("kruisend", take_down_waiting),  # a no that came while it was being placed
)
FILMS = Work("films", _look_at_films)
WORK = (*FIRST, Work("ingepland", send_planned), *THEN, FILMS)
# Looking at a film and making its copy may take an hour each: a worker leaves both to a process beside it.
AT_ONCE = (*FIRST, Work("ingepland", partial(send_planned, long=False)), *THEN)
BESIDE = (Work("ingepland", _send_long), FILMS)


@dataclass
class Worker:
    """Goes round as long as it lives. `clock` gives the moment, `stopping` says that it is enough."""

    clock: Callable[[], datetime]
    stopping: Callable[[], bool] = lambda: False
    work: tuple[Work, ...] = WORK
    rested: dict[str, datetime] = field(default_factory=dict)

    def round(self) -> dict[str, int]:
        """Everything that waits, for every board; what fails stops nothing else. How much of each was done."""
        done: dict[str, int] = {}
        for work in self.work:
            if self.stopping():
                return done
            if self._has_rested(work):
                done[work.name] = sum(_done(work, Doing(ACTOR, board, self.clock())) for board in _boards())
        _tell(self.clock(), done)
        return done

    def _has_rested(self, work: Work) -> bool:
        last = self.rested.get(work.name)
        if last is not None and self.clock() - last < work.rest:
            return False
        self.rested[work.name] = self.clock()
        return True


def judge_all_again(at: datetime) -> int:
    """Nightly: everything that is out, judged with the answers and rules of today."""
    return sum(rejudge_all(Doing(ACTOR, board, at)) for board in _boards())


def work_once(at: datetime) -> int:
    """Nightly: one round, also where no worker runs."""
    try:
        with alone(MEMORY):
            return sum(Worker(lambda: at).round().values())
    except AlreadyAtWork:
        return 0


def work_on_films(at: datetime) -> int:
    """Beside a worker: every film that waits to be looked at, or to be sent; how many."""
    return sum(_done(work, Doing(ACTOR, board, at)) for work in BESIDE for board in _boards())


def films_wait(doing: Doing) -> bool:
    """Whether this board has a film that nobody looked at yet, or one that is due to be sent."""
    return waiting().filter(draft__board=doing.board).exists() or bool(due_now(doing, long=True))


def last_round() -> datetime | None:
    """When a worker last went round."""
    try:
        return datetime.fromisoformat(remembered(MEMORY)["rond"])
    except (ValueError, KeyError, TypeError):
        return None


def _done(work: Work, doing: Doing) -> int:
    if not connection.in_atomic_block:
        close_old_connections()
    try:
        return int(work.does(doing))
    except Exception as error:  # the next round tries again; the words of an error may hold names
        LOG.error("work failed: %s (%s)", work.name, type(error).__name__)
        return 0


def _boards() -> list[UUID]:
    return list(Board.objects.order_by("pk").values_list("pk", flat=True))


def _tell(at: datetime, done: dict[str, int]) -> None:
    remember(MEMORY, {"rond": at.isoformat(), "gedaan": done})
