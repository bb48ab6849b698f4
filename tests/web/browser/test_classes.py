"""A teacher at the school gate: who may not be on Instagram, and the card that goes along on the trip."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from magdit.areas.consent.models import Answer, Item
from magdit.areas.people.models import School
from tests.areas.conftest import NOON, guardian, pupil
from tests.areas.consent.conftest import make_item
from tests.web.browser.looking import look

NAMES = (
    ("Sanne", "", "Jansen"), ("Daan", "de", "Vries"), ("Emma", "van den", "Berg"), ("Lucas", "", "Bakker"),
    ("Noor", "", "Aalbers"), ("Mohammed", "el", "Amrani"), ("Sofie", "", "Visser"), ("Finn", "", "Smit"),
    ("Yara", "", "Aydın"), ("Bram", "de", "Groot"), ("Jayden", "", "Martina"), ("Lieke", "van der", "Meer"),
    ("Zeynep", "", "Yıldız"), ("Thijs", "", "Mulder"), ("Anna-Sophia", "van", "Wassenaer-Obdam"), ("Sem", "", "Kok"),
)  # fmt: skip
TOPICS = (
    ("website-foto", "website", "school_laten_zien", ["foto"]),
    ("website-video", "website", "school_laten_zien", ["video"]),
    ("naam-website", "website", "school_laten_zien", ["naam"]),
    ("instagram-beeld", "instagram", "sociale_media", ["foto", "video"]),
    ("ouderportaal-groep-foto", "ouderportaal", "nieuws_eigen_groep", ["foto"]),
    ("ouderportaal-school-beeld", "ouderportaal", "nieuws_hele_school", ["foto", "video"]),
    ("nieuwsbrief-foto", "nieuwsbrief", "nieuws_buiten_school", ["foto"]),
    ("klassenlijst", "email", "klassenlijst", ["persoonsgegevens"]),
)


@pytest.fixture
def class_6a(transactional_db, board, school, group_6a, noor, noors_mother, bram, fatima, office):
    """Seventeen children: most said yes, some no to one thing or another, and a few nothing."""
    type(board).objects.update(second_step="niemand")
    items = [
        make_item(school.board, code, channel=channel, purpose=purpose, covers=covers, order=number)
        for number, (code, channel, purpose, covers) in enumerate(TOPICS)
    ]
    families = [(noor, noors_mother)]
    for called, infix, last in NAMES:
        child = pupil(school, group_6a, called=called, infix=infix, last=last, born=date(2016, 5, 1))
        families.append((child, guardian(child, called=f"Ouder {called}", last=last)))
    for number, (child, parent) in enumerate(families):
        for place, item in enumerate(items):
            _answered(school, child, parent, item, says=_says(number, place))
    return group_6a


def _says(child: int, topic: int) -> str:
    if child % 7 == 4:
        return ""
    if child % 5 == 0 and TOPICS[topic][1] == "instagram":
        return "geweigerd"
    return "geweigerd" if (child * 7 + topic * 3) % 11 == 0 else "gegeven"


def _answered(school: School, child, parent, item: Item, *, says: str) -> None:
    if says:
        Answer.objects.create(
            item=item, person=child, giver=parent, school=school, role="ouder", state=says, at=NOON,
            form="digitaal_akkoord", entered_by=str(parent.pk), number=Answer.objects.filter(person=child).count() + 1,
        )  # fmt: skip


def test_a_teacher_asks_who_may_not_be_on_instagram(opens, bram, class_6a):
    page = opens(bram)

    page.goto("/school/de-linde/klassen/")
    look(page, "classes")
    page.get_by_role("link", name="6A").click()
    expect(page.get_by_text("Kies hierboven een kanaal.")).to_be_visible()
    look(page, "class")
    page.get_by_role("link", name="Instagram", exact=True).click()

    expect(page.get_by_role("heading", name="Niet op Instagram")).to_be_visible()
    expect(page.locator("#niet .names").first.get_by_text("Noor van Dijk")).to_be_visible()
    look(page, "class-instagram")


def test_a_topic_of_its_own_is_told_apart(opens, bram, class_6a):
    page = opens(bram)

    page.goto(f"/school/de-linde/klassen/{class_6a.pk}/?kanaal=website")

    look(page, "class-website")


def test_the_matrix_scrolls_inside_its_frame_and_keeps_the_names(opens, bram, class_6a):
    page = opens(bram)
    page.goto(f"/school/de-linde/klassen/{class_6a.pk}/")
    frame = page.get_by_role("region", name="De hele klas op een rij")

    frame.evaluate("frame => frame.scrollLeft = 300")

    name = frame.get_by_role("rowheader", name="Noor van Dijk")
    assert frame.bounding_box()["x"] <= name.bounding_box()["x"] < 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_teacher_prints_the_card(opens, bram, class_6a, tmp_path):
    page = opens(bram)
    page.goto(f"/school/de-linde/klassen/{class_6a.pk}/?kanaal=website")

    page.get_by_role("link", name="Maak de kaart voor een fotomoment").click()
    page.get_by_label("Instagram").check()
    page.get_by_role("button", name="Maak de kaart opnieuw").click()

    expect(page.get_by_text("Geldig tot en met")).to_be_visible()
    expect(page.get_by_text("Fatima Yilmaz")).to_be_visible()
    expect(page.get_by_role("button", name="Print de kaart")).to_be_visible()
    look(page, "card")
    assert len(re.findall(rb"/Type\s*/Page\b", _printed(page, tmp_path))) == 1


def _printed(page, folder) -> bytes:
    """The page on paper, as A4; what is for the screen alone is not on it."""
    page.emulate_media(media="print")
    assert not page.get_by_role("button").first.is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
    page.set_viewport_size({"width": 720, "height": 1040})
    path = folder / "kaart.pdf"
    page.pdf(path=path, format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))
    return path.read_bytes()


def test_the_card_asks_for_a_channel_first(opens, bram, class_6a):
    page = opens(bram)

    page.goto(f"/school/de-linde/klassen/{class_6a.pk}/kaart/")

    look(page, "card-choose")


def test_a_channel_that_the_protocol_closes_is_told_with_its_article(opens, bram, class_6a):
    School.objects.update(protocol="vsnon")
    page = opens(bram)

    page.goto(f"/school/de-linde/klassen/{class_6a.pk}/?kanaal=instagram")

    expect(page.get_by_text("Artikel 2b")).to_be_visible()
    look(page, "class-never")
