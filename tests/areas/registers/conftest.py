"""Noor with a yes of her mother for photos on the website, so that she can be shown there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Item
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person
from tests.areas.consent.conftest import make_item


@pytest.fixture
def website(board: Board) -> Item:
    """Photos on the website of the school."""
    return make_item(board)


@pytest.fixture
def agreed(noor: Person, noors_mother: Person, website: Item, doing_as: Callable[..., Doing]) -> Person:
    """Noor, of whom her mother said yes."""
    give(doing_as(noors_mother), noor, website)
    return noor
