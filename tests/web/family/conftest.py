"""What the tests of the family room share: items with words, and what a form would send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from magdit.areas.consent.family import family_of
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person
from tests import cast
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item

Sent = dict[str, str]


@pytest.fixture(name="website")
def website_(board: Board) -> Item:
    """Photos on the website of the school."""
    return make_item(board)


@pytest.fixture(name="answers")
def answers_(doing_as: Callable[..., Doing]) -> Callable[..., Answer]:
    """`answers(give, mother, noor, item)`: she does this about Noor, at noon or `at` another moment."""

    def act(action: Callable[..., Answer], giver: Person, about: Person, item: Item, at: datetime = NOON) -> Answer:
        return action(doing_as(giver, at=at), about, item)

    return act


@pytest.fixture(name="instagram")
def instagram_(board: Board) -> Item:
    """Photos on Instagram."""
    return make_item(board, "instagram-foto", channel="instagram", order=1)


@pytest.fixture(name="form")
def form_() -> Callable[..., Sent]:
    """`form(mother, noor, {"website-foto": "ja"})`: what the page sends when this is chosen on it now."""

    def filled(viewer: Person, person: Person, chosen: dict[str, str], *, language: str = "nl") -> Sent:
        (about,) = family_of(viewer, [person], cast.TODAY, language=language)
        sent: Sent = {}
        for one in about.questions:
            sent |= {f"text.{one.key}": str(one.shown.text.pk), f"number.{one.key}": str(one.number)}
            if one.line.item.code in chosen:
                sent[f"answer.{one.key}"] = chosen[one.line.item.code]
        return sent

    return filled


@pytest.fixture(name="page")
def page_() -> Callable[[Person], str]:
    """`page(noor)`: the address of the questions about her."""

    def address(person: Person) -> str:
        return reverse("family:consents", args=[person.pk])

    return address


def words_of(client: Client, address: str) -> str:
    """What a page says."""
    return " ".join(client.get(address).content.decode().split())


@pytest.fixture(name="catalogue")
def catalogue_(board: Board, system: Doing) -> None:
    """Everything that a school can ask, as a board starts with."""
    lay_catalogue(system, board)


@pytest.fixture(autouse=True)
def _no_second_step(board: Board, other_board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")
