"""Petra, the privacy officer of De Linde's board, with what her tests talk about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person, Role, School
from tests.areas.conftest import NOON, START
from tests.areas.consent.conftest import make_item

ACTIONS = {"ja": give, "nee": refuse, "terug": withdraw}


@pytest.fixture(autouse=True)
def _no_second_step(board: Board, other_board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")


def board_wide(board: Board, role: str, *, called: str) -> Person:
    """Someone with a role for the whole board."""
    made = Person.objects.create(board=board, first=called, called=called, last="Peters", email="fg@delinde.example")
    Role.objects.create(person=made, role=role, begins=START)
    return made


@pytest.fixture
def petra(board: Board, school: School) -> Person:
    """The FG."""
    return board_wide(board, "fg", called="Petra")


@pytest.fixture
def ruud(board: Board, school: School) -> Person:
    """The board itself."""
    return board_wide(board, "cvb", called="Ruud")


@pytest.fixture
def website(board: Board) -> Item:
    """Photos on the website of the school."""
    return make_item(board)


@pytest.fixture
def says(doing_as: Callable[..., Doing]) -> Callable[..., Answer]:
    """`says("ja", mother, noor, item)`: she says so, at noon or `at` another moment."""

    def act(what: str, giver: Person, about: Person, item: Item, at: Any = NOON) -> Answer:
        return ACTIONS[what](doing_as(giver, at=at), about, item)

    return act
