"""Until when an answer holds: the first moment at which time alone changes it (an hour, a year's end, a birthday)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from magdit.norms.act import Act, Consent, Person, school_year
from magdit.norms.differing import CONSENTS, with_derived
from magdit.norms.judge import Book, Outcome, outcome_of
from magdit.norms.mendable import is_held_up
from magdit.norms.model import ConsentRule, Window
from magdit.norms.periods import after_period, is_period
from magdit.norms.pieces import WINDOW
from magdit.norms.ready import ReadyPack
from magdit.norms.truth import Truth
from magdit.norms.windows import edges, inside

INSTANT = timedelta(microseconds=1)
MOST_LOOKS = 300
A_DAY = timedelta(days=1)
FAR = 9000  # a year that means "for ever"; beyond it the calendar ends


def valid_until(book: Book, act: Act, outcome: Outcome, layers: frozenset[str] | None) -> datetime | None:
    """The first moment after the act at which its outcome changes by time alone; None when no such moment is known.

    Of an act told by its day only, only days are looked at. After very many looks: the moment up to which we looked.
    """
    if act.moment is None or act.moment.year > FAR:
        return None
    start = _start(act.moment)
    ends = [_midnight(ready.pack.lifecycle.end) for ready in book.packs if ready.pack.lifecycle.end is not None]
    last = min((end for end in ends if end > start), default=None)
    clock = with_derived(frozenset({"moment"}), act)
    stays_forbidden = outcome.value == "mag_niet" and is_held_up(outcome, clock)
    if stays_forbidden or all(ready.reads_of(act).isdisjoint(clock) for ready in book.packs):
        return last
    for looks, turn in enumerate(_worth_a_look(book, act, start)):
        if last is not None and turn >= last:
            break
        then = act.with_fact("moment", turn if isinstance(act.moment, datetime) else turn.date())
        supposed = outcome.situation.supposing(then, clock)
        if looks == MOST_LOOKS or outcome_of(book.packs, supposed, layers=layers).value != outcome.value:
            return turn.replace(microsecond=0)
    return last


def _worth_a_look(book: Book, act: Act, start: datetime) -> Iterator[datetime]:
    """Every moment at which something turns, and after each the first moment in every state of the windows.

    Windows come back each week: once all their states were looked at, nothing new happens until the next turn.
    """
    by_hour = isinstance(act.moment, datetime)
    windows = [window for ready in book.packs for window in _windows_read(ready, act)]
    turns = {turn if by_hour else day for turn in _turns(book, act) for day in (_morning(turn), _morning(turn) + A_DAY)}
    following = sorted(turn for turn in turns if turn > start)
    last = (following or [start])[-1] + 9 * A_DAY
    states = (2 if by_hour else 3) ** len(windows)
    for here, end in zip((start, *following), (*following, last), strict=True):
        if here > start:
            yield here
        seen = {_open_windows(windows, here, by_hour)}
        for moment in _week_after(windows, here) if by_hour else (here + A_DAY * ahead for ahead in range(1, 8)):
            state = _open_windows(windows, moment, by_hour)
            if moment < end and state not in seen:
                seen.add(state)
                yield moment
            if len(seen) == states:
                break


def _windows_read(ready: ReadyPack, act: Act) -> list[Window]:
    """The windows that something said of this act hangs on; the others may open and close as they will."""
    reads = ready.reads_of(act)
    return [window for window in ready.pack.windows if WINDOW + window.name in reads]


def _week_after(windows: list[Window], here: datetime) -> Iterator[datetime]:
    """The moments at which a window opens or has just closed, in order."""
    for start in (here, *(_morning(here) + A_DAY * ahead for ahead in range(1, 8))):
        turns = [edge for window in windows for edge in edges(window, start, days=1)]
        yield from sorted(moment for edge in turns for moment in (edge, edge + INSTANT) if moment > here)


def _open_windows(windows: list[Window], moment: datetime, by_hour: bool) -> tuple[Truth, ...]:
    return tuple(inside(window, moment if by_hour else moment.date()) for window in windows)


def _turns(book: Book, act: Act) -> Iterator[datetime]:
    """The moments at which something turns: an age, an answer, a leave, a date that a clause names."""
    people = [person for group in act.people.values() for person in group or ()]
    for ready in book.packs:
        reads = ready.reads_of(act)
        for person in people:
            if "leeftijd" in reads:
                yield from (_midnight(day) for day in _birthdays(person, ready.ages))
            for rule in ready.pack.consent_rules if CONSENTS in reads else ():
                yield from (_midnight(day) for consent in person.consents or () for day in _ends(consent, rule))
        for day in ready.dates:
            yield from _around(day)
    for edge in (edge for grant in act.grants or () for edge in (grant.start, grant.until)):
        if edge is not None and edge.year < FAR:
            yield from (edge, edge + INSTANT)


def _around(day: date) -> tuple[datetime, datetime]:
    """When a comparison with this day or moment turns: as it begins, and as it has passed."""
    return (day, day + INSTANT) if isinstance(day, datetime) else (_midnight(day), _midnight(day) + A_DAY)


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
    if consent.until is not None and consent.until.year < FAR:
        yield consent.until + timedelta(days=1)
    if consent.on is None or consent.on.year > FAR:
        return
    yield consent.on
    if rule.valid == "schooljaar" or (rule.valid == "eenmalig" and consent.used is None):
        yield date(school_year(consent.on) + 1, 8, 1)
    elif is_period(rule.valid):
        yield after_period(consent.on, rule.valid)


def _start(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else _midnight(moment)


def _morning(moment: datetime) -> datetime:
    return _midnight(moment.date())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)
