"""The cast as rows: a board with two schools, a board next door, and everyone the tests of the areas talk about.

Rows are written directly, so that no test of an action leans on another action. Nothing here asks the clock.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref
from magdit.areas.people.models import Board, Group, Guardianship, Membership, Person, Role, School
from magdit.norms.act import school_year
from tests import cast

NOON = datetime.combine(cast.TODAY, time(12), tzinfo=SCHOOL_CLOCK)
YEAR = school_year(cast.TODAY)
START = date(YEAR, 8, 1)


@pytest.fixture
def board(db: None) -> Board:
    """Stichting De Linde."""
    return Board.objects.create(name="Stichting De Linde", contact="privacy@delinde.example", address="Lindelaan 1")


@pytest.fixture
def school(board: Board) -> School:
    """De Linde, which works under the protocol of OSVS."""
    return School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")


@pytest.fixture
def second_school(board: Board) -> School:
    """Another school of the same board: near, and yet no business of De Linde."""
    return School.objects.create(board=board, name="De Beuk", code="de-beuk", protocol="verkruisen")


@pytest.fixture
def other_board(db: None) -> Board:
    """A board that has nothing to do with De Linde."""
    return Board.objects.create(name="Stichting Overkant")


@pytest.fixture
def other_school(other_board: Board) -> School:
    """The school of the board next door."""
    return School.objects.create(board=other_board, name="De Overkant", code="de-overkant", protocol="vsnon")


@pytest.fixture
def group_6a(school: School) -> Group:
    """Class 6A in the school year of the cast."""
    return Group.objects.create(school=school, year=YEAR, name="6A")


@pytest.fixture
def group_4v(school: School) -> Group:
    """Sem's class."""
    return Group.objects.create(school=school, year=YEAR, name="4V")


def pupil(school: School, group: Group, *, called: str, last: str, born: date, infix: str = "") -> Person:
    """A pupil of a school, in a group."""
    made = Person.objects.create(board=school.board, first=called, called=called, infix=infix, last=last, born=born)
    Role.objects.create(person=made, school=school, role="leerling", begins=START)
    Membership.objects.create(group=group, person=made, role="leerling", begins=START)
    return made


def employee(school: School, role: str, *, called: str, last: str) -> Person:
    """Someone with a role at a school."""
    made = Person.objects.create(
        board=school.board, first=called, called=called, last=last, email=f"{called.lower()}@delinde.example"
    )
    Role.objects.create(person=made, school=school, role=role, begins=START)
    return made


def guardian(child: Person, *, called: str, last: str, infix: str = "", authority: str = "ja") -> Person:
    """A parent around a child, with what the school knows of their authority."""
    made = Person.objects.create(
        board=child.board, first=called, called=called, infix=infix, last=last, email=f"{called.lower()}@thuis.example"
    )
    Guardianship.objects.create(
        child=child, guardian=made, relation="ouder", authority=authority, source="opgave ouders", since=child.born
    )
    return made


@pytest.fixture
def noor(school: School, group_6a: Group) -> Person:
    """Noor (9) in 6A: her parents answer."""
    return pupil(school, group_6a, called="Noor", infix="van", last="Dijk", born=cast.NOOR.born or START)


@pytest.fixture
def noors_mother(noor: Person) -> Person:
    """Has authority."""
    return guardian(noor, called="Mira", last="Bakker")


@pytest.fixture
def noors_father(noor: Person) -> Person:
    """Has authority too."""
    return guardian(noor, called="Joost", infix="van", last="Dijk")


@pytest.fixture
def sem(school: School, group_4v: Group) -> Person:
    """Sem, sixteen on the day of the cast: answers himself where the protocol says so."""
    return pupil(school, group_4v, called="Sem", infix="de", last="Boer", born=cast.SEM.born or START)


@pytest.fixture
def sems_mother(sem: Person) -> Person:
    """Has authority, and answered until yesterday."""
    return guardian(sem, called="Els", infix="de", last="Boer")


@pytest.fixture
def bram(school: School, group_6a: Group) -> Person:
    """The teacher of 6A."""
    made = employee(school, "leerkracht", called="Bram", last="Visser")
    Membership.objects.create(group=group_6a, person=made, role="leerkracht", begins=START)
    return made


@pytest.fixture
def fatima(school: School) -> Person:
    """The head of De Linde."""
    return employee(school, "schoolleider", called="Fatima", last="Yilmaz")


@pytest.fixture
def office(school: School) -> Person:
    """Wendy of the school office."""
    return employee(school, "administratie", called="Wendy", last="Smit")


@pytest.fixture
def olaf(other_school: School) -> Person:
    """Head of the school next door: may do much there, and nothing here."""
    return employee(other_school, "schoolleider", called="Olaf", last="Kramer")


@pytest.fixture
def doing_as(board: Board) -> Callable[..., Doing]:
    """`doing_as(person)`: this person acts for De Linde's board, at noon on the day of the cast."""

    def acts(person: Person, *, at: datetime = NOON, board: Board = board) -> Doing:
        return Doing(Ref("persoon", str(person.id)), board.id, at)

    return acts


@pytest.fixture
def system(board: Board) -> Doing:
    """The command line, acting for De Linde's board."""
    return Doing(Ref("systeem", "test"), board.id, NOON)
