"""Days and hours on which something may happen. Both bounds lie inside: "tot 17:00" includes 17:00 itself.

From 22:00 until 07:00 runs over midnight: it belongs to the day on which it begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from operator import itemgetter

from magdit.norms.model import Window
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, truth

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)


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


def turning_on(windows: Iterable[Window], weekday: int) -> list[tuple[timedelta, timedelta]]:
    """The times of this day of the week at which one of them opens or was last open, each with when to look at it.

    Told as time since the day began and in the order of looking: at that time itself, and in the second after it.
    """
    found = set()
    for window in windows:
        opening, closing = _since(window.start or time.min), _since(window.end or time.max)
        if weekday in window.days:
            found.add(opening)
        if (weekday - is_overnight(window)) % 7 in window.days:
            found.add(closing)
    shown = [(edge, moment) for edge in found for moment in (edge, edge - edge % A_SECOND + A_SECOND)]
    return sorted(shown, key=itemgetter(1))


def _since(hour: time) -> timedelta:
    """How long the day is under way at this hour."""
    return timedelta(hours=hour.hour, minutes=hour.minute, seconds=hour.second, microseconds=hour.microsecond)


def is_overnight(window: Window) -> bool:
    """Whether it runs over midnight, into the day after."""
    return window.start is not None and window.end is not None and window.start > window.end
