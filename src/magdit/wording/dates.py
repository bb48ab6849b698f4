"""Days and hours as people say them: vrijdag 4 september 2026, 17.00 uur."""

from __future__ import annotations

from datetime import date, datetime

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()


def say_day(day: date) -> str:
    """A day with its name: "vrijdag 4 september 2026"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def say_moment(moment: datetime) -> str:
    """A day and hour; midnight is said as the day alone."""
    if (moment.hour, moment.minute) == (0, 0):
        return say_day(moment)
    return f"{say_day(moment)}, {moment.hour}.{moment.minute:02} uur"
