"""Noor on the website of the school, placed by Bram on a wall of our own; with her mother's yes."""

from __future__ import annotations

import pytest

from magdit.areas.drafts.models import Publication
from magdit.areas.people.models import Board
from magdit.journeys.publish.by_hand import package, placed_by_hand
from magdit.journeys.publish.placing import place_waiting
from tests.areas.conftest import employee
from tests.areas.consent.conftest import website  # noqa: F401  (fixture)
from tests.journeys.hand_in.conftest import own_folder  # noqa: F401  (fixture)
from tests.journeys.publish.conftest import (  # noqa: F401  (fixtures)
    account,
    add_noor,
    agreed,
    begins,
    make_account,
    sends,
    wall,
    with_noor,
    words_only,
)

LIST = "/school/de-linde/publicaties/"


@pytest.fixture(autouse=True)
def _no_second_step(board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")


@pytest.fixture
def lieke(school):
    """Answers for what the school shows."""
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def placed(with_noor, bram, doing_as, system) -> Publication:  # noqa: F811
    """Noor is on the website."""
    sends(doing_as(bram), with_noor)
    place_waiting(system)
    return Publication.objects.get()


@pytest.fixture
def printed(begins, account, agreed, school, bram, doing_as) -> Publication:  # noqa: F811
    """Noor is in the paper of the school, four hundred times."""
    paper = make_account(school, connector="hand", name="Het Lindeblad", kind="blad", circulation=400)
    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(account), agreed))
    Publication.objects.filter(pk=made.pk).update(account=paper)
    package(doing_as(bram), made.pk)
    return placed_by_hand(doing_as(bram), made.pk, circulation=400)


def page_of(publication: Publication) -> str:
    """The page of one publication."""
    return f"{LIST}{publication.pk}/"
