"""The moments at which windows and dates turn: at which something may be otherwise by time alone. Never judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from magdit.norms.act import Act
from magdit.norms.model import Window
from magdit.norms.pieces import WINDOW
from magdit.norms.ready import ReadyPack
from magdit.norms.truth import Truth
from magdit.norms.windows import A_DAY, A_SECOND, inside, turning_on

MOST_KEPT = 256
FAR = 9000  # a year that means "for ever"; beyond it the calendar ends


@dataclass(frozen=True, slots=True)
class Week:
    """The windows that something said of an act hangs on, and at what time of each weekday they turn."""

    windows: tuple[Window, ...]
    turning: tuple[list[tuple[timedelta, timedelta]], ...]

    def state(self, moment: datetime, by_hour: bool) -> tuple[Truth, ...]:
        """Which windows are open then."""
        return tuple([inside(window, moment if by_hour else moment.date()) for window in self.windows])

    def ahead(self, here: datetime) -> Iterator[datetime]:
        """The moments at which a window opens or has just closed, in order, until this day comes back."""
        today = _morning(here)
        for edge, moment in self.turning[today.weekday()]:
            if today + edge >= here and today + moment > here:
                yield today + moment
        for day in (today + A_DAY * ahead for ahead in range(1, 8)):
            for _, moment in self.turning[day.weekday()]:
                yield day + moment


@lru_cache(MOST_KEPT)
def week_of(windows: tuple[Window, ...]) -> Week:
    """The week of these windows: the same for every act that hangs on them."""
    return Week(windows, tuple(turning_on(windows, weekday) for weekday in range(7)))


def worth_a_look(
    packs: Iterable[ReadyPack], act: Act, start: datetime, turns: Iterable[datetime], *, by_hour: bool
) -> Iterator[datetime]:
    """Every moment at which something turns, and after each the first moment in every state of the windows.

    Windows come back each week: once all their states were looked at, nothing new happens until the next turn.
    """
    week = week_of(tuple([window for ready in packs for window in _windows_read(ready, act)]))
    whole_days = (turn if by_hour else day for turn in turns for day in (_morning(turn), _morning(turn) + A_DAY))
    following = sorted({turn for turn in whole_days if turn > start})
    last = (following or [start])[-1] + 9 * A_DAY
    states = (2 if by_hour else 3) ** len(week.windows)
    for here, end in zip((start, *following), (*following, last), strict=True):
        if here > start:
            yield here
        seen = {week.state(here, by_hour)}
        for moment in week.ahead(here) if by_hour else (here + A_DAY * ahead for ahead in range(1, 8)):
            state = week.state(moment, by_hour)
            if moment < end and state not in seen:
                seen.add(state)
                yield moment
            if len(seen) == states:
                break


def around(day: date) -> tuple[datetime, datetime]:
    """When a comparison with this day or moment turns: as it begins, and as it has passed."""
    return (day, just_after(day)) if isinstance(day, datetime) else (midnight(day), midnight(day) + A_DAY)


def just_after(edge: datetime) -> datetime:
    """The first whole second after a moment that still belongs to what ends there."""
    return (edge + A_SECOND).replace(microsecond=0)


def beginning(moment: date | datetime) -> datetime:
    """The moment itself, or the first one of a day."""
    return moment if isinstance(moment, datetime) else midnight(moment)


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time.min)


def _windows_read(ready: ReadyPack, act: Act) -> list[Window]:
    """The windows that something said of this act hangs on; the others may open and close as they will."""
    reads = ready.reads_of(act)
    return [window for window in ready.pack.windows if WINDOW + window.name in reads]


def _morning(moment: datetime) -> datetime:
    return midnight(moment.date())
