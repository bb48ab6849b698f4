"""An invented school of any size, and its files as OneRoster, EDEXML, UWLR and SDS prescribe, all optional parts in.

Seeded, so that every run makes the same school. Used by the tests and by bench/imports.py. Nobody in it exists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

YEAR = 2026
AS_OF = date(2026, 11, 20)
BRIN = "99DE00"
FIRST = """Aylin Bo Casper Daan Eva Fenna Gijs Hanna Ilyas Jip Kiki Lotte Milan Nina Omar Pleun Quinten Roos Sanne Teun
 Umut Vera Wout Xavi Yara Zoë Finn Liv Noud Saar Mees Isa Tijn Puck""".split()
LAST = """Jansen Bakker Visser Smit Meijer Mulder Peters Hendriks Dekker Brouwer Dijk Berg Vries Boer Graaf Linden
 Özdemir Haddad Nguyễn Wójcik Peeters Vermeulen Schouten Postma Hoekstra""".split()
INFIX = {"Dijk": "van", "Berg": "van den", "Vries": "de", "Boer": "de", "Graaf": "de", "Linden": "van der"}


@dataclass(frozen=True)
class Parent:
    """Someone around one or more children."""

    key: str
    first: str
    infix: str
    last: str
    email: str
    role: str = "parent"


@dataclass(frozen=True)
class Pupil:
    """A pupil with class, lesson groups and parents."""

    key: str
    first: str
    called: str
    infix: str
    last: str
    born: date
    klas: str
    groups: tuple[str, ...]
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Teacher:
    """A teacher and the groups taught."""

    key: str
    first: str
    infix: str
    last: str
    email: str
    groups: tuple[str, ...]


@dataclass
class Invented:
    """A whole school."""

    pupils: list[Pupil] = field(default_factory=list)
    parents: list[Parent] = field(default_factory=list)
    teachers: list[Teacher] = field(default_factory=list)
    classes: dict[str, str] = field(default_factory=dict)
    lessons: dict[str, str] = field(default_factory=dict)


def school(pupils: int, *, seed: int = 7) -> Invented:
    """A school of so many pupils, in classes of 25, some siblings, one or two parents each."""
    dice = random.Random(seed)
    made = Invented()
    for number in range(max(1, pupils // 25)):
        made.classes[f"k{number}"] = f"{number // 26 + 1}{chr(65 + number % 26)}"
        made.lessons[f"w{number}"] = f"Wiskunde {number // 26 + 1}{chr(65 + number % 26)}"
        last = dice.choice(LAST)
        made.teachers.append(
            Teacher(f"t{number}", dice.choice(FIRST), INFIX.get(last, ""), last, f"t{number}@school.example",
                    (f"k{number}", f"w{number}"))
        )  # fmt: skip
    for number in range(pupils):
        made.pupils.append(_pupil(number, made, dice))
    return made


def _pupil(number: int, made: Invented, dice: random.Random) -> Pupil:
    klas = number // 25 % len(made.classes)
    sibling = made.pupils[-1] if made.pupils and dice.random() < 0.3 else None
    last = sibling.last if sibling else dice.choice(LAST)
    parents = sibling.parents if sibling else _parents(number, last, made, dice)
    first = dice.choice(FIRST)
    second = f" {dice.choice(FIRST)}" if dice.random() < 0.4 else ""
    born = date(2010, 8, 1) + timedelta(days=dice.randrange(3000))
    return Pupil(
        f"p{number:06}", first + second, first, INFIX.get(last, ""), last, born, f"k{klas}", (f"w{klas}",), parents
    )


def _parents(number: int, last: str, made: Invented, dice: random.Random) -> tuple[str, ...]:
    keys = []
    for which in range(1 if dice.random() < 0.15 else 2):
        own = last if which == 0 else dice.choice(LAST)
        key = f"o{number:06}{'ab'[which]}"
        role = "guardian" if dice.random() < 0.05 else "parent"
        made.parents.append(
            Parent(key, dice.choice(FIRST), INFIX.get(own, ""), own, f"{key}@thuis.example", role)
        )  # fmt: skip
        keys.append(key)
    return tuple(keys)
