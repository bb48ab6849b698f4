"""A board with the catalogue laid, and two items of it."""

import pytest

from magdit.areas.consent.models import Item
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue


@pytest.fixture
def laid(system, board):
    """De Linde's board with every item of the catalogue."""
    lay_catalogue(system, board)
    return board


@pytest.fixture
def website(laid):
    return Item.objects.get(board=laid, code="website-foto")


@pytest.fixture
def keeper(board):
    """Karim keeps the settings of the whole board."""
    from magdit.areas.people.models import Person, Role

    person = Person.objects.create(board=board, first="Karim", called="Karim", last="Aziz")
    Role.objects.create(person=person, school=None, role="beheerder")
    return person
