"""Writing down when a school is closed: one period at a time, a list, or the holidays of its region."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.entry import free_text
from magdit.areas.people.models import School
from magdit.areas.people.rights import KEEPERS, require
from magdit.areas.registers.models_days import FreeDays

HOLIDAYS = Path(__file__).parent / "data" / "vakanties.toml"
REGIONS = ("noord", "midden", "zuid")
SETTERS = (*KEEPERS, "bestuur")
MOST_NAME, MOST_LINES = 80, 200
LONGEST = timedelta(days=100)
HAND, LIST, REGION = "school", "lijst", "regio"


@dataclass(frozen=True, slots=True)
class Period:
    """No school from the first day up to and including the last."""

    name: str
    first: date
    last: date


@transaction.atomic
def add_periods(doing: Doing, school: School, periods: Iterable[Period], *, source: str = HAND) -> int:
    """Write these down, all or none; what is there already is not written twice. How many came in."""
    require(doing, SETTERS, school=school)
    wanted = [_checked(one) for one in periods]
    known = set(FreeDays.objects.filter(school=school).values_list("first", "last"))
    new = {(one.first, one.last): one for one in wanted if (one.first, one.last) not in known}
    FreeDays.objects.bulk_create(
        FreeDays(board_id=doing.board, school=school, name=one.name, first=one.first, last=one.last, source=source)
        for one in new.values()
    )
    if new:
        record(doing, "vrije dagen gezet", _ref(school), details={"aantal": len(new), "bron": source})
    return len(new)


@transaction.atomic
def take_region(doing: Doing, school: School, region: str) -> int:
    """Take over the holidays of a region; what was taken over of another one and is not over yet goes."""
    require(doing, SETTERS, school=school)
    if region not in REGIONS:
        raise Refused("no_such_setting")
    periods = holidays_of(region)
    days = {(one.first, one.last) for one in periods}
    for row in FreeDays.objects.filter(school=school, source=REGION, first__gt=doing.today):
        if (row.first, row.last) not in days:
            row.delete()
    return add_periods(doing, school, [one for one in periods if one.last >= doing.today], source=REGION)


@transaction.atomic
def remove_period(doing: Doing, school: School, row_id: UUID) -> None:
    """There is school on these days after all. The days of the board are not a school's to remove."""
    require(doing, SETTERS, school=school)
    row = FreeDays.objects.select_for_update().filter(pk=row_id, school=school).first()
    if row is None:
        raise Refused("not_yours")
    record(doing, "vrije dagen weg", _ref(school), details={"van": row.first, "tot": row.last})
    row.delete()


def read_lines(text: str) -> list[Period]:
    """A list as it is pasted or comes out of a spreadsheet: name; from; until, a line each. Refused with the line."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise Refused("too_many_periods", most=MOST_LINES)
    return [_read(line, number) for number, line in enumerate(lines, 1)]


@cache
def holidays_of(region: str) -> tuple[Period, ...]:
    """The holidays of a region as they were published."""
    return tuple(
        Period(row["naam"], *map(date.fromisoformat, row.get("alle") or row[region])) for row in _table()["vakantie"]
    )


def checked_on() -> date:
    """On which day the table of holidays was checked."""
    found: date = _table()["nagekeken"]
    return found


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(HOLIDAYS.read_text(encoding="utf-8"))


def _read(line: str, number: int) -> Period:
    parts = [part.strip().strip('"') for part in line.replace("\t", ";").split(";")]
    try:
        name, first, last = (*parts, parts[-1])[:3] if len(parts) == 2 else parts
        return _checked(Period(name, _day(first), _day(last)))
    except ValueError:
        raise Refused("unreadable_period", line=number) from None


def _day(text: str) -> date:
    """2027-02-20 or 20-02-2027."""
    parts = text.split("-")
    return date.fromisoformat(text if len(parts[0]) == 4 else "-".join(reversed([one.zfill(2) for one in parts])))


def _checked(one: Period) -> Period:
    name = free_text(one.name, field="naam", most=MOST_NAME)
    if not name:
        raise Refused("period_without_name")
    if not one.first <= one.last <= one.first + LONGEST:
        raise Refused("no_such_period", most=LONGEST.days)
    return Period(name, one.first, one.last)


def _ref(school: School) -> Ref:
    return Ref("school", str(school.pk))
