"""On a phone: the verdict that opens where one stands, and words that no button overtakes; what stays on a device."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft
from magdit.areas.drafts.words import Words, words_of
from tests.chromium import PHONE
from tests.journeys.hand_in.conftest import own_folder, photo  # noqa: F401  (fixture)
from tests.web.browser.conftest import _signed_in
from tests.web.browser.looking import faults, keep, look
from tests.web.browser.test_hand_in import SHARED, WORDS, _one_class, begun  # noqa: F401  (fixture)

FEAST = "Morgen is het feest op school."


def typed(page: Page, words: str) -> None:
    page.get_by_label("De tekst van het bericht").fill(words)


def closes(page: Page) -> None:
    expect(page.locator("#blad")).to_be_hidden()
    expect(page.get_by_role("button", name="Bekijk het oordeel")).to_be_focused()


def swipe_down(page: Page) -> None:
    page.locator("#blad").evaluate("""(sheet) => {
        const tells = (name, y) => sheet.dispatchEvent(new TouchEvent(name, { bubbles: true,
            touches: name === "touchend" ? [] : [new Touch({ identifier: 1, target: sheet, clientX: 90, clientY: y })],
            changedTouches: [new Touch({ identifier: 1, target: sheet, clientX: 90, clientY: y })] }));
        tells("touchstart", 400); tells("touchmove", 520); tells("touchend", 560);
    }""")


def test_the_verdict_opens_where_one_stands_and_closes_in_every_way(opens, bram):
    page = opens(bram)
    page.emulate_media(reduced_motion="reduce")
    begun(page)
    typed(page, WORDS)
    expect(page.locator("mark")).to_have_count(2)

    show, sheet = page.get_by_role("button", name="Bekijk het oordeel"), page.locator("#blad")
    show.focus()
    page.keyboard.press("Enter")
    expect(sheet.locator("#verdict-word")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == []
        keep(page, f"sheet-390-{scheme}")
    sheet.get_by_role("button", name="Weglaten").first.click()
    expect(page.locator("mark")).to_have_count(1)
    expect(sheet.locator("#verdict-word")).to_be_visible()
    sheet.get_by_text("Het hele artikel").first.click()
    expect(sheet.get_by_role("link", name=re.compile("op een eigen pagina")).first).to_be_visible()
    assert sheet.evaluate("sheet => sheet.contains(document.activeElement)")

    page.keyboard.press("Escape")
    closes(page)
    expect(page.locator(".answer > #oordeel")).to_have_count(1)
    show.click()
    page.mouse.click(195, 20)
    closes(page)
    show.click()
    swipe_down(page)
    closes(page)
    show.click()
    sheet.get_by_role("button", name="Sluit").click()
    closes(page)


def test_who_types_and_places_at_once_places_those_words(opens, bram):
    page = opens(bram)
    begun(page)
    typed(page, "Een dag op school.")
    place = page.get_by_role("link", name="Plaatsen")
    expect(place).to_have_count(1)

    typed(page, FEAST)
    place.click()
    expect(page.get_by_text(FEAST)).to_be_visible()
    assert words_of(Draft.objects.get()).text == FEAST

    page.go_back()
    expect(page.get_by_label("De tekst van het bericht")).to_have_value(FEAST)
    typed(page, f"{FEAST} Bel Noor van Dijk: 06 12345678.")
    place.click()
    expect(page.locator("#woord")).to_contain_text("mits")
    expect(place).to_have_count(0)


def test_words_that_clash_with_those_of_another_are_told_and_place_nothing(browser, live_server, bram, doing_as):
    """With a browser of its own: its console tells of the clash."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url, locale="nl-NL")
    context.add_cookies([_signed_in(bram, live_server.url)])
    page = context.new_page()
    begun(page)
    typed(page, "Een dag op school.")
    place = page.get_by_role("link", name="Plaatsen")
    expect(place).to_have_count(1)
    row = Draft.objects.get()
    actions.change(doing_as(bram), row.pk, version=row.version, words=Words("Wat een ander schreef."))

    typed(page, FEAST)
    place.click()
    expect(page.get_by_text("Intussen veranderde:")).to_be_visible()
    expect(page.get_by_text("Wat u typte is nog niet bewaard.")).to_be_visible()
    expect(place).to_have_count(0)
    assert words_of(Draft.objects.get()).text == "Wat een ander schreef."

    page.get_by_role("button", name="Bewaar en kijk na").click()
    place.click()
    expect(page.get_by_text(FEAST)).to_be_visible()
    context.close()


def test_what_is_typed_goes_along_with_who_closes_the_page(opens, bram):
    page = opens(bram)
    begun(page)

    typed(page, FEAST)
    page.close(run_before_unload=True)
    again = opens(bram)
    text = again.get_by_label("De tekst van het bericht")
    for _ in range(60):  # what a closing page sends comes in by itself, a moment later
        again.goto(f"/school/de-linde/bericht/{Draft.objects.get().pk}/")
        if text.input_value() == FEAST:
            break
        again.wait_for_timeout(250)

    expect(text).to_have_value(FEAST)


def test_a_photo_on_its_way_holds_up_placing_in_every_window(opens, bram, strand):
    page = opens(bram)
    begun(page)
    typed(page, FEAST)
    expect(page.get_by_role("link", name="Plaatsen")).to_have_count(1)
    other = page.context.new_page()
    other.goto(page.url)
    held: list[Route] = []
    over: list[bool] = []
    page.route("**/delen/*/", lambda route: route.continue_() if over else held.append(route))

    page.get_by_label("Foto's of een film").set_input_files(strand)
    expect(page.get_by_text("Gaat naar school…").or_(page.get_by_text("Wordt bekeken…"))).to_be_visible()
    other.get_by_role("link", name="Plaatsen").click()
    expect(other.locator("[data-stays]")).to_contain_text("Er is nog een foto of film onderweg.")
    over.append(True)
    held[0].continue_()

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    expect(other.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    assert Draft.objects.get().pictures.count() == 1


def test_what_waits_on_a_shared_device_is_of_one_account_and_goes_when_they_leave(opens, live_server, bram, fatima):
    page = opens(bram)
    page.goto("/school/de-linde/bericht/")
    page.evaluate(SHARED, list(photo()))
    page.goto("/gedeeld/")
    waits = page.get_by_text("Er wachten 1 foto’s of films op dit toestel.")
    expect(waits).to_be_visible()

    page.context.clear_cookies()
    page.context.add_cookies([_signed_in(fatima, live_server.url)])
    page.goto("/gedeeld/")
    expect(page.get_by_text("Hier komt wat u vanuit een andere app met magdit deelt.")).to_be_visible()
    expect(waits).to_have_count(0)

    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    page.context.add_cookies([_signed_in(bram, live_server.url)])
    page.goto("/gedeeld/")
    expect(page.get_by_text("Hier komt wat u vanuit een andere app met magdit deelt.")).to_be_visible()
    page.evaluate(SHARED, list(photo()))  # the app is there again
    page.goto("/gedeeld/")
    expect(waits).to_be_visible()


def test_an_article_on_a_page_of_its_own(opens, bram):
    page = opens(bram)
    page.goto("/school/de-linde/protocol/osvs/IV.M8/")

    look(page, "article")


def test_a_photo_and_a_class_that_are_chosen_before_the_page_is_quite_there_count(opens, bram, strand):
    page = opens(bram)
    held: list[Route] = []
    page.context.route("**/typed*.js", lambda route: held.append(route))  # also what its service worker fetches
    page.goto("/school/de-linde/bericht/")
    page.get_by_role("button", name="Begin een bericht").click(no_wait_after=True)
    expect(page.get_by_role("button", name="Toevoegen", exact=True)).to_be_hidden()

    page.get_by_label("Foto's of een film").set_input_files(strand)
    page.get_by_label("Welke klas staat erop?").select_option("6A")
    held[0].continue_()

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_be_visible()
    expect(page.locator("#klas option")).to_have_count(3)


def test_a_photo_chosen_in_a_window_that_opened_before_the_page_was_renewed_counts(opens, bram, strand, tmp_path):
    page = opens(bram)
    begun(page, strand)
    with page.expect_file_chooser() as window:
        page.get_by_label("Nog een foto of film").click()
    page.get_by_label("Welke klas staat erop?").select_option("6A")
    expect(page.locator("#klas option")).to_have_count(3)

    other = tmp_path / "bos.jpg"
    other.write_bytes(photo(colour=(60, 140, 70)))
    window.value.set_files(other)

    expect(page.get_by_text("2 gezichten: 2 nog open.")).to_have_count(2)


def test_who_comes_back_finds_what_a_colleague_chose_meanwhile_and_does_not_undo_it(opens, bram, doing_as):
    page = opens(bram)
    begun(page)
    page.get_by_label("Welke klas staat erop?").select_option("6A")
    expect(page.locator("#klas option")).to_have_count(3)
    page.get_by_role("link", name="Mijn berichten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mag dit?")
    page.wait_for_load_state()
    row = Draft.objects.get()
    actions.change(doing_as(bram), row.pk, version=row.version, group=None)

    page.go_back()
    page.wait_for_load_state()

    expect(page.get_by_label("Welke klas staat erop?")).to_have_value("")
    page.wait_for_timeout(500)
    assert Draft.objects.get().group is None
