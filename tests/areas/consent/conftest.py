"""What the tests of consent share: items with words, and quick ways to answer as someone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.consent.standing import Standing
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person, School
from tests import cast
from tests.areas.conftest import NOON


def make_item(board: Board, code: str = "website-foto", **about: Any) -> Item:
    """An item with its Dutch words."""
    told = {"purpose": "school_laten_zien", "channel": "website", "covers": ["foto"], **about}
    item = Item.objects.create(board=board, code=code, **told)
    ItemText.objects.create(item=item, version=1, title="Mag dit?", body="Nee mag.", made_at=NOON, mark="0" * 64)
    return item


@pytest.fixture
def website(board: Board) -> Item:
    """Photos on the website of the school."""
    return make_item(board)


@pytest.fixture
def answers(doing_as: Callable[..., Doing]) -> Callable[..., Answer]:
    """`answers(give, mother, noor, item)`: she does this about Noor, at noon or `at` another moment."""

    def act(action: Callable[..., Answer], giver: Person, about: Person, item: Item, at: datetime = NOON) -> Answer:
        return action(doing_as(giver, at=at), about, item)

    return act


def stands(school: School, person: Person, item: Item, on: date = cast.TODAY) -> Standing:
    """How one person stands for one item on a day."""
    return how_they_stand(school, on, people=[person.id], items=[item])[person.id, item.id]
