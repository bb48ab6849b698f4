"""Who handles breaches at De Linde, and one that Bram reported."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person, Role, School
from magdit.areas.registers.models import Breach
from magdit.journeys.breaches import at_which_school, report
from tests.areas.conftest import START

TOLD = "De lijst met adressen van 6A ging naar alle ouders van 5B."


@pytest.fixture(autouse=True)
def _one_step(board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")


@pytest.fixture
def farida(board: Board) -> Person:
    """The data protection officer of the board."""
    made = Person.objects.create(board=board, first="Farida", called="Farida", last="Gul")
    Role.objects.create(person=made, school=None, role="fg", begins=START)
    return made


@pytest.fixture
def breach(school: School, bram: Person, doing_as: Callable[..., Doing]) -> Breach:
    """Bram sent the wrong list."""
    doing = doing_as(bram)
    return report(doing, bram, at_which_school(bram, doing, school), told={"what": TOLD})
