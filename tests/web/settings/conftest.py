"""Who may set things: a manager of the application at the school, a member of the board, and someone of next door."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse

from magdit.areas.people.models import Person, Role, School
from tests.areas.conftest import START, employee


@pytest.fixture
def manager(school: School) -> Person:
    """Manages magdit at De Linde."""
    return employee(school, "beheerder", called="Karim", last="Haddad")


@pytest.fixture
def governor(school: School) -> Person:
    """Of the board, for all its schools."""
    made = Person.objects.create(
        board=school.board, first="Els", called="Els", last="Bosch", email="els@delinde.example"
    )
    Role.objects.create(person=made, school=None, role="cvb", begins=START)
    return made


def hidden(response: HttpResponse, name: str) -> str:
    """The value of a hidden field on a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found, f"no field {name}"
    return found[1]


def text(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()
