"""Who keeps the channels of De Linde, who decides about platforms, and what they have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person, Role, School
from magdit.areas.registers.channels import add
from magdit.areas.registers.models import ChannelAccount
from tests.areas.conftest import START, employee


@pytest.fixture(autouse=True)
def _one_step(board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")


@pytest.fixture
def lieke(school: School) -> Person:
    """Keeps the website and Instagram of De Linde."""
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def farida(board: Board) -> Person:
    """The data protection officer of the board."""
    made = Person.objects.create(board=board, first="Farida", called="Farida", last="Gul")
    Role.objects.create(person=made, school=None, role="fg", begins=START)
    return made


@pytest.fixture
def site(school: School, fatima: Person, doing_as: Callable[..., Doing]) -> ChannelAccount:
    """The WordPress site of De Linde."""
    told = {"medium": "website", "name": "Website", "address": "https://delinde.example/", "connector": "wordpress"}
    return add(doing_as(fatima), school, owner=fatima, **told)


@pytest.fixture
def instagram(school: School, fatima: Person, doing_as: Callable[..., Doing]) -> ChannelAccount:
    """The Instagram account of De Linde, kept by hand."""
    return add(doing_as(fatima), school, medium="instagram", name="@delinde")
