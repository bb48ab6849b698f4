"""Channels in a real browser: readable for everyone; added, connected and tried on a phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from magdit.areas.people.models import Board
from magdit.areas.registers.channels import add
from magdit.areas.registers.channels_agreed import decide_agreement
from magdit.areas.registers.models import ChannelAccount
from magdit.connectors.connector import Trouble
from magdit.connectors.wordpress import WordPress
from tests.cast import TODAY
from tests.web.accounts.conftest import farida, instagram, lieke, site
from tests.web.browser.looking import look

__all__ = ["farida", "instagram", "lieke", "site"]
LIST = "/school/de-linde/kanalen/"


@pytest.fixture(autouse=True)
def _one_step(board: Board) -> None:
    Board.objects.update(second_step="niemand")


def test_every_page_of_the_channels_is_easy_to_read(opens, fatima, lieke, farida, site, instagram, school, doing_as):
    doing = doing_as(fatima)
    decide_agreement(
        doing_as(farida), instagram.pk, version=1, agreement="gemaakt", until=TODAY + timedelta(days=200)
    )  # fmt: skip
    add(doing, school, medium="instagram", name="@delinde-6a", kind="pagina", under=instagram, owner=lieke)
    add(doing, school, medium="drukwerk", name="De Lindekrant", kind="blad", circulation=400)
    add(doing_as(lieke), school, medium="facebook", name="De Linde", kind="pagina")
    ChannelAccount.objects.create(board=school.board, school=school, medium="x", name="@oud", state="gesloten",
                                  closed_on=TODAY)  # fmt: skip
    page = opens(fatima)

    for address, name in (
        (LIST, "list"), (f"{LIST}nieuw/", "new"), (f"{LIST}{site.pk}/", "site"), (f"{LIST}{instagram.pk}/", "insta"),
        (f"{LIST}{instagram.pk}/afspraken/", "agree"), (f"{LIST}{instagram.pk}/sluiten/", "close"),
        (f"{LIST}{site.pk}/aansluiten/", "connect"),
    ):  # fmt: skip
        page.goto(address)
        look(page, f"accounts-{name}")


def test_an_empty_list_is_easy_to_read_and_leads_on(opens, fatima, school):
    page = opens(fatima)
    page.goto(LIST)
    look(page, "accounts-empty")

    page.get_by_role("link", name="Voeg een kanaal toe").click()

    expect(page.get_by_role("heading", name="Een kanaal toevoegen")).to_be_visible()


def test_a_channel_is_added_connected_and_tried_on_a_phone(opens, fatima, school, monkeypatch):
    def check(self, way):
        raise Trouble("signed_out", again=False)

    monkeypatch.setattr(WordPress, "check", check)
    page = opens(fatima)
    page.goto(f"{LIST}nieuw/")
    page.get_by_label("Waar staat het?").select_option("website")
    page.get_by_label("Hoe heet het?").fill("Website De Linde")
    page.get_by_label("Adres", exact=True).fill("https://delinde.example/")
    page.get_by_label("Wie zorgt ervoor?").select_option(label="Yilmaz, Fatima")
    page.get_by_label("WordPress").check()
    page.get_by_label("Dit is van de school").check()
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("nog geen inlog")).to_be_visible()

    page.get_by_role("link", name="Stel in").click()
    page.get_by_label("Gebruiker").fill("magdit")
    page.get_by_label("Applicatiewachtwoord").fill("abcd efgh ijkl")
    page.get_by_role("button", name="Bewaar").click()

    expect(page.get_by_text("inlog bewaard")).to_be_visible()
    page.get_by_role("button", name="Probeer de verbinding").click()
    expect(page.get_by_text("De andere kant herkent de aanmelding niet.")).to_be_visible()
    look(page, "accounts-tried")
