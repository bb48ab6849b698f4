"""Breaches in a real browser: reported on a phone, handled to the end, readable for everyone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from magdit.areas.people.models import Board
from magdit.areas.registers import breaches as actions
from magdit.journeys.breaches import at_which_school, decide, report
from tests.areas.conftest import NOON
from tests.web.breaches.conftest import breach, farida
from tests.web.browser.looking import look

__all__ = ["breach", "farida"]
ROOM = "/privacy/datalekken/"


@pytest.fixture(autouse=True)
def _one_step(board: Board) -> None:
    Board.objects.update(second_step="niemand")


def test_every_page_about_a_breach_is_easy_to_read(opens, farida, fatima, bram, breach, school, doing_as):
    school.protocol = "ozhw"
    school.save()
    older, late = (doing_as(bram, at=NOON - timedelta(hours=hours)) for hours in (31, 80))
    told = {"what": "De telefoon met de klassenapp is weg."}
    report(late, bram, at_which_school(bram, late, school), told=told)
    row = report(older, bram, at_which_school(bram, older, school), told=told, signals=["ontspoort", "misstap_gezien"])
    full = {
        "whose": "Leerlingen van 6A en hun ouders", "many": "24", "kinds": "Namen, adressen en telefoonnummers",
        "consequences": "Iemand kan ze ongevraagd benaderen.", "measures": "De lijst is verwijderd.",
    }  # fmt: skip
    doing = doing_as(farida)
    row = actions.tell_more(doing, row.pk, version=row.version, told=full)
    row = decide(doing, row, version=row.version, risk="hoog", why="Adressen van kinderen bij onbekenden.")
    row = actions.informed(doing, row.pk, version=row.version, place=0)
    page = opens(farida)

    for address, name in (
        (ROOM, "register"), (f"{ROOM}{breach.pk}/", "new"), (f"{ROOM}{row.pk}/", "decided"),
        (f"{ROOM}{row.pk}/aanvullen/", "more"), (f"{ROOM}{breach.pk}/besluit/", "decide"),
        (f"{ROOM}{row.pk}/gemeld/", "reported"), (f"{ROOM}{row.pk}/formulier/", "authority"),
        (f"{ROOM}{row.pk}/brief/", "letter"), (f"{ROOM}melden/de-linde/", "report"), ("/", "home"),
    ):  # fmt: skip
        page.goto(address)
        look(page, f"breaches-{name}")


def test_a_breach_is_reported_on_a_phone_and_handled_to_the_end(opens, bram, farida, school):
    page = opens(bram)
    page.goto("/")
    page.get_by_role("link", name="Iets misgegaan?").click()
    page.get_by_label("Wat is er gebeurd?").fill("De lijst ging naar de verkeerde groep.")
    page.get_by_role("button", name="Meld dit").click()
    expect(page.get_by_text("Dank u.")).to_be_visible()

    page = opens(farida)
    page.goto("/")
    page.get_by_role("link", name="Mogelijk datalek: nog 72 uur").click()
    page.get_by_role("link", name="Beoordeel het risico").click()
    page.get_by_label("Een datalek, waarschijnlijk zonder risico voor mensen").check()
    page.get_by_label("Waarom vindt u dat?").fill("De lijst is meteen verwijderd.")
    page.get_by_role("button", name="Bewaar het besluit").click()
    page.get_by_role("button", name="Ingelicht").click()
    page.get_by_role("button", name="Sluit deze melding").click()

    expect(page.get_by_text("Gesloten. De melding blijft in het register staan.")).to_be_visible()
    page.goto(ROOM)
    expect(page.get_by_text("Alles is afgehandeld.")).to_be_visible()
    look(page, "breaches-done")
