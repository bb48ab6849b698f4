"""A pack with one bound moved by one: an age, a day, a minute, a number, a term; and a place in an order of steps.

Bounds that decide an answer (or the life of the protocol) come apart from those that only stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from magdit.norms.conditions.tree import Compare, Node
from magdit.norms.model import Pack
from tests.protocols.mutants.trees import leaf_by_leaf, with_changed_conditions, with_part

DAY = timedelta(days=1)
STEPS = (-1, 1)
COUNT = re.compile(r"\d+(?=[A-Z]$)")
VALID = {
    "eenmalig": ("schooljaar",),
    "schooljaar": ("eenmalig", "P1Y", "tot_intrekking"),
    "tot_intrekking": ("schooljaar", "P1Y"),
}
# Terms that are words: what comes next to them, for a slip of one.
NEXT = {
    "direct": ("PT1H", "P1D"),
    "ochtend": ("middag",),
    "werkdag": ("dag", "week"),
    "schooljaar": ("kalenderjaar", "P2Y"),
    "les": ("dag",),
    "einde_les": ("einde_dag",),
    "vóór_start": ("direct",),
}
IN_LIVES = frozenset({"in_werking", "einde", "duur"})  # those stand in the life as days


def deciding_bounds(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """Bounds in conditions and windows, how long a consent holds, and the first and last day of the protocol."""
    yield from with_changed_conditions(pack, leaf_by_leaf(_moved))
    yield from _of_windows(pack)
    for field in ("start", "end"):
        day = getattr(pack.lifecycle, field)
        for days in STEPS if day is not None else ():
            life = replace(pack.lifecycle, **{field: day + days * DAY})
            yield f"levensloop {field} {days}", replace(pack, lifecycle=life)
    for at, rule in enumerate(pack.consent_rules):
        for valid in _validities(rule.valid):
            yield f"{rule.name} geldig {valid}", with_part(pack, "consent_rules", at, replace(rule, valid=valid))


def bounds_beside(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """Terms of duties, steps and leaves, days of the life, settings, rungs of a ladder, the order of steps."""
    for table, fields in (("duties", ("within", "repeats")), ("steps", ("within",)), ("powers", ("per", "until"))):
        for at, part in enumerate(getattr(pack, table)):
            for field in fields:
                for term in other_terms(getattr(part, field)):
                    changed = with_part(pack, table, at, replace(part, **{field: term}))
                    yield f"{part.clause} {table}[{at}] {field} {term}", changed
    for at, setting in enumerate(pack.settings):
        for value in other_terms(setting.value):
            yield f"{setting.name} {value}", with_part(pack, "settings", at, replace(setting, value=value))
    for key, told in pack.lifecycle.details.items():
        for value in _other_days(told) if key not in IN_LIVES else ():
            life = replace(pack.lifecycle, details={**pack.lifecycle.details, key: value})
            yield f"levensloop {key} {value}", replace(pack, lifecycle=life)
    yield from _in_order(pack)


def _in_order(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """A rung higher or lower; a step, or what it waits for, one earlier or later."""
    for at, measure in enumerate(pack.measures):
        for rung in (measure.rung + step for step in STEPS if measure.rung + step > 0):
            place = f"{measure.clause} trede {measure.group} {measure.rung} -> {rung}"
            yield place, with_part(pack, "measures", at, replace(measure, rung=rung))
    for at, step in enumerate(pack.steps):
        for number in (int(step.number) + more for more in STEPS if step.number.isdigit()):
            if number > 0:
                changed = replace(step, number=str(number))
                yield f"{step.clause} stap {step.number} -> {number}", with_part(pack, "steps", at, changed)
        for place, first in enumerate(step.after):
            for other in (first + more for more in STEPS if isinstance(first, int)):
                after = (*step.after[:place], other, *step.after[place + 1 :])
                yield (
                    f"{step.clause} stap {step.number} na {other}",
                    with_part(pack, "steps", at, replace(step, after=after)),
                )


def _of_windows(pack: Pack) -> Iterator[tuple[str, Pack]]:
    """A window that opens or shuts a minute off, or a day earlier or later in the week."""
    for at, window in enumerate(pack.windows):
        for field in ("start", "end"):
            if getattr(window, field) is not None:
                for minutes in STEPS:
                    moved = replace(window, **{field: _clock(getattr(window, field), minutes)})
                    yield f"venster {window.name} {field} {minutes}", with_part(pack, "windows", at, moved)
        days = window.days
        for week in (days[1:], days[:-1], (*days, (days[-1] + 1) % 7), ((days[0] - 1) % 7, *days)):
            if week and len(set(week)) == len(week):
                moved = replace(window, days=week)
                yield f"venster {window.name} dagen {week}", with_part(pack, "windows", at, moved)


def _moved(leaf: Node) -> Iterator[Node]:
    if not isinstance(leaf, Compare) or isinstance(leaf.bound, bool | str):
        return
    for step in STEPS:
        if isinstance(leaf.bound, datetime):
            yield replace(leaf, bound=leaf.bound + timedelta(minutes=step))
        elif isinstance(leaf.bound, date):
            yield replace(leaf, bound=leaf.bound + step * DAY)
        else:
            yield replace(leaf, bound=leaf.bound + step)


def _validities(valid: str) -> Iterator[str]:
    """How long a yes holds, one step shorter or longer."""
    yield from VALID.get(valid, ()) or other_terms(valid)


def other_terms(term: Any) -> Iterator[Any]:
    """A term, day or number, moved by one."""
    if isinstance(term, str) and COUNT.search(term):
        counts = (int(COUNT.search(term).group()) + step for step in STEPS)
        yield from (COUNT.sub(str(count), term) for count in counts if count > 0)
    elif isinstance(term, str):
        yield from _next_or_other_day(term)
    elif isinstance(term, date):
        yield from (term + step * DAY for step in STEPS)
    elif isinstance(term, int) and not isinstance(term, bool):
        yield from (term + step for step in STEPS)


def _next_or_other_day(term: str) -> Iterator[str]:
    if term in NEXT:
        yield from NEXT[term]
        return
    try:
        yield from ((date.fromisoformat(term) + step * DAY).isoformat() for step in STEPS)
    except ValueError:
        return


def _other_days(told: Any) -> Iterator[Any]:
    """What a life tells, with one of its days or terms moved, however deep."""
    if isinstance(told, list | tuple):
        for at, one in enumerate(told):
            yield from ([*told[:at], other, *told[at + 1 :]] for other in _other_days(one))
    elif isinstance(told, dict):
        for key, one in told.items():
            yield from ({**told, key: other} for other in _other_days(one))
    else:
        yield from other_terms(told)


def _clock(at: time, minutes: int) -> time:
    return (datetime.combine(date(2026, 1, 1), at) + timedelta(minutes=minutes)).time()
