"""Who may open what: every address, for every role, about their own, another class, another school, another board.

What is not theirs is not there (404), as an address that never existed; whoever is not signed in is led to the sign-in.
What is refused changes nothing. The rows stand in tests/web/rows, a file per room; an address without a row fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.web.places import World, make_world
from tests.web.routes import Declared, declared, filled_in, routes
from tests.web.row import PLACES, ROLES, Place

pytestmark = pytest.mark.django_db
Cells = list[str]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    """The world, made once for all rows."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


def test_every_address_has_a_row():
    missed = sorted({route.name for route in routes()} - {one.row.name for one in declared()})

    assert not missed, "\n".join(missed)


def test_every_row_is_about_an_address_that_exists():
    known = {route.name for route in routes()}

    assert [str(one) for one in declared() if one.row.name not in known and not one.room.startswith("demo")] == []


def test_a_name_is_given_to_one_address():
    """Otherwise the row of one would hide that the other has none."""
    counted = Counter(name for name, _address in {(route.name, route.address) for route in routes()})

    assert {name for name, times in counted.items() if times > 1} == set()


def test_rows_speak_of_roles_and_places_that_exist():
    wrong = [
        f"{one}: {place} {role}"
        for one in declared()
        for place, roles in one.row.opens.items()
        for role in roles.split()
        if place not in PLACES or role not in (*ROLES, "all")
    ]

    assert wrong == []


@pytest.mark.parametrize("one", declared(), ids=str)
def test_a_page_opens_to_whom_the_table_names_and_to_nobody_else(one: Declared, world: World):
    wrong = [cell for role in ROLES for place in one.row.places() for cell in tried(one, world, role, place)]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("one", declared(), ids=str)
def test_who_is_not_signed_in_is_led_to_the_sign_in(one: Declared, world: World):
    answer, _changed = asked(one, Client(), world.places["own"])

    if one.row.open:
        assert answer.status_code == one.row.answer
    else:
        assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, reverse("account_login"))


def tried(one: Declared, world: World, role: str, place: str) -> Cells:
    """What is wrong when someone with this role asks for this row at this place."""
    may = one.row.may(role, place)
    if one.row.open and not one.row.opens:
        return []
    answer, changed = asked(one, world.browsers[role], world.place(role, place))
    wanted = one.row.answer if may else one.row.closed
    wrong = [] if answer.status_code == wanted else [f"{role} at {place}: {answer.status_code}, not {wanted}"]
    return wrong + ([f"{role} at {place}: refused, and yet {changed} rows changed"] if changed and not may else [])


def asked(one: Declared, client: Client, place: Place) -> tuple[HttpResponseBase, int]:
    """The answer to a row, and how many rows of the database it changed; all undone."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        address, made = filled_in(one, place)
        before = connection.connection.total_changes
        answer = client.get(address) if one.row.sends is None else client.post(address, _fields(one, place, made))
        changed = connection.connection.total_changes - before
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer, changed


def _fields(one: Declared, place: Place, made: Mapping[str, object]) -> Mapping[str, object]:
    sends = one.row.sends or {}
    return sends(place, made) if callable(sends) else sends
