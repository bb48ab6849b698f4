"""Days and hours as people say them: vrijdag 4 september 2026, 17.00 uur."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

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


def say_hour(hour: time) -> str:
    """An hour in a timetable: "08.00"."""
    return f"{hour:%H.%M}"


def say_within(within: str) -> str:
    """A term, or the last day there is: "binnen: 2 weken", "uiterlijk: zaterdag 1 februari 2025"."""
    try:
        return f"uiterlijk: {say_day(date.fromisoformat(within))}"
    except ValueError:
        return f"binnen: {say_period(within)}"


def say_until(first_other: datetime) -> str:
    """Until when something holds, told the first moment at which it no longer does: "tot en met 17.00 uur" or "tot"."""
    last = first_other - timedelta(seconds=1)
    if first_other.second and last.time() != time.min:
        return f"tot en met {say_moment(last)}"
    return f"tot {say_moment(first_other)}"


def say_wait(first: date) -> str:
    """Until when to wait, told the first day or moment at which it may: "tot maandag …", "tot na …, 12.00 uur"."""
    if not isinstance(first, datetime):
        return f"tot {say_day(first)}"
    last_not = first - timedelta(seconds=1)
    return f"tot na {say_moment(last_not)}" if first.second else f"tot {say_moment(first)}"


def say_period(period: str) -> str:
    """A period such as P2Y or PT72H as people say it: "2 jaar", "72 uur"; other words stay as they are."""
    if not period.startswith("P"):
        return period.replace("_", " ")
    days, _, hours = period.partition("T")
    said = [f"{count} {UNITS[unit][count != '1']}" for count, unit in re.findall(r"(\d+)([YMWD])", days)]
    said += [f"{count} {HOURS[unit][count != '1']}" for count, unit in re.findall(r"(\d+)([HM])", hours)]
    return " en ".join(said) or period


UNITS = {"Y": ("jaar", "jaar"), "M": ("maand", "maanden"), "W": ("week", "weken"), "D": ("dag", "dagen")}
HOURS = {"H": ("uur", "uur"), "M": ("minuut", "minuten")}
