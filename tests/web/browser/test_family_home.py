"""The home page in a browser, for who has nothing to do, much to do, or something to take down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from magdit.areas.consent.models import Item, Request, Round
from magdit.areas.people.models import Board, Person, School
from magdit.areas.registers.models import Appearance, TakedownTask
from tests.areas.conftest import NOON, employee
from tests.web.browser.looking import look
from tests.web.family.conftest import website_  # noqa: F401  (a fixture)

Opens = Callable[..., Page]


@pytest.fixture
def task(board: Board, noor: Person) -> TakedownTask:
    """Noor should have come off the website an hour ago."""
    Board.objects.update(second_step="niemand")
    shown = Appearance.objects.create(
        board=board, person=noor, publication=uuid4(), channel="website", covers=["foto"],
        shown_at=NOON - timedelta(days=9),
    )  # fmt: skip
    return TakedownTask.objects.create(
        appearance=shown, because="ingetrokken", made_at=NOON - timedelta(hours=25),
        due=NOON - timedelta(hours=1),
    )  # fmt: skip


def test_a_parent_goes_from_the_start_to_the_questions_in_one_step(
    opens: Opens, website: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto("/")
    look(page, "home-asked")

    page.get_by_role("link", name="1 vraag over Noor").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Toestemmingen voor Noor")


def test_who_has_nothing_to_do_is_told_so_kindly(opens: Opens, noor: Person, noors_mother: Person) -> None:
    page = opens(noors_mother)

    page.goto("/")

    expect(page.get_by_text("U bent helemaal bij.")).to_be_visible()
    look(page, "home-done")


def test_the_office_sees_what_waits(
    opens: Opens, school: School, office: Person, task: TakedownTask, noor: Person, noors_mother: Person
) -> None:
    asked = Round.objects.create(school=school, year=2025, opens=date(2026, 2, 1))
    Request.objects.create(round=asked, person=noor, asked=noors_mother, asked_at=NOON - timedelta(days=20))
    page = opens(office)

    page.goto("/")

    expect(page.get_by_role("link", name="1 keer te laat met weghalen")).to_be_visible()
    look(page, "home-office")


def test_who_takes_something_down_says_how_that_can_be_seen(opens: Opens, school: School, task: TakedownTask) -> None:
    page = opens(employee(school, "communicatiemedewerker", called="Lieke", last="Post"))
    page.goto("/")
    page.get_by_role("link", name="1 keer te laat met weghalen").click()
    look(page, "tasks")

    page.get_by_role("button", name="Het is weg").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf op waaraan te zien is dat het weg is")
    page.get_by_label("Waaraan is te zien dat het weg is?").fill("De pagina geeft 404.")
    page.get_by_role("button", name="Het is weg").click()

    expect(page.get_by_text("Opgeschreven: het is weg.")).to_be_visible()
    expect(page.get_by_role("heading", name="Er is niets weg te halen")).to_be_visible()
    task.refresh_from_db()
    assert task.proof == "De pagina geeft 404."
    look(page, "tasks-done")
