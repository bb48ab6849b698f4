"""Until when an answer holds: the first moment at which time alone changes it (an hour, a year's end, a birthday)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from magdit.norms.act import Act, Consent, school_year
from magdit.norms.differing import CONSENTS, with_derived
from magdit.norms.judge import Book, Outcome, outcome_of
from magdit.norms.mendable import is_held_up
from magdit.norms.model import ConsentRule
from magdit.norms.periods import after_period, is_period
from magdit.norms.turns import FAR, around, beginning, just_after, midnight, worth_a_look

MOST_LOOKS = 300


def valid_until(book: Book, act: Act, outcome: Outcome, layers: frozenset[str] | None) -> datetime | None:
    """The first moment after the act at which its outcome changes by time alone; None when no such moment is known.

    Of an act told by its day only, only days are looked at. After very many looks: the moment up to which we looked.
    """
    if act.moment is None or act.moment.year > FAR:
        return None
    by_hour = isinstance(act.moment, datetime)
    start = beginning(act.moment)
    ends = [midnight(ready.pack.lifecycle.end) for ready in book.packs if ready.pack.lifecycle.end is not None]
    last = min((end for end in ends if end > start), default=None)
    clock = with_derived(frozenset({"moment"}), act)
    stays_forbidden = outcome.value == "mag_niet" and is_held_up(outcome, clock)
    if stays_forbidden or all(ready.reads_of(act).isdisjoint(clock) for ready in book.packs):
        return last
    for looks, turn in enumerate(worth_a_look(book.packs, act, start, _turns(book, act), by_hour=by_hour)):
        if last is not None and turn >= last:
            break
        then = act.with_fact("moment", turn if by_hour else turn.date())
        supposed = outcome.situation.supposing(then, clock)
        if looks == MOST_LOOKS or outcome_of(book.packs, supposed, layers=layers).value != outcome.value:
            return turn
    return last


def _turns(book: Book, act: Act) -> Iterator[datetime]:
    """The moments at which something turns: an age, an answer, a leave, a date that a clause names."""
    people = [person for group in act.people.values() for person in group or ()]
    births = {person.facts.get("geboortedatum") for person in people}
    # What people of one class answered turns on the same few days.
    answers = {(one.on, one.until, one.used): one for person in people for one in person.consents or ()}.values()
    for ready in book.packs:
        reads = ready.reads_of(act)
        if "leeftijd" in reads:
            yield from (midnight(day) for born in births for day in _birthdays(born, ready.ages))
        for rule in ready.pack.consent_rules if CONSENTS in reads else ():
            yield from (midnight(day) for answer in answers for day in _ends(answer, rule))
        for day in ready.dates:
            yield from around(day)
    for edge in (edge for grant in act.grants or () for edge in (grant.start, grant.until)):
        if edge is not None and edge.year < FAR:
            yield from (edge, just_after(edge))


def _birthdays(born: object, ages: frozenset[int]) -> Iterator[date]:
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
    if consent.until is not None and consent.until.year < FAR:
        yield consent.until + timedelta(days=1)
    if consent.on is None or consent.on.year > FAR:
        return
    yield consent.on
    if rule.valid == "schooljaar" or (rule.valid == "eenmalig" and consent.used is None):
        yield date(school_year(consent.on) + 1, 8, 1)
    elif is_period(rule.valid):
        yield after_period(consent.on, rule.valid)
