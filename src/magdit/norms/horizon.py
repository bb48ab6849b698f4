"""Until when an answer holds: the first moment at which time alone changes it (an hour, a year's end, a birthday)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from magdit.norms.act import Act, Consent, Person, day_of, school_year
from magdit.norms.judge import Book, Outcome, outcome_of
from magdit.norms.model import ConsentRule
from magdit.norms.periods import after_period, is_period
from magdit.norms.situation import Situation
from magdit.norms.windows import edges

INSTANT = timedelta(microseconds=1)
MOST_LOOKS = 40
YEARS_AHEAD = 20


def valid_until(book: Book, act: Act, outcome: Outcome, layers: frozenset[str] | None) -> datetime | None:
    """The first moment after the act at which its outcome changes by time alone; None when no such moment is known."""
    start = _start(act.moment)
    if start is None:
        return None
    ends = [_midnight(ready.pack.lifecycle.end) for ready in book.packs if ready.pack.lifecycle.end is not None]
    last = min((end for end in ends if end > start), default=None)
    turns = sorted({turn for turn in _turns(book, act, start) if turn > start})
    for turn in turns[:MOST_LOOKS]:
        if last is not None and turn >= last:
            break
        if outcome_of(book.packs, Situation(act.with_fact("moment", turn)), layers=layers).value != outcome.value:
            return turn.replace(microsecond=0)
    return last


def _turns(book: Book, act: Act, start: datetime) -> Iterator[datetime]:
    """The moments worth a second look."""
    people = [person for group in act.people.values() for person in group or ()]
    for ready in book.packs:
        for window in ready.pack.windows:
            yield from (edge + INSTANT for edge in edges(window, start))
            yield from edges(window, start)
        for person in people:
            yield from (_midnight(day) for day in _birthdays(person, ready.ages))
            for rule in ready.pack.consent_rules:
                yield from (_midnight(day) for consent in person.consents or () for day in _ends(consent, rule))
        for day in ready.dates:
            yield from (_midnight(day), _midnight(day + timedelta(days=1)))
    for grant in act.grants or ():
        yield from (grant.until + INSTANT for _ in (1,) if grant.until is not None)
        yield from (grant.start for _ in (1,) if grant.start is not None)


def _birthdays(person: Person, ages: frozenset[int]) -> Iterator[date]:
    born = person.facts.get("geboortedatum")
    if isinstance(born, date):
        for age in ages:
            yield after_period(born, f"P{age}Y") if (born.month, born.day) != (2, 29) else _leap(born, age)


def _leap(born: date, age: int) -> date:
    """Someone born on 29 February has the birthday on 1 March in other years."""
    year = born.year + age
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, 2, 29) if is_leap else date(year, 3, 1)


def _ends(consent: Consent, rule: ConsentRule) -> Iterator[date]:
    """The first days on which this answer no longer holds under the rule."""
    if consent.until is not None:
        yield consent.until + timedelta(days=1)
    if consent.on is None:
        return
    yield consent.on
    if rule.valid == "schooljaar":
        yield date(school_year(consent.on) + 1, 8, 1)
    elif is_period(rule.valid):
        yield after_period(consent.on, rule.valid)


def _start(moment: date | datetime | None) -> datetime | None:
    if moment is None:
        return None
    return moment if isinstance(moment, datetime) else _midnight(day_of(moment))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
