"""Who may open what: every address, for every role, about their own, another class, another school, another board.

What is not theirs is not there (404), as an address that never existed; whoever is not signed in is led to the sign-in.
What is refused changes nothing. The rows stand in tests/web/rows, a file per room; an address without a row fails.
"""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.crawl import Cell, ask, see
from tests.web.places import World
from tests.web.routes import Declared, declared, routes
from tests.web.row import PLACES, ROLES

pytestmark = pytest.mark.django_db


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
    answer = see(one, Client(), world.places["own"]).answer

    if one.row.open:
        assert answer.status_code == one.row.answer
    else:
        assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, reverse("account_login"))


def tried(one: Declared, world: World, role: str, place: str) -> list[str]:
    """What is wrong when someone with this role asks for this row at this place."""
    may = one.row.may(role, place)
    if one.row.open and not one.row.opens:
        return []
    seen = ask(one, world, Cell(role, place))
    status, wanted = seen.answer.status_code, one.row.answer if may else one.row.closed
    wrong = [] if status == wanted else [f"{role} at {place}: {status}, not {wanted}"]
    return wrong + (
        [f"{role} at {place}: refused, and yet {seen.changed} rows changed"] * bool(seen.changed and not may)
    )
