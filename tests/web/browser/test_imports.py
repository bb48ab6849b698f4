"""The office takes a list over in a browser: on a phone and at a desk, with the keyboard, and in the dark."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import Page, expect

from magdit.areas.people.imports import at_work
from magdit.areas.people.models import Person
from magdit.areas.people.models_entry import Intake
from magdit.journeys import taking_over
from magdit.journeys.taking_over_work import carry_out
from tests.web.browser.conftest import DESK
from tests.web.browser.looking import look

HOME = "/school/de-linde/kantoor/lijsten/"
TABLE = b"""Leerlingnummer;Voornaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas;BSN
101;Yara;;Haddad;2016-09-01;6B;111222333
102;Omar;;Haddad;2016-09-01;6B;123456782
103;Noor;van;Dijk;;6A;123456782
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture
def at_once(monkeypatch):
    """The work is done in the request that asks for it."""

    def work(doing, intake, lock):
        carry_out(doing, Intake.objects.select_related("school__board").get(pk=intake))
        os.close(lock)

    monkeypatch.setattr(taking_over, "spawn", work)


def hand_in(page: Page) -> None:
    page.goto(f"{HOME}nieuw/")
    page.get_by_label("Leerlingen of medewerkers in Excel of CSV").check()
    page.get_by_label("Het bestand").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": TABLE},
    )  # fmt: skip
    page.get_by_role("button", name="Lever in").click()


@pytest.mark.usefixtures("at_once")
def test_the_office_takes_a_table_over_from_the_file_to_the_result(opens, office: Person, noor: Person):
    page = opens(office, screen=DESK)
    page.goto(HOME)
    look(page, "lists-empty")
    page.goto(f"{HOME}nieuw/")
    look(page, "hand-in")
    hand_in(page)
    expect(page.get_by_role("heading", name="Wat staat waar?")).to_be_visible()
    look(page, "columns")
    page.get_by_role("button", name="Laat zien wat er verandert").click()
    expect(page.get_by_role("heading", name="Dit verandert er")).to_be_visible()
    look(page, "difference")
    page.get_by_label("Ja, dit is Noor").check()
    page.get_by_role("button", name="Neem over").click()
    expect(page.get_by_text("Uw antwoorden zijn verwerkt.")).to_be_visible()
    page.get_by_role("button", name="Neem over").click()

    expect(page.get_by_role("heading", name="De lijst is overgenomen")).to_be_visible()
    look(page, "done")
    page.goto(HOME)
    look(page, "lists")
    assert Person.objects.filter(last="Haddad").count() == 2


def test_a_page_that_waits_shows_by_itself_that_the_work_is_done(opens, office: Person, monkeypatch):
    held: list[tuple[object, ...]] = []
    monkeypatch.setattr(taking_over, "spawn", lambda *told: held.append(told))
    page = opens(office)
    hand_in(page)
    expect(page.get_by_role("heading", name="We kijken wat er verandert")).to_be_visible()
    doing, intake, lock = held[0]
    at_work.tell(intake, "mensen", 3000, 9000)
    expect(page.get_by_text("We schrijven de mensen op.")).to_be_visible()
    look(page, "busy")

    carry_out(doing, Intake.objects.select_related("school__board").get(pk=intake))
    os.close(lock)

    expect(page.get_by_role("heading", name="Wat staat waar?")).to_be_visible()


@pytest.mark.usefixtures("at_once")
def test_a_list_that_cannot_be_read_says_why_and_loses_nothing(opens, office: Person):
    page = opens(office)
    hand_in(page)
    page.get_by_label("Geboortedatum").select_option("tot")
    page.get_by_label("Klas").select_option("rol")
    page.get_by_label("Bewaar dit voor de volgende keer").fill("Onze leerlingen")

    page.get_by_role("button", name="Laat zien wat er verandert").click()
    page.get_by_role("link", name="Wijs de kolommen aan").click()

    expect(page.get_by_label("Wat betekent “6B” bij rol?")).to_be_visible()
    expect(page.get_by_label("Klas", exact=True)).to_have_value("rol")
    expect(page.get_by_label("Bewaar dit voor de volgende keer")).to_have_value("Onze leerlingen")
    look(page, "columns-wrong")
