"""Who handles a possible data breach, what follows on what, and how much time is left. Knows no rows."""

from __future__ import annotations

from datetime import datetime, timedelta

HANDLERS = ("fg", "bestuur", "schoolleiding")
REPORTED, NO_BREACH, BREACH, CLOSED = "gemeld", "geen_lek", "lek", "gesloten"
UNLIKELY, RISK, HIGH = "onwaarschijnlijk", "risico", "hoog"
EARLIEST = timedelta(days=366)  # how long ago a school can have heard of what it writes down now
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_A_DAY = 20  # of one person: each report mails who handles it
REMIND_LEFT, REMIND_EVERY = timedelta(hours=24), timedelta(hours=20)


def hours_left(due: datetime, at: datetime) -> int:
    """Whole hours until it must be reported; below nought when it is late."""
    return (due - at) // HOUR


def part_gone(known: datetime, due: datetime, at: datetime) -> int:
    """How much of the time has gone, in hundredths."""
    whole = (due - known) / HOUR
    return 100 if whole <= 0 else max(0, min(100, round(100 * ((at - known) / HOUR) / whole)))


def waits_for_report(*, state: str, must_report: bool | None, reported_at: datetime | None) -> bool:
    """Whether the clock still runs: until it is reported, or decided that it need not be."""
    return state == REPORTED or (state == BREACH and bool(must_report) and reported_at is None)


def steps_open(
    *, state: str, must_report: bool | None, must_tell: bool | None, reported_at: datetime | None,
    told_at: datetime | None,
) -> tuple[str, ...]:  # fmt: skip
    """What must be done before it can be closed."""
    if state == REPORTED:
        return ("beoordelen",)
    if state != BREACH:
        return ()
    report = ("melden",) if must_report and reported_at is None else ()
    return report + (("inlichten",) if must_tell and told_at is None else ())
