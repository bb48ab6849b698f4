"""More people around De Linde: another class, another school, another board, and those who lead or supervise."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from magdit.areas.journal.models import Entry
from magdit.areas.people.models import Group, Person, Role, School
from tests.areas.conftest import YEAR, employee, pupil


@pytest.fixture
def group_6b(school: School) -> Group:
    """The class next door to 6A."""
    return Group.objects.create(school=school, year=YEAR, name="6B")


@pytest.fixture
def yara(school: School, group_6b: Group) -> Person:
    """A pupil of De Linde who is not in Bram's class."""
    return pupil(school, group_6b, called="Yara", last="Amrani", born=date(2016, 2, 1))


@pytest.fixture
def tim(second_school: School) -> Person:
    """A pupil of the other school of the same board."""
    group = Group.objects.create(school=second_school, year=YEAR, name="7")
    return pupil(second_school, group, called="Tim", last="Post", born=date(2015, 2, 1))


@pytest.fixture
def pim(other_school: School) -> Person:
    """A pupil of the board next door."""
    group = Group.objects.create(school=other_school, year=YEAR, name="6A")
    return pupil(other_school, group, called="Pim", last="Ver", born=date(2016, 2, 1))


@pytest.fixture
def governor(school: School) -> Person:
    """Someone of the executive board: a role for the board as a whole."""
    made = employee(school, "medewerker", called="Carla", last="Bos")
    Role.objects.filter(person=made).update(role="cvb", school=None)
    return made


@pytest.fixture
def keeper(school: School) -> Person:
    """The functioneel beheerder of De Linde."""
    return employee(school, "beheerder", called="Kees", last="Mol")


class Lines:
    """The lines that were added to the journal since this was made."""

    def __init__(self) -> None:
        self._before = set(Entry.objects.values_list("pk", flat=True))

    def verbs(self) -> list[str]:
        return [line.verb for line in self._new()]

    def details(self) -> list[dict[str, Any]]:
        return [json.loads(line.details) for line in self._new()]

    def whole(self) -> str:
        """All that stands open in them."""
        return " ".join(f"{line.actor} {line.verb} {line.object} {line.details}" for line in self._new())

    def _new(self) -> list[Entry]:
        return list(Entry.objects.exclude(pk__in=self._before).order_by("number"))


@pytest.fixture
def lines(db: None) -> Lines:
    """Asked for last in a test: counts from there."""
    return Lines()
