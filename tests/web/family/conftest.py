"""What the tests of the family room share: items with words, and what a form would send."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from magdit.areas.consent.family import family_of
from magdit.areas.consent.models import Item
from magdit.areas.people.models import Board, Person
from tests import cast
from tests.areas.consent.conftest import answers, make_item, website  # noqa: F401  (fixtures)

Sent = dict[str, str]


@pytest.fixture
def instagram(board: Board) -> Item:
    """Photos on Instagram."""
    return make_item(board, "instagram-foto", channel="instagram", order=1)


@pytest.fixture
def form() -> Callable[..., Sent]:
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


@pytest.fixture
def page() -> Callable[[Person], str]:
    """`page(noor)`: the address of the questions about her."""

    def address(person: Person) -> str:
        return reverse("family:consents", args=[person.pk])

    return address


def words_of(client: Client, address: str) -> str:
    """What a page says."""
    return " ".join(client.get(address).content.decode().split())
