"""Days and hours on which something may happen. Both bounds lie inside: "tot 17:00" includes 17:00 itself."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from magdit.norms.act import day_of
from magdit.norms.model import Window
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, truth

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def inside(window: Window, moment: date | datetime | None) -> Truth:
    """Whether a moment lies in the window; of a day without an hour only the day is known."""
    if moment is None:
        return UNKNOWN
    if day_of(moment).weekday() not in window.days:
        return NO
    if not isinstance(moment, datetime):
        return YES if window.start is None and window.end is None else UNKNOWN
    clock = moment.time()
    after_start = window.start is None or window.start <= clock
    before_end = window.end is None or clock <= window.end
    return truth(after_start and before_end)


def edges(window: Window, moment: datetime, *, days: int = 8) -> list[datetime]:
    """The moments after this one at which the window opens or has just closed, within so many days."""
    found: list[datetime] = []
    for ahead in range(days):
        day = moment.date() + timedelta(days=ahead)
        if day.weekday() not in window.days:
            continue
        found.append(datetime.combine(day, window.start or time.min))
        found.append(datetime.combine(day, window.end or time.max))
    return [edge for edge in found if edge >= moment]


def next_opening(window: Window, moment: datetime) -> datetime | None:
    """The first moment from this one on that lies inside the window, or None when it never opens."""
    if inside(window, moment) is YES:
        return moment
    for ahead in range(8):
        day = moment.date() + timedelta(days=ahead)
        opening = datetime.combine(day, window.start or time.min)
        if day.weekday() in window.days and opening >= moment:
            return opening
    return None
