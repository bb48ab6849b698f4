"""From a yes to a publication and back, in a browser: confirm, see how it goes, place by hand, take down with proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from magdit.areas.consent.actions import withdraw
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.journal.doing import Doing
from magdit.areas.people.models import Board, Person, School
from magdit.journeys.hand_in.cleaning import clean_all
from magdit.journeys.publish.placing import place_waiting
from tests.areas.conftest import NOON, employee
from tests.areas.consent.conftest import *  # noqa: F403  (every fixture of consents)
from tests.journeys.hand_in.conftest import EYES, photo
from tests.journeys.publish.conftest import *  # noqa: F403  (every fixture of publishing)
from tests.journeys.publish.conftest import add_noor, make_account, sends
from tests.web.browser.looking import look

Opens = Callable[..., Page]
HERE = "/school/de-linde/plaatsen/"


@pytest.fixture(autouse=True)
def _one_step(board: Board) -> None:
    Board.objects.update(second_step="niemand")


@pytest.fixture
def lieke(school: School) -> Person:
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


def test_a_teacher_sees_what_leaves_and_sends_it(
    opens: Opens, with_noor: Draft, bram: Person, doing_as: Callable[..., Doing], system: Doing
) -> None:
    clean_all(doing_as(bram), with_noor, eyes=EYES)
    page = opens(bram)
    page.goto(f"{HERE}{with_noor.pk}/")
    look(page, "publish-send")

    page.get_by_role("checkbox", name="Ik keek ernaar").check()
    page.get_by_role("button", name="Plaatsen", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Wordt geplaatst")
    look(page, "publish-going")
    place_waiting(system)
    page.get_by_role("link", name="Kijk opnieuw").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Geplaatst")
    look(page, "publish-placed")


def test_what_went_wrong_is_told_and_can_be_tried_again(
    opens: Opens, words_only: Draft, bram: Person, doing_as: Callable[..., Doing], system: Doing, wall: object
) -> None:
    made = sends(doing_as(bram), words_only)
    wall.moods = ["not_accepted"]  # type: ignore[attr-defined]  # a wall of tests
    place_waiting(system)
    page = opens(bram)
    page.goto(f"{HERE}stand/{made.pk}/")
    look(page, "publish-failed")

    page.get_by_role("button", name="Opnieuw proberen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Wordt geplaatst")


def test_what_is_planned_and_what_may_not_leave(
    opens: Opens, words_only: Draft, begins: Callable[..., Draft], bram: Person, doing_as: Callable[..., Doing]
) -> None:
    row = actions.change(doing_as(bram), words_only.pk, version=words_only.version, planned=NOON + timedelta(hours=2))
    page = opens(bram)

    page.goto(f"{HERE}{row.pk}/")
    expect(page.get_by_role("button", name="Inplannen")).to_be_visible()
    look(page, "publish-plan")
    page.goto(f"{HERE}{begins(row.account, 'Noor van Dijk heeft dyslexie.').pk}/")

    expect(page.get_by_role("alert")).to_contain_text("mag zo niet naar buiten")
    look(page, "publish-refused")


def test_by_hand_and_down_again_with_a_screenshot(
    opens: Opens, begins: Callable[..., Draft], school: School, wall: object, agreed: Person, noors_mother: Person,
    website: object, bram: Person, lieke: Person, doing_as: Callable[..., Doing], tmp_path: Path,
) -> None:  # fmt: skip
    by_hand = make_account(school, connector="hand", name="Facebook van De Linde")
    made = sends(doing_as(bram), add_noor(doing_as(bram), begins(by_hand), agreed))
    page = opens(bram)
    page.goto(f"{HERE}stand/{made.pk}/")
    look(page, "publish-by-hand")
    with page.expect_download() as package:
        page.get_by_role("button", name="Pakket ophalen").click()
    page.get_by_label("Adres van het bericht").fill("https://facebook.example/feest")
    page.get_by_role("button", name="Het staat er").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Geplaatst")

    withdraw(doing_as(noors_mother), agreed, website)  # type: ignore[arg-type]  # the fixture is an Item
    page = opens(lieke)
    page.goto("/school/de-linde/taken/")
    look(page, "publish-takedown")
    page.get_by_label("Waaraan is te zien dat het weg is?").fill("de pagina geeft ‘niet gevonden’")
    shot = tmp_path / "scherm.jpg"
    shot.write_bytes(photo())
    page.get_by_label("Of een schermafbeelding").set_input_files(shot)
    page.get_by_role("button", name="Het is weg").click()

    expect(page.get_by_text("Opgeschreven: het is weg.")).to_be_visible()
    look(page, "publish-gone")
    assert package.value.suggested_filename == "bericht.zip"
    assert Publication.objects.get().state == "weg"
