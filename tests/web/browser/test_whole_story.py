"""The promise, from beginning to end: a photo goes out with a mother's yes, she takes it back, and it comes down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from magdit.areas.drafts.models import Publication
from magdit.areas.people.models import Board
from magdit.journeys.hand_in import taking_in
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.consent.conftest import *  # noqa: F403  (every fixture of consents)
from tests.chromium import DESK, PHONE
from tests.journeys.hand_in.conftest import EYES, photo
from tests.journeys.publish.conftest import *  # noqa: F403  (every fixture of publishing)


@pytest.fixture
def strand(tmp_path: Path) -> Path:
    path = tmp_path / "strand.jpg"
    path.write_bytes(photo())
    return path


@pytest.fixture(autouse=True)
def _where_faces_are(transactional_db, monkeypatch, board) -> None:
    """Faces are where the test put them; making copies looks for them with the same eyes."""
    Board.objects.update(second_step="niemand")
    monkeypatch.setattr(taking_in, "Eyes", lambda: EYES)
    monkeypatch.setattr("magdit.journeys.hand_in.cleaning.Eyes", lambda: EYES)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_a_photo_goes_out_with_a_yes_and_comes_down_with_a_no(
    opens, bram, group_6a, noors_mother, agreed, account, wall, strand, system, screen
):
    page = opens(bram, screen=screen)
    page.goto("/")
    page.locator("main").get_by_role("link", name="Mag dit?").click()
    page.get_by_role("button", name="Begin een bericht").click()
    page.get_by_label("Foto's of een film").set_input_files(strand)
    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    page.get_by_label("Welke klas staat erop?").select_option("6A")
    page.get_by_label("De tekst van het bericht").fill("Wat een dag op het strand!")
    page.locator("#gezicht-" + first_face(page)).get_by_text("Wie is dit?").click()
    page.locator("#gezicht-" + first_face(page)).get_by_label("Naam").fill("Noor van Dijk")
    page.locator("#gezicht-" + first_face(page)).get_by_role("button", name="Dit is wie ik typte").click()
    expect(page.get_by_text("1 bekend, 1 nog open.")).to_be_visible()
    page.get_by_role("button", name="Onherkenbaar gezicht 2").click()
    page.get_by_role("button", name="Nee, niet meer te herkennen").click()
    expect(page.locator("#woord")).to_contain_text("Mag")
    page.reload()
    page.get_by_role("link", name="Plaatsen", exact=True).click()
    page.get_by_role("checkbox", name="Ik keek ernaar").check()
    page.get_by_role("button", name="Plaatsen", exact=True).click()
    place_waiting(system)
    page.get_by_role("link", name="Kijk opnieuw").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Geplaatst")
    stood_there = len(wall.posts)

    page = opens(noors_mother, screen=screen)
    page.goto("/")
    page.get_by_role("link", name="Foto’s").first.click()
    expect(page.get_by_text("Wat een dag op het strand!")).to_be_visible()
    page.goto(f"/mijn/{agreed.pk}/")
    page.get_by_label("Nee", exact=True).first.check()
    page.get_by_role("button", name="Antwoorden versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")
    take_down_waiting(system)

    page.goto("/mijn/fotos/")
    expect(page.get_by_text(re.compile("Weggehaald op"))).to_be_visible()
    assert (stood_there, len(wall.posts), Publication.objects.get().state) == (1, 0, "weg")


def first_face(page) -> str:
    """The id of the first face in the photo."""
    return page.locator("[data-face]").first.get_attribute("data-face")
