"""The privacy officer looks someone up, reads what happened, hands over a file, and sees the figures."""

from __future__ import annotations

import zipfile
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from magdit.areas.consent.actions import give, refuse, withdraw
from magdit.areas.journal.actions import seen
from magdit.areas.journal.doing import Ref
from magdit.areas.people.actions.persons import edit_person
from magdit.areas.people.models import Board, Group
from magdit.areas.registers.models import Appearance, TakedownTask
from tests.areas.conftest import NOON, YEAR, guardian, pupil
from tests.areas.consent.conftest import make_item
from tests.web.browser.conftest import DESK
from tests.web.browser.looking import look
from tests.web.officer.conftest import board_wide

TOPICS = (
    ("website-foto", "website", "school_laten_zien", ["foto"], "Mogen foto's van {naam} op de website van {school}?"),
    ("instagram-beeld", "instagram", "sociale_media", ["foto"], "Mogen foto's van {naam} op Instagram?"),
    ("ouderportaal", "ouderportaal", "nieuws_eigen_groep", ["foto"], "Mogen foto's van {naam} in het ouderportaal?"),
)


@pytest.fixture
def petra(transactional_db, board, school):
    """The FG."""
    Board.objects.update(second_step="niemand")
    return board_wide(board, "fg", called="Petra")


@pytest.fixture
def story(petra, board, noor, noors_mother, noors_father, bram, office, doing_as):
    """Noor's parents answered, changed their minds, and somebody looked."""
    items = []
    for number, (code, channel, purpose, covers, title) in enumerate(TOPICS):
        items.append(make_item(board, code, channel=channel, purpose=purpose, covers=covers, order=number))
        items[-1].texts.update(title=title)
    give(doing_as(noors_mother, at=NOON - timedelta(days=40)), noor, items[0])
    give(doing_as(noors_mother, at=NOON - timedelta(days=40)), noor, items[2])
    shown = Appearance.objects.create(
        board=board, person=noor, publication="00000000-0000-4000-8000-000000000001", channel="website",
        purpose="school_laten_zien", covers=["foto"], shown_at=NOON - timedelta(days=30),
    )  # fmt: skip
    refuse(doing_as(noors_father, at=NOON - timedelta(days=20)), noor, items[1])
    withdraw(doing_as(noors_mother, at=NOON - timedelta(days=2)), noor, items[0])
    TakedownTask.objects.filter(appearance=shown).update(due=NOON + timedelta(days=1))
    edit_person(doing_as(office), noor.pk, seen_version=noor.version, email="noor@thuis.example")
    seen(doing_as(office), Ref("persoon", str(noor.pk)), "adres")
    return items


def test_the_officer_finds_someone_and_hands_over_a_file(opens, petra, story, tmp_path):
    page = opens(petra)
    page.goto("/privacy/")
    look(page, "officer")
    page.get_by_label("Naam, of een deel ervan").fill("Dijk")
    page.get_by_role("button", name="Zoek").click()

    expect(page.get_by_role("heading", name="gevonden")).to_be_visible()
    assert "Dijk" not in page.url
    look(page, "officer-found")
    page.get_by_role("link", name="Dijk, Noor van").click()
    expect(page.get_by_role("heading", name="Noor van Dijk")).to_be_visible()
    look(page, "officer-person")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een bestand van alles").click()

    download.value.save_as(tmp_path / "alles.zip")
    assert "Noor" not in download.value.suggested_filename
    with zipfile.ZipFile(tmp_path / "alles.zip") as packed:
        readable = packed.read("gegevens.html").decode()
    assert "Wat wij over u bewaren" in readable
    assert "Mira" not in readable
    (tmp_path / "alles.html").write_text(readable, encoding="utf-8")


def test_the_history_reads_as_a_story(opens, petra, story, noor):
    page = opens(petra)
    page.goto(f"/privacy/persoon/{noor.pk}/")

    page.get_by_role("link", name="Bekijk wat er gebeurde en wie keek").click()

    expect(page.get_by_text("Mira Bakker trok een ja in.")).to_be_visible()
    expect(page.get_by_text("Wendy Smit bekeek de contactgegevens.")).to_be_visible()
    look(page, "officer-history")


def test_the_figures_stand_beside_their_bars(opens, petra, story, school, group_6a, doing_as):
    for number, name in enumerate(("7A", "7B", "8C")):
        group = Group.objects.create(school=school, year=YEAR, name=name)
        for child in range(4 + 4 * number):
            one = pupil(school, group, called=f"Kind{number}{child}", last="Smit", born=date(2015, 1, 1))
            parent = guardian(one, called=f"Ouder{number}{child}", last="Smit")
            for item in story[: child % 4]:
                (refuse if child % 3 == 0 else give)(doing_as(parent), one, item)
    page = opens(petra)

    page.goto("/privacy/cijfers/")

    expect(page.get_by_role("heading", name="Cijfers van De Linde")).to_be_visible()
    expect(page.get_by_role("cell", name="minder dan 5").first).to_be_visible()
    look(page, "officer-figures")


def test_the_journal_is_looked_through_while_waiting(opens, petra, story):
    page = opens(petra, screen=DESK)
    page.goto("/privacy/journaal/")
    look(page, "officer-chain")

    page.get_by_role("button", name="Kijk het journaal na").click()

    expect(page.get_by_text("Het journaal klopt.")).to_be_visible()
    look(page, "officer-chain-whole")
