"""The office in a real browser: a paper is typed over, a round comes to its end, a family is invited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import expect

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Answer, Letter
from magdit.areas.consent.rounds.actions import open_round
from magdit.areas.consent.rounds.post import NOT_SENT
from magdit.areas.people.models import Guardianship
from tests import cast
from tests.areas.conftest import guardian, pupil
from tests.areas.consent.conftest import answers as answers
from tests.areas.consent.conftest import make_item
from tests.web.browser.conftest import DESK
from tests.web.browser.looking import look

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
TITLES = {
    "website-foto": "Mag een foto van {naam} op de website van de school?",
    "nieuwsbrief-foto": "Mag een foto van {naam} in de nieuwsbrief?",
    "instagram-foto": "Mag een foto van {naam} op Instagram?",
}


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def asked(board):
    """Three questions, in words that parents read."""
    made = [make_item(board, code, channel=code.split("-")[0], order=number) for number, code in enumerate(TITLES)]
    for item in made:
        item.texts.update(title=TITLES[item.code])
    return made


@pytest.fixture
def at_desk(school):
    """`at_desk("paper", noor)`: an address of the office."""

    def address(name, *about):
        return reverse(f"office:{name}", args=[school.code, *(getattr(one, "pk", one) for one in about)])

    return address


def test_the_office_types_over_a_paper(opens, office, at_desk, asked, noor, noors_mother, tmp_path):
    scan = tmp_path / "papier.pdf"
    scan.write_bytes(PDF)
    page = opens(office)
    page.goto(at_desk("paper_find"))
    page.get_by_label("Naam").fill("noor")
    page.get_by_role("button", name="Zoek").click()
    look(page, "paper-find")
    page.get_by_role("link", name="Noor van Dijk").click()

    page.get_by_label("Mira Bakker").check()
    page.get_by_label("Welke datum staat op het papier?").fill(cast.TODAY.isoformat())
    for title, answer in (("website", "Ja"), ("nieuwsbrief", "Ja"), ("Instagram", "Nee")):
        page.get_by_role("group", name=title).get_by_label(answer, exact=True).check()
    page.get_by_role("button", name="Bewaar dit papier").click()
    expect(page.get_by_text("Er is nog niets bewaard.")).to_be_visible()
    look(page, "paper-wrong")
    page.get_by_label("Scan van het papier").set_input_files(scan)
    page.get_by_role("button", name="Bewaar dit papier").click()

    expect(page.get_by_role("heading", name="Bewaard over Noor van Dijk")).to_be_visible()
    assert Answer.objects.count() == 3
    look(page, "paper-kept")
    with page.expect_download() as came:
        page.get_by_role("button", name="Download de scan").click()
    assert Path(came.value.path()).read_bytes() == PDF
    page.goto(at_desk("paper", noor))
    look(page, "paper")


def test_an_image_of_forty_megabytes_is_answered_by_a_page_with_all_that_was_typed(
    opens, office, at_desk, asked, noor, noors_mother, tmp_path
):
    scan = tmp_path / "papier.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40 * 1024 * 1024))
    page = opens(office, screen=DESK)
    page.goto(at_desk("paper", noor))
    page.get_by_label("Mira Bakker").check()
    page.get_by_label("Welke datum staat op het papier?").fill(cast.TODAY.isoformat())
    page.get_by_role("group", name="website").get_by_label("Ja", exact=True).check()
    page.get_by_label("Scan van het papier").set_input_files(scan)

    page.get_by_role("button", name="Bewaar dit papier").click()

    expect(page.get_by_text("De scan is groter dan 10 MB.")).to_be_visible()
    expect(page.get_by_role("group", name="website").get_by_label("Ja", exact=True)).to_be_checked()
    assert not Answer.objects.exists()


def test_the_office_opens_a_round_and_brings_it_to_its_end(
    opens, office, at_desk, asked, group_6a, noor, noors_mother, sem, answers
):
    page = opens(office, screen=DESK)
    page.goto(at_desk("desk"))
    look(page, "desk-before")
    page.get_by_role("link", name="Open de ronde").click()
    look(page, "round-open")
    page.get_by_role("button", name="Open de ronde").click()
    expect(page.get_by_text("De ronde is open.")).to_be_visible()
    look(page, "round")
    page.get_by_role("link", name="6A").click()
    look(page, "round-class")
    page.goto(at_desk("letters"))
    look(page, "letters")
    page.get_by_role("button", name="Verstuur nu").click()
    expect(page.get_by_text("1 bericht is verstuurd.")).to_be_visible()

    for item in asked:
        answers(give, noors_mother, noor, item)
        answers(give, sem, sem, item)
    page.goto(at_desk("round"))

    expect(page.get_by_text("van 2 zijn compleet")).to_be_visible()
    expect(page.get_by_role("row", name="6A").get_by_text("1 van 1")).to_be_visible()
    page.get_by_role("link", name="Verander het einde of het herinneren").click()
    look(page, "round-change")


def test_the_office_invites_a_family(opens, office, at_desk, noor, noors_mother, noors_father):
    noors_father.email = ""
    noors_father.save()
    page = opens(office)
    page.goto(at_desk("invitations"))
    look(page, "invitations")

    page.get_by_label("Bakker, Mira").check()
    page.get_by_role("button", name="Verstuur de uitnodigingen").click()

    expect(page.get_by_text("1 uitnodiging is verstuurd.")).to_be_visible()
    assert [one.to for one in mail.outbox] == [["mira@thuis.example"]]
    with page.expect_download() as came:
        form = page.locator("form", has_text="Nog niet uitgenodigd, zonder e-mail")
        form.get_by_label("Dijk, Joost van").check()
        form.get_by_role("button", name="Download de brieven").click()
    assert came.value.suggested_filename.endswith(".pdf")
    expect(page.get_by_text("1 brief is gedownload.")).to_be_visible()
    look(page, "invitations-sent")


def test_what_needs_a_person_is_easy_to_read(
    opens, office, at_desk, asked, school, group_4v, doing_as, answers, noor, noors_mother, noors_father
):
    for item in asked[:2]:
        answers(give, noors_mother, noor, item)
        answers(refuse, noors_father, noor, item)
    child = pupil(school, group_4v, called="Joep", last="Mulder", born=cast.SEM.born.replace(day=23))
    guardian(child, called="Tine", last="Mulder", authority="onbekend")
    open_round(doing_as(office), school, opens=cast.TODAY)
    Letter.objects.update(failed=NOT_SENT, tried=2)
    page = opens(office)

    page.goto(at_desk("attention"))

    page.get_by_text("Noor van Dijk").first.click()
    expect(page.get_by_text("nee geldt").first).to_be_visible()
    look(page, "attention")
    page.goto(at_desk("letters"))
    look(page, "letters-failed")
    page.goto(at_desk("desk"))
    look(page, "desk")


def test_a_person_and_their_authority_are_easy_to_read(opens, office, at_desk, noor, noors_mother):
    guardian(noor, called="Rik", last="Post", authority="onbekend")
    bond = Guardianship.objects.get(guardian=noors_mother)
    page = opens(office)
    page.goto(at_desk("people"))
    page.get_by_label("Naam").fill("bakker")
    page.get_by_role("button", name="Zoek").click()
    look(page, "people")
    page.get_by_role("link", name="Mira Bakker").click()
    look(page, "person-parent")
    for name, about in (
        ("person", (noor,)), ("person_edit", (noor,)), ("person_leaving", (noor,)), ("guardian", (noor,)),
        ("authority", (noor, bond)),
    ):  # fmt: skip
        page.goto(at_desk(name, *about))
        look(page, name)

    page.goto(at_desk("authority", noor, bond))
    page.get_by_label("Nee", exact=True).check()
    page.get_by_label("Volgens wie?").fill("uitspraak van de rechter")
    page.get_by_role("button", name="Bewaar het gezag").click()

    expect(page.get_by_text("geen gezag", exact=True)).to_be_visible()
    look(page, "person-after")
