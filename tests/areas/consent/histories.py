"""Random histories of consent, with the days on which something turns: birthdays, the turn of the year, leap days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from magdit.areas.consent.asking.asked import asked
from magdit.areas.consent.asking.probing import Subject, Topic
from magdit.areas.consent.records import Terms, Told
from magdit.areas.consent.standing import speaking_as
from magdit.areas.people.rules import turns
from magdit.norms.judge import Book
from magdit.words.states import GIVEN
from tests.areas.consent.reference import Child, school_day, years

SCHOOLS = ("osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool")
COVERS = {"website": ("foto",), "ouderportaal": ("foto",), "facebook": ("foto",), "email": ("persoonsgegevens",)}
CHANNELS = tuple(COVERS)
PARENTS = ("mother", "father")
SAID = ("give", "give", "give on paper", "give on paper", "renew", "refuse", "withdraw", "object")
STATES = {
    "give": "gegeven",
    "give on paper": "gegeven",
    "renew": "vernieuwd",
    "refuse": "geweigerd",
    "withdraw": "ingetrokken",
    "object": "geweigerd",
}
AUTHORITY = {"yes": "ja", "no": "nee", "unknown": "onbekend"}
Event = tuple[datetime, str, str]


@dataclass(frozen=True)
class History:
    """A child, what was said about it, and the days to look at."""

    channel: str
    child: Child
    events: list[Event]
    days: list[date]


def made(random: Random) -> History:
    """One history: up to eight answers of two parents and the pupil over four years, most near a turning day."""
    start = date(random.randint(2023, 2026), random.randint(1, 12), random.randint(1, 28))
    child = _child(random, start)
    turning = list(_turning(child, start))
    events = sorted(
        (_moment(random, start, turning), random.choice((*PARENTS, *PARENTS, "self")), random.choice(SAID))
        for _ in range(random.randint(0, 8))
    )
    said_on = [school_day(at) for at, _, _ in events]
    looks = [*random.choices(turning, k=3), *random.choices(said_on or turning, k=2), _day(random, start)]
    return History(random.choice(CHANNELS), child, events, looks)


def told(history: History, book: Book, topic: Topic) -> tuple[Told, ...]:
    """The history as the register keeps it: with the last day that each yes was given for."""
    return tuple(_told(event, number, history, book, topic) for number, event in enumerate(history.events, 1))


def _told(event: Event, number: int, history: History, book: Book, topic: Topic) -> Told:
    at, giver, said = event
    role, day, who = "leerling" if giver == "self" else "ouder", school_day(at), subject(history.child)
    roles = speaking_as(role, who, book.catalogue.vocabularies["rol"])
    is_yes = STATES[said] in GIVEN
    return Told(
        number=number,
        giver=giver,
        role=role,
        state=STATES[said],
        on=day,
        form="schriftelijk" if said == "give on paper" else "digitaal_akkoord",
        until=asked(book, topic, who, day=day).until(day, roles=roles) if is_yes else None,
        authority=None if giver == "self" else AUTHORITY[history.child.authority[giver]],
        bond_ends=history.child.gone.get(giver),
    )


def subject(child: Child) -> Subject:
    """The child as the packs see it."""
    return Subject(("leerling",), child.born)


def terms(child: Child, day: date) -> Terms:
    """Who must agree on a day: all with authority, where the board wants that."""
    if not child.needs_all or years(child.born, day) >= 18:
        return Terms()
    there = (name for name in child.authority if day <= child.gone.get(name, date.max))
    return Terms(needs_all=frozenset(name for name in there if child.authority[name] == "yes"))


def _child(random: Random, start: date) -> Child:
    age = random.choice((9, 14, 15, 15, 16, 17))
    born = start - timedelta(days=age * 365 + random.randint(0, 700))
    if random.random() < 0.2:
        born = date(random.choice((2008, 2012)), 2, 29)
    authority = {name: random.choice(("yes", "yes", "yes", "unknown", "no")) for name in PARENTS}
    gone = {name: _day(random, start) for name in PARENTS if random.random() < 0.15}
    return Child(born, authority, gone, needs_all=random.random() < 0.25)


def _turning(child: Child, start: date) -> Iterator[date]:
    for age in (16, 18):
        birthday = turns(child.born, age)
        yield from (birthday - timedelta(days=1), birthday)
    for year in range(start.year, start.year + 4):
        yield from (date(year, 7, 31), date(year, 8, 1), date(year, 2, 28), date(year, 3, 1))
    for day in child.gone.values():
        yield from (day, day + timedelta(days=1))


def _moment(random: Random, start: date, turning: list[date]) -> datetime:
    """Often within hours of midnight, where London and the school do not have the same day."""
    day = random.choice(turning) if random.random() < 0.6 else _day(random, start)
    hour = random.choice((12, 21, 22, 23, 0))
    return datetime.combine(day, time(hour, random.choice((0, 30))), tzinfo=UTC)


def _day(random: Random, start: date) -> date:
    return start + timedelta(days=random.randint(0, 4 * 365))
