"""Periods such as P2Y or P10D (ISO 8601, years, months, weeks and days) and the day on which they end."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

PERIOD = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


def is_period(text: str) -> bool:
    """Whether this reads as a period of at least one part."""
    return text != "P" and PERIOD.fullmatch(text) is not None


def after_period(start: date, period: str) -> date:
    """The first day after a period that began on `start`; raises ValueError for other text."""
    found = PERIOD.fullmatch(period)
    if found is None or period == "P":
        raise ValueError(period)
    part = {name: int(value or 0) for name, value in found.groupdict().items()}
    months = start.month - 1 + part["months"]
    year, month = start.year + part["years"] + months // 12, months % 12 + 1
    day = min(start.day, monthrange(year, month)[1])
    return date(year, month, day) + timedelta(days=part["days"] + 7 * part["weeks"])
