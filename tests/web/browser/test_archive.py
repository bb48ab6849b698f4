"""What stood online before magdit, the post of who left, and the days off, in a real browser."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from magdit.areas.drafts.turns import ARCHIVE, give_turn
from magdit.areas.people.models import Board
from magdit.areas.registers.archive import Found, keep_found, list_of
from magdit.areas.registers.free_days import take_region
from magdit.areas.registers.models import ArchiveTask, ChannelAccount
from tests.areas.conftest import NOON, employee
from tests.web.browser.conftest import DESK
from tests.web.browser.looking import look
from tests.web.rows.publications import a_held_post

SITE = "https://delinde.example"
LIST = "/school/de-linde/publicaties/archief/"


@pytest.fixture
def lieke(school, transactional_db):
    Board.objects.update(second_step="niemand")
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def tasks(lieke, system, school, board):
    """Three that a check of the site found; the first could be taken down by magdit."""
    told = [
        ("Sneeuwpret op het plein met de hele onderbouw", "zeker", {"post": 12}),
        ("Nieuwsbrief van juni", "gezichten_groep", {}), ("Afscheid groep 8", "gezichten", {}),
    ]  # fmt: skip
    found = [
        Found(str(number), "1", level, [("osvs", "IV.M8"), ("wet", "AVG-7.3")], NOON + timedelta(days=number),
              {"place": f"{SITE}/2019/een-heel-lang-adres-over-{number}/", "title": title, "faces": 3,
               "findings": ["naam (2 keer)", "telefoonnummer"], "groups": ["6A"], "missed": []}, remote)
        for number, (title, level, remote) in enumerate(told)
    ]  # fmt: skip
    keep_found(system, school, "s", medium="website", found=found, may=(), is_whole=True)
    ChannelAccount.objects.create(
        board=board, school=school, medium="website", name="Schoolsite", connector="wordpress", address=SITE
    )
    give_turn(system, school, kind=ARCHIVE, subject=list_of(school.pk, "s"),
              ladder=[("communicatiemedewerker", ""), ("schoolleiding", "")], due=NOON)  # fmt: skip


@pytest.mark.parametrize("screen", [{"width": 390, "height": 844}, DESK], ids=["phone", "desk"])
def test_an_old_post_is_looked_up_and_dealt_with(opens, lieke, tasks, screen):
    page = opens(lieke, screen=screen)
    page.goto("/school/de-linde/publicaties/")
    page.get_by_role("link", name="Wat er al online stond").click()
    look(page, "archive-list")
    page.set_viewport_size(screen)
    page.get_by_role("link", name="Sneeuwpret").click()
    look(page, "archive-task")
    page.set_viewport_size(screen)

    page.get_by_role("button", name="Dit mag blijven staan").click()
    expect(page.get_by_role("alert")).to_contain_text("Er ontbreekt een reden")
    page.get_by_label("Waarom?").fill("Alle ouders gaven een ja op papier.")
    page.get_by_role("button", name="Dit mag blijven staan").click()

    expect(page.get_by_text("Waarom het mag blijven")).to_be_visible()
    assert ArchiveTask.objects.get(mark="0").state == "niet_nodig"


def test_the_post_of_who_left_is_taken_over(opens, lieke, fatima, school, board):
    a_held_post(type("Here", (), {"board": board, "school": school}))
    page = opens(fatima)
    page.goto("/school/de-linde/publicaties/")
    look(page, "held-note")

    page.get_by_role("link", name="Neem het over of gooi het weg").click()
    look(page, "held")
    page.get_by_role("button", name="Neem het over").click()

    expect(page.get_by_text("Het bericht is nu van u.")).to_be_visible()


def test_a_school_writes_down_when_it_is_closed(opens, lieke, fatima, school, system):
    take_region(system, school, "midden")
    page = opens(fatima)
    page.goto("/instellingen/school/de-linde/goedkeuren/")
    page.get_by_role("link", name="Vakanties en vrije dagen").click()

    page.get_by_label("Naam").fill("Studiedag")
    page.get_by_label("Van", exact=True).fill("2026-03-12")
    page.get_by_role("button", name="Zet erbij", exact=True).click()

    expect(page.get_by_text("donderdag 12 maart 2026")).to_be_visible()
    look(page, "school-days")
