"""The main page in a real browser: a teacher with a phone hands in a photo, mends what is wrong, and sees that it may.

Once with the keyboard alone, once without JavaScript, once while the network is away.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.words import words_of
from magdit.areas.people.models import Board
from magdit.journeys.hand_in import taking_in
from tests.areas.conftest import pupil
from tests.chromium import PHONE
from tests.journeys.hand_in.conftest import EYES, own_folder, photo  # noqa: F401  (fixture)
from tests.web.browser.conftest import DESK, _signed_in
from tests.web.browser.looking import look

WORDS = "Wat een dag op het strand! Noor van Dijk vond een zeester. Vragen? Bel 06 12345678."


@pytest.fixture(autouse=True)
def _one_class(transactional_db, monkeypatch, own_folder, school, group_6a, bram, noor):  # noqa: F811
    """Bram teaches 6A, in which nobody was asked anything yet; faces are where the test put them."""
    Board.objects.update(second_step="niemand")
    monkeypatch.setattr(taking_in, "Eyes", lambda: EYES)
    for called, last in (("Yara", "Haddad"), ("Daan", "Bakker")):
        pupil(school, group_6a, called=called, last=last, born=noor.born)


def begun(page: Page, strand: Path | None = None) -> None:
    """A new draft, with the photo if there is one."""
    page.goto("/school/de-linde/bericht/")
    page.get_by_role("button", name="Begin een bericht").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mag dit?")
    page.wait_for_load_state()  # who is quicker than the page's scripts has a test in test_nothing_overtaken.py
    if strand is not None:
        page.get_by_label("Foto's of een film").set_input_files(strand)
        expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()


@pytest.mark.parametrize("screen", [{"width": 390, "height": 844}, DESK], ids=["phone", "desk"])
def test_a_teacher_hands_in_a_photo_with_a_text(opens, bram, strand, group_6a, screen):
    page = opens(bram, screen=screen)
    page.goto("/")
    page.get_by_role("link", name=re.compile("Mag dit")).first.click()
    look(page, "drafts")
    page.set_viewport_size(screen)

    begun(page)
    look(page, "empty")
    page.set_viewport_size(screen)
    page.get_by_label("Foto's of een film").set_input_files(strand)
    expect(page.locator("#woord")).to_contain_text("Eerst weten")
    page.get_by_label("Welke klas staat erop?").select_option("6A")
    page.get_by_label("De tekst van het bericht").fill(WORDS)
    expect(page.locator("mark")).to_have_count(2)
    page.reload()
    look(page, "open")
    page.set_viewport_size(screen)

    page.get_by_label("Noor van Dijk").check()
    page.get_by_role("button", name="Klopt zo").click()
    expect(page.get_by_text("Kinderen nagekeken")).to_be_visible()
    page.reload()
    look(page, "asked")
    page.set_viewport_size(screen)
    page.get_by_role("button", name="Onherkenbaar gezicht 1").click()
    expect(page.get_by_text("1 onherkenbaar, 1 nog open.")).to_be_visible()
    page.get_by_role("button", name="Onherkenbaar gezicht 2").click()
    expect(page.get_by_text("2 gezichten: 2 onherkenbaar.")).to_be_visible()
    page.get_by_role("button", name="Nee, niet meer te herkennen").click()
    page.reload()
    look(page, "hidden")


def test_with_the_keyboard_alone(opens, bram, strand):
    page = opens(bram, screen=DESK)
    begun(page, strand)

    page.get_by_role("link", name="gezicht 1: nog open").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Onherkenbaar gezicht 1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 onherkenbaar, 1 nog open.")).to_be_visible()
    page.get_by_text("Een gezicht is gemist").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Teken op de foto").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("button", name=re.compile("Nieuw kader"))
    expect(box).to_be_focused()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)

    expect(page.get_by_role("link", name="gezicht 3: nog open")).to_be_visible()
    drawn = Picture.objects.get().faces[2]
    assert drawn["w"] > drawn["h"]
    assert drawn["x"] > 140


def test_a_face_that_was_missed_is_drawn_with_a_finger(opens, bram, strand):
    page = opens(bram, screen=DESK)
    page.emulate_media(reduced_motion="reduce")  # what scrolls into view stands still at once
    begun(page, strand)
    page.get_by_text("Een gezicht is gemist").click()
    page.get_by_role("button", name="Teken op de foto").click()
    photo_ = page.locator(".canvas svg").bounding_box()

    page.mouse.move(photo_["x"] + photo_["width"] * 0.1, photo_["y"] + photo_["height"] * 0.6)
    page.mouse.down()
    page.mouse.move(photo_["x"] + photo_["width"] * 0.3, photo_["y"] + photo_["height"] * 0.9, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Dit is een gezicht").click()

    expect(page.get_by_role("link", name="gezicht 3: nog open")).to_be_visible()
    drawn = Picture.objects.get().faces[2]
    assert (abs(drawn["x"] - 32) < 6, abs(drawn["w"] - 64) < 8, abs(drawn["h"] - 72) < 8) == (True, True, True)


def test_without_javascript(opens, bram, strand, group_6a):
    page = opens(bram, java_script_enabled=False)
    page.goto("/school/de-linde/bericht/")
    page.get_by_label("Foto's of een film").set_input_files(strand)
    page.get_by_role("button", name="Begin een bericht").click()

    page.get_by_label("Welke klas staat erop?").select_option("6A")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_label("De tekst van het bericht").fill("Een dag op het strand.")
    page.get_by_role("button", name="Bewaar en kijk na").click()
    page.get_by_role("button", name="Onherkenbaar gezicht 1").click()
    page.get_by_text("Wie is dit?").last.click()
    page.get_by_label("Naam", exact=True).last.fill("Noor van Dijk")
    page.get_by_role("button", name="Dit is wie ik typte").last.click()
    expect(page.get_by_text("Noor van Dijk, mag hier niet").first).to_be_visible()
    page.get_by_role("button", name="Onherkenbaar gezicht 2").click()
    page.get_by_role("button", name="Klopt zo").click()
    page.get_by_role("button", name="Nee, niet meer te herkennen").click()

    expect(page.locator("#woord")).to_contain_text("Mag")
    expect(page.locator("#woord")).not_to_contain_text("mits")
    assert words_of(Draft.objects.get()).text == "Een dag op het strand."


def test_a_file_that_is_refused_stays_named_beside_the_photo_that_came(browser: Browser, live_server, bram, strand):
    """With a browser of its own: its console tells that a file was refused, and that is no fault."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url, locale="nl-NL")
    context.add_cookies([_signed_in(bram, live_server.url)])
    page = context.new_page()
    begun(page)
    letter = strand.with_name("brief.jpg")
    letter.write_bytes(b"Dit is geen foto.")

    page.get_by_label("Foto's of een film").set_input_files([letter, strand])

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    expect(page.locator("[data-progress] .wrong")).to_contain_text("brief.jpg")
    page.get_by_label("Nog een foto of film").set_input_files(strand)
    expect(page.locator("[data-progress] .wrong")).to_have_count(0)
    context.close()


def test_while_the_network_is_away_nothing_is_lost(browser: Browser, live_server, bram, strand):
    """With a browser of its own: its console tells that the network is away, and that is no fault."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url, locale="nl-NL")
    context.add_cookies([_signed_in(bram, live_server.url)])
    page = context.new_page()
    begun(page)
    page.route("**/bericht/**", lambda route: route.abort() if route.request.method != "GET" else route.continue_())

    page.get_by_label("De tekst van het bericht").fill("Een dag op het strand.")
    expect(page.get_by_text("Niet opgeslagen: er is geen verbinding.")).to_be_visible()
    page.get_by_label("Foto's of een film").set_input_files(strand)
    expect(page.locator("[data-progress] li")).to_be_visible()
    page.reload()
    expect(page.get_by_label("De tekst van het bericht")).to_have_value("Een dag op het strand.")
    page.unroute("**/bericht/**")

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("Niet opgeslagen: er is geen verbinding.")).to_be_hidden()
    expect(page.get_by_text("Bewaard.", exact=True)).to_be_visible(timeout=20_000)
    assert words_of(Draft.objects.get()).text == "Een dag op het strand."
    context.close()


SHARED = """async (bytes) => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
    const form = new FormData();
    form.append("pictures", new File([new Uint8Array(bytes)], "strand.jpg", { type: "image/jpeg" }));
    return (await fetch("/gedeeld/", { method: "POST", body: form })).url;
}"""


def test_a_photo_that_another_app_shares_goes_up_from_a_new_draft(opens, bram):
    page = opens(bram)
    page.goto("/school/de-linde/bericht/")

    page.evaluate(SHARED, list(photo()))
    page.goto("/gedeeld/")
    expect(page.get_by_text("Er wachten 1 foto’s of films op dit toestel.")).to_be_visible()
    page.get_by_role("button", name="Begin een bericht").click()

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    assert page.evaluate("caches.keys()") == ["magdit-static-1"]


def test_an_upload_goes_on_where_it_broke_off(browser: Browser, live_server, bram, tmp_path):
    """With a browser of its own: its console tells that a piece got lost."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url, locale="nl-NL")
    context.add_cookies([_signed_in(bram, live_server.url)])
    page = context.new_page()
    large = tmp_path / "groot.jpg"
    large.write_bytes(photo() + bytes(2_300_000))
    sent: list[str] = []

    def second_is_lost(route):
        if route.request.method == "PATCH":
            sent.append(route.request.headers["upload-offset"])
            if len(sent) == 2:
                route.abort()
                return
        route.continue_()

    begun(page)
    page.route("**/delen/**", second_is_lost)
    page.get_by_label("Foto's of een film").set_input_files(large)

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible(timeout=20_000)
    assert sent == ["0", "1000000", "1000000", "2000000"]
    context.close()


def test_the_first_verdict_is_there_before_the_photos_and_says_so(opens, bram, strand):
    page = opens(bram)
    begun(page)
    held: list[Route] = []
    over: list[bool] = []
    page.route("**/delen/*/", lambda route: route.continue_() if over else held.append(route))

    page.get_by_label("Foto's of een film").set_input_files(strand)
    page.get_by_label("De tekst van het bericht").fill("Een dag op het strand.")
    expect(page.locator("#woord")).to_contain_text("Mag")
    expect(page.get_by_text("Dit is nog zonder de foto's die onderweg zijn.")).to_be_visible()
    expect(page.locator(".ways-on")).to_be_hidden()
    over.append(True)
    held[0].continue_()

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    expect(page.get_by_text("Dit is nog zonder de foto's die onderweg zijn.")).to_be_hidden()
