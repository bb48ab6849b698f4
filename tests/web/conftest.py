"""People at the door: `visits(person)` is a client who is signed in as them, on the day of the cast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.db import transaction
from django.test import Client

from magdit.areas.people.models import Account, Person
from magdit.web import clock
from tests.areas.conftest import *  # noqa: F403  (the cast as rows)
from tests.areas.conftest import NOON
from tests.signed_in import sign_in


@pytest.fixture(autouse=True)
def _on_the_day_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are asked for at noon on the day of the cast; `at` moves the clock."""
    monkeypatch.setattr(clock, "now", lambda: NOON)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`at(moment)`: from here on it is that moment."""

    def moved(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return moved


def account_of(person: Person) -> Account:
    """The account with which someone signs in."""
    found = Account.objects.filter(person=person).first()
    return found or Account.objects.create_user(f"inlog-{person.pk}", person=person, address=person.email)


@pytest.fixture
def visits(db: None) -> Callable[[Person], Client]:
    """`visits(person)`: a browser without JavaScript in which they are signed in."""

    def signed_in(person: Person) -> Client:
        return sign_in(Client(), account_of(person))

    return signed_in


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker) -> Iterator[object]:
    """The world of the table of routes (tests/web/places.py), made once for all rows of a file."""
    from tests.web.places import make_world

    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
