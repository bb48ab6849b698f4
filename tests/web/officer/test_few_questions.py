"""How often a page of the officer or a teacher asks the database: as often in a large school as in a small one."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from magdit.areas.people.models import School
from tests.areas.conftest import guardian, pupil
from tests.areas.consent.conftest import make_item

pytestmark = pytest.mark.django_db


def questions(browser, address: str) -> int:
    """How many questions the page asks when it is opened again."""
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.fixture
def grows(school: School, board, group_6a):
    """Makes the school larger: forty more families and ten more things that are asked."""

    def more() -> None:
        for number in range(10):
            make_item(board, f"onderwerp-{number}", order=number)
        for number in range(40):
            child = pupil(school, group_6a, called=f"Kind{number}", last="Smit", born=date(2016, 1, 1))
            guardian(child, called=f"Ouder{number}", last="Smit")

    return more


@pytest.mark.parametrize(
    ("name", "most"), [("desk", 10), ("person", 24), ("history", 12), ("school_figures", 15), ("chain", 10)]
)
def test_an_officer_page_asks_as_often_in_a_large_school(name, most, visits, petra, noor, website, school, grows):
    args = {"person": [noor.pk], "history": [noor.pk], "school_figures": [school.code]}.get(name, [])
    browser, address = visits(petra), reverse(f"officer:{name}", args=args)
    small = questions(browser, address)

    grows()

    assert questions(browser, address) == small <= most


@pytest.mark.parametrize("name", ["class", "card"])
def test_a_class_and_its_card_ask_as_often_in_a_large_school(
    name, visits, bram, noor, fatima, website, school, board, group_6a, grows
):
    type(board).objects.update(second_step="personeel")  # that is asked of the roles as well
    browser = visits(bram)
    address = reverse(f"classes:{name}", args=[school.code, group_6a.pk]) + "?kanaal=website"
    small = questions(browser, address)

    grows()

    assert questions(browser, address) == small <= 12
