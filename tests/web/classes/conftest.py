"""What the tests of the class room share: items on channels, and a quick way to have a parent answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Answer, Item
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item


@pytest.fixture(autouse=True)
def _no_second_step(board: Board, other_board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")


@pytest.fixture
def website(board: Board) -> Item:
    """Photos on the website of the school."""
    return make_item(board, order=1)


@pytest.fixture
def website_name(board: Board) -> Item:
    """A name on the website, asked apart."""
    return make_item(board, "naam-website", covers=["naam"], order=2)


@pytest.fixture
def instagram(board: Board) -> Item:
    """Photos and films on Instagram."""
    return make_item(
        board, "instagram-beeld", channel="instagram", purpose="sociale_media", covers=["foto", "video"], order=3
    )


@pytest.fixture
def says(doing_as: Callable[..., Doing]) -> Callable[..., Answer]:
    """`says("ja", mother, noor, item)`: she says so, at noon or `at` another moment."""

    def act(what: str, giver: Person, about: Person, item: Item, at: Any = NOON) -> Answer:
        return {"ja": give, "nee": refuse}[what](doing_as(giver, at=at), about, item)

    return act
