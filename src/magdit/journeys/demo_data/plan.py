"""Who is at an invented school: families of every kind, classes, staff. Pure and seeded; knows no rows, no database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

from magdit.check.tables.folded import folded
from magdit.journeys.demo_data.invented import (
    CALLED,
    CUSTODIANS,
    GROWN,
    LANGUAGES,
    LAST,
    OF_THE_BOARD,
    STAFF,
    Invented,
)

PUPILS = 120
BOTH, ONE, NONE, UNKNOWN = "beide ouders", "uitspraak van de rechter", "opgave van de ouder", ""
# How often each kind of family occurs; the first of each comes first, so that none is ever missing.
KINDS = ("gehuwd", "gescheiden", "een_gezag", "alleen", "voogdij", "afgeschermd", "onbekend", "tweeling")
OFTEN = (60, 24, 8, 8, 2, 2, 4, 3)


@dataclass(frozen=True, slots=True)
class Who:
    """Someone at the school or around it. `key` is their own within the school, the same each time."""

    key: str
    called: str
    infix: str
    last: str
    first: str = ""
    born: date | None = None
    email: str = ""
    language: str = "nl"
    institution: bool = False
    shielded: bool = False
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """A guardian of a child, and what is known of their authority."""

    guardian: Who
    relation: str = "ouder"
    authority: str = "ja"
    source: str = BOTH
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A pupil with the class they are in and who stands around them. `kind` is that of the family."""

    who: Who
    group: str
    kind: str
    bonds: tuple[Bond, ...]


@dataclass(frozen=True)
class Plan:
    """Everyone of one school."""

    invented: Invented
    year: int
    groups: tuple[str, ...]
    children: tuple[Child, ...]
    staff: tuple[tuple[Who, str, str], ...] = field(default=())  # who, role, class


def plan_of(invented: Invented, *, year: int) -> Plan:
    """The same school for the same year, each time."""
    random = Random(f"{invented.code} {year}")  # noqa: S311  (invented people need no secret)
    groups = _groups(invented)
    children = tuple(_children(invented, groups, random, year))
    return Plan(invented, year, groups, children, tuple(_staff(groups, random)))


def _groups(invented: Invented) -> tuple[str, ...]:
    if invented.secondary:
        return ("1A", "2A", "3A", "4H", "5H", "5V")
    return tuple(str(number) for number in range(1, 9))


def _children(invented: Invented, groups: Sequence[str], random: Random, year: int) -> Iterator[Child]:
    kinds = [*KINDS, *random.choices(KINDS, OFTEN, k=PUPILS)]
    places = list(islice(cycle(groups), PUPILS))
    names = cycle(random.sample([name for name in CALLED if name != "Noor"], len(CALLED) - 1))
    number, noors = 0, [""]  # the class of the first Noor, once she is there; then the second is in it too
    for family, kind in enumerate(kinds):
        size = 2 if kind == "tweeling" or (kind == "gehuwd" and family % 4 == 1) else 1
        last = LAST[(family * 7 + len(invented.code)) % len(LAST)]
        bonds = _bonds(kind, family, last, random, year)
        group, born = places[number % PUPILS], None
        for _ in range(size):
            if number >= PUPILS:
                return
            twin = kind == "tweeling" and born is not None
            group = group if twin else places[number]
            born = born if twin else _born(group, invented, random, year)
            called = next(names)
            if number == 3 or (number > 3 and [group] == noors):
                called, noors = "Noor", [] if noors == [group] else [group]
            yield Child(_pupil(number, called, last, born, kind, random), group, kind, bonds)
            number += 1


def _pupil(number: int, called: str, last: tuple[str, str], born: date | None, kind: str, random: Random) -> Who:
    more = f"{called} {random.choice(GROWN)}" if number % 3 == 0 else called
    return Who(
        f"leerling-{number}", called, *last, first=more, born=born, language="nl", shielded=kind == "afgeschermd"
    )


def _born(group: str, invented: Invented, random: Random, year: int) -> date:
    age = int(group[0]) + (11 if invented.secondary else 3)
    return date(year - age - 1, 10, 1) + timedelta(days=random.randrange(365))


def _bonds(kind: str, family: int, last: tuple[str, str], random: Random, year: int) -> tuple[Bond, ...]:
    own = random.choice(LAST)
    one = _guardian(family, "a", own, random, shielded=kind == "afgeschermd")
    other = _guardian(family, "b", last, random)
    told = {
        "gescheiden": (Bond(one), Bond(other)),
        "een_gezag": (Bond(one, source=ONE), Bond(other, authority="nee", source=ONE)),
        "alleen": (Bond(one, source=NONE),),
        "voogdij": (
            Bond(_custodian(family), "voogd", "ja", ONE),
            Bond(one, authority="nee", source=ONE),
            Bond(_guardian(family, "c", own, random), "verzorger", "nee", NONE),
        ),
        "afgeschermd": (Bond(one, source=ONE), Bond(other, authority="nee", source=ONE, ended=date(year, 9, 1))),
        "onbekend": (Bond(one, source=NONE), Bond(other, authority="onbekend", source=UNKNOWN)),
    }
    return told.get(kind, (Bond(one), Bond(other)))


def _guardian(family: int, part: str, last: tuple[str, str], random: Random, *, shielded: bool = False) -> Who:
    called, key = random.choice(GROWN), f"verzorger-{family}{part}"
    email = f"{folded(called)}.{folded(last[1])}.{family}{part}@thuis.example"
    return Who(key, called, *last, first=called, email=email, language=random.choice(LANGUAGES), shielded=shielded)


def _custodian(family: int) -> Who:
    name = CUSTODIANS[family % len(CUSTODIANS)]
    return Who(f"voogdij-{family}", "", "", name, email=f"dossier{family}@voogdij.example", institution=True)


def _staff(groups: Sequence[str], random: Random) -> Iterator[tuple[Who, str, str]]:
    roles = [("leerkracht", group) for group in groups] + [(role, "") for role in (*STAFF, *OF_THE_BOARD)]
    for number, (role, group) in enumerate(roles):
        called, last = GROWN[(number * 11) % len(GROWN)], random.choice(LAST)
        email = f"{folded(called)}.{folded(last[1])}.{number}@school.example"
        yield Who(f"medewerker-{number}", called, *last, first=called, email=email), role, group
