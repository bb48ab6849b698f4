"""Days and hours on which something may happen. Both bounds lie inside: "tot 17:00" includes 17:00 itself.

From 22:00 until 07:00 runs over midnight: it belongs to the day on which it begins.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from magdit.norms.model import Window
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, truth

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
A_DAY = timedelta(days=1)


def inside(window: Window, moment: date | datetime | None) -> Truth:
    """Whether a moment lies in the window; of a day without an hour only the day is known."""
    if moment is None:
        return UNKNOWN
    overnight = is_overnight(window)
    begun = moment.weekday() in window.days
    last_night = overnight and (moment.weekday() - 1) % 7 in window.days
    if not begun and not last_night:
        return NO
    if not isinstance(moment, datetime):
        return YES if window.start is None and window.end is None else UNKNOWN
    clock = moment.time()
    after_start = begun and (window.start is None or window.start <= clock)
    before_end = (last_night if overnight else begun) and (window.end is None or clock <= window.end)
    return truth(after_start or before_end if overnight else after_start and before_end)


def edges(window: Window, moment: datetime, *, days: int = 8) -> list[datetime]:
    """The moments from this one on at which the window opens or is open for the last time, within so many days."""
    found: list[datetime] = []
    for ahead in range(-1, days):
        day = moment.date() + A_DAY * ahead
        if day.weekday() in window.days:
            closing = day + A_DAY if is_overnight(window) else day
            found.append(datetime.combine(day, window.start or time.min))
            found.append(datetime.combine(closing, window.end or time.max))
    past = datetime.combine(moment.date() + A_DAY * days, time.min)
    return [edge for edge in found if moment <= edge < past]


def is_overnight(window: Window) -> bool:
    """Whether it runs over midnight, into the day after."""
    return window.start is not None and window.end is not None and window.start > window.end
