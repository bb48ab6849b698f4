"""Settings in a real browser: readable for everyone, by keyboard too; a key is made, copied once and closed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.consent.texts.actions import new_text
from magdit.areas.consent.texts.catalogue_actions import lay_catalogue
from magdit.areas.consent.texts.words import Words
from magdit.areas.people.api_keys import mark_of
from magdit.areas.people.models import ApiKey, Board, Person, School
from tests.areas.conftest import NOON
from tests.web.browser.looking import look
from tests.web.settings.conftest import governor, manager

__all__ = ["governor", "manager"]
PAGES = {
    "own": "/instellingen/",
    "school": "/instellingen/school/de-linde/",
    "roles": "/instellingen/school/de-linde/rollen/",
    "board": "/instellingen/bestuur/",
    "texts": "/instellingen/bestuur/teksten/",
    "text": "/instellingen/bestuur/teksten/website-foto/",
    "keys": "/instellingen/sleutels/",
    "key-new": "/instellingen/sleutels/nieuw/",
    "api": "/api/v1/docs",
}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_settings_is_easy_to_read(name, opens, governor: Person, school: School, fatima, bram, system):
    lay_catalogue(system, school.board)
    ApiKey.objects.create(
        board=school.board, name="Leerlingadministratie", scopes=["personen:lezen", "toestemmingen:lezen"],
        mark="0" * 64, hint="magdit_x1y2z", made_at=NOON, made_by="test", until=NOON.date() + timedelta(days=100),
    )  # fmt: skip
    page = opens(governor)

    page.goto(PAGES[name])

    look(page, f"settings-{name}")


def test_a_mistake_is_easy_to_find(opens, governor: Person, school: School):
    page = opens(governor)
    page.goto(PAGES["school"])
    page.get_by_label("BRIN").fill("zomaar")
    page.get_by_label("Naam").fill("De Nieuwe Linde")

    page.get_by_role("button", name="Bewaar").click()

    expect(page.get_by_role("alert")).to_contain_text("Dit is geen BRIN")
    expect(page.get_by_label("Naam")).to_have_value("De Nieuwe Linde")
    look(page, "settings-school-wrong")


def test_a_key_is_made_copied_once_and_closed(opens, governor: Person, school: School):
    page = opens(governor)
    page.goto(PAGES["keys"])
    expect(page.get_by_text("Er is nog geen sleutel")).to_be_visible()
    look(page, "settings-keys-empty")
    page.get_by_role("link", name="Maak een sleutel").click()
    page.get_by_label("Waarvoor is de sleutel?").fill("De website")
    page.get_by_label("zien wie er in beeld mag").check()

    page.get_by_role("button", name="Maak de sleutel").click()

    token = page.get_by_label("De sleutel", exact=True).input_value()
    assert re.fullmatch(r"magdit_[\w-]{43}", token)
    assert ApiKey.objects.get().mark == mark_of(token)
    look(page, "settings-key-made")
    page.goto(PAGES["keys"])
    page.go_back()
    page.reload()
    expect(page.get_by_text(token)).to_have_count(0)
    page.get_by_role("link", name="Naar de sleutels").click()
    page.get_by_role("link", name="Trek in").click()
    look(page, "settings-key-close")
    page.get_by_role("button", name="Trek de sleutel in").click()
    expect(page.get_by_text("Geen programma komt er nog mee binnen.")).to_be_visible()
    expect(page.get_by_text("ingetrokken", exact=True)).to_be_visible()


def test_the_board_changes_a_choice_by_keyboard_alone(opens, governor: Person, school: School):
    page = opens(governor)
    page.goto(PAGES["board"])

    page.get_by_label("Eén ouder met gezag is genoeg").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Bewaar").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Bewaard.", exact=True)).to_be_visible()
    assert Board.objects.get(pk=school.board_id).parents_needed == "allen"


def test_one_sees_how_a_question_reads_and_then_keeps_it(opens, governor: Person, school: School, system):
    lay_catalogue(system, school.board)
    page = opens(governor)
    page.goto(PAGES["text"])
    page.get_by_label("De vraag").fill("Mag {naam} op de website?")

    page.get_by_role("button", name="Bekijk eerst hoe het leest").click()

    expect(page.get_by_role("heading", name="Mag Noor op de website?")).to_be_visible()
    page.get_by_role("button", name="Bewaar als nieuwe versie").click()
    expect(page.get_by_text("Bewaard. Wie nu wordt gevraagd, leest deze tekst.")).to_be_visible()
    assert ItemText.objects.filter(item__code="website-foto", language="nl").count() == 2


def test_who_comes_second_reads_what_the_first_wrote(opens, governor: Person, school: School, system):
    lay_catalogue(system, school.board)
    page = opens(governor)
    page.goto(PAGES["text"])
    page.get_by_label("De vraag").fill("Mag {naam} op de site van nu?")
    item = Item.objects.get(board=school.board, code="website-foto")
    new_text(system, item, Words("Mag {naam} op de site van toen?", "Zegt u nee, dan gebeurt er niets.", ""))

    page.get_by_role("button", name="Bewaar als nieuwe versie").click()

    expect(page.get_by_text("Mag {naam} op de site van toen?")).to_be_visible()
    expect(page.get_by_label("De vraag")).to_have_value("Mag {naam} op de site van nu?")
    look(page, "settings-text-newer")
    page.get_by_role("button", name="Bewaar als nieuwe versie").click()
    expect(page.get_by_text("Bewaard. Wie nu wordt gevraagd, leest deze tekst.")).to_be_visible()


def test_a_role_is_given_and_ended_on_a_phone(opens, fatima: Person, bram: Person):
    page = opens(fatima)
    page.goto(PAGES["roles"])
    page.get_by_label("Wie", exact=True).select_option(label="Visser, Bram")
    page.get_by_label("Rol", exact=True).select_option("mentor")

    page.get_by_role("button", name="Geef deze rol").click()

    expect(page.get_by_text("De rol is gegeven, vanaf vandaag.")).to_be_visible()
    page.get_by_role("link", name="Beëindig de rol mentor van Bram Visser").click()
    expect(page.get_by_text("Bram Visser is vanaf morgen geen mentor meer op De Linde.")).to_be_visible()
    look(page, "settings-role-end")
    page.get_by_role("button", name="Beëindig deze rol").click()
    expect(page.get_by_text("Vandaag is de laatste dag.")).to_be_visible()
