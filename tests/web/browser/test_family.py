"""A parent with one minute and a phone: by thumb, by keyboard, by ear, large, dark, in English, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.utils.module_loading import import_string
from playwright.sync_api import Page, expect

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.models import Answer, Item, ItemText
from magdit.areas.people.models import Board, Person, School
from magdit.areas.registers.models import Appearance
from tests.areas.conftest import NOON
from tests.web.browser.looking import look
from tests.web.conftest import account_of
from tests.web.family.conftest import answers_, catalogue_, instagram_, website_  # noqa: F401  (fixtures)

SEND = "Antwoorden versturen"
Opens = Callable[..., Page]


def question(page: Page, title: str):
    """The question as a screen reader finds it: a group with its name."""
    return page.get_by_role("group", name=title)


def test_a_parent_refuses_one_question_on_a_phone(
    opens: Opens, catalogue: None, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto("/")
    page.get_by_role("link", name="Noor").first.click()

    title = "Mogen foto's van Noor op de website van de school?"
    question(page, title).get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name=SEND).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")
    assert [(one.item.code, one.state) for one in Answer.objects.all()] == [("website-foto", "geweigerd")]
    look(page, "family-kept")


def test_the_questions_are_easy_to_read_for_everyone(
    opens: Opens, catalogue: None, answers, board: Board, noor: Person, noors_mother: Person
) -> None:
    answers(give, noors_mother, noor, Item.objects.get(code="website-foto"))
    Appearance.objects.create(
        board=board, person=noor, publication=board.pk, channel="website", covers=["foto"], shown_at=NOON
    )
    page = opens(noors_mother)

    page.goto("/mijn/")
    look(page, "family-people")
    page.goto(f"/mijn/{noor.pk}/")

    look(page, "family-consents")


def test_the_first_question_can_be_answered_without_scrolling(
    opens: Opens, catalogue: None, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    answers, bar = page.locator(".choices").first.bounding_box(), page.locator(".bar").bounding_box()

    assert answers
    assert bar
    assert answers["y"] + answers["height"] <= bar["y"]


def test_the_bar_counts_what_is_chosen(
    opens: Opens, website: Item, instagram: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    expect(page.locator(".bar")).to_contain_text("0 van 2")
    page.get_by_label("Nee", exact=True).first.check()

    expect(page.locator(".bar")).to_contain_text("1 van 2")


def test_where_the_administration_is_master_the_page_is_easy_too(
    opens: Opens, catalogue: None, school: School, noor: Person, noors_mother: Person
) -> None:
    school.mirror = True
    school.save()
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    expect(page.get_by_text("leerlingadministratie")).to_have_count(1)
    expect(page.get_by_role("radio", name="Ja", exact=True)).to_have_count(0)
    look(page, "family-mirror")


def test_a_question_is_answered_by_keyboard_alone(
    opens: Opens, website: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    _tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    _tab_to(page, ".bar button")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")
    assert Answer.objects.get().state == "geweigerd"


def test_a_question_is_answered_by_touch_alone(opens: Opens, website: Item, noor: Person, noors_mother: Person) -> None:
    page = opens(noors_mother, has_touch=True, is_mobile=True)
    page.goto(f"/mijn/{noor.pk}/")

    page.get_by_text("Nee", exact=True).tap()
    page.get_by_role("button", name=SEND).tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")
    assert Answer.objects.get().state == "geweigerd"


def test_what_is_touched_is_as_large_as_a_thumb(
    opens: Opens, website: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    sizes = [one.bounding_box() for one in page.locator(".choices .choice, .bar button, summary").all()]

    assert sizes
    assert all(size and size["height"] >= 44 for size in sizes)
    yes, no = (one.bounding_box() for one in page.locator(".choices .choice").all())
    assert yes
    assert no
    assert (yes["width"], yes["height"]) == (no["width"], no["height"])


def test_a_screen_reader_hears_the_question_its_answers_and_what_to_press(
    opens: Opens, website: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    group = page.get_by_role("group", name="Mag dit?")

    expect(group.get_by_role("radio")).to_have_count(2)
    expect(group.get_by_role("radio", name="Ja", exact=True)).not_to_be_checked()
    expect(group.get_by_role("radio", name="Nee", exact=True)).not_to_be_checked()
    expect(page.get_by_role("button", name=SEND)).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Toestemmingen voor Noor")).to_be_visible()
    expect(page.get_by_role("heading", level=3, name="Nog te beantwoorden (1)")).to_be_visible()


def test_at_four_times_the_size_nothing_is_lost(
    opens: Opens, catalogue: None, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother, screen={"width": 320, "height": 256}, device_scale_factor=4)
    page.goto(f"/mijn/{noor.pk}/")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    question(page, "Mogen foto's van Noor op de website van de school?").get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name=SEND).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")


def test_in_the_dark_the_chosen_answer_can_be_told_apart(
    opens: Opens, website: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother, color_scheme="dark")
    page.goto(f"/mijn/{noor.pk}/")

    page.get_by_label("Ja", exact=True).check()
    colours = page.locator(".choices .choice").evaluate_all("all => all.map(one => getComputedStyle(one).borderColor)")

    assert colours[0] != colours[1]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(238, 241, 247)"


def test_in_english_the_question_is_english_too(
    opens: Opens, catalogue: None, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    look(page, "family-english")
    group = page.locator("fieldset", has_text="May photos of Noor be on the school website?")
    group.locator("input[value=nee]").check()
    page.locator(".bar button").click()
    expect(page).to_have_url(page.url.split("/mijn/")[0] + f"/mijn/{noor.pk}/bewijs/")
    assert Answer.objects.get().language == "en"


def test_without_javascript_everything_works(opens: Opens, website: Item, noor: Person, noors_mother: Person) -> None:
    page = opens(noors_mother, java_script_enabled=False)
    page.goto(f"/mijn/{noor.pk}/")

    page.get_by_label("Ja", exact=True).check()
    page.get_by_role("button", name=SEND).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")
    assert Answer.objects.get().state == "gegeven"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_double_click_keeps_one_answer(
    opens: Opens, website: Item, noor: Person, noors_mother: Person, scripts: bool
) -> None:
    page = opens(noors_mother, java_script_enabled=scripts)
    page.goto(f"/mijn/{noor.pk}/")

    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name=SEND).dblclick()

    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn bewaard")
    assert Answer.objects.count() == 1


def test_the_back_button_does_no_harm(opens: Opens, website: Item, noor: Person, noors_mother: Person) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")
    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name=SEND).click()
    page.wait_for_url("**/bewijs/")

    page.go_back()
    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name=SEND).click()

    page.wait_for_url("**/bewijs/")
    assert Answer.objects.count() == 1


def test_after_going_back_another_answer_is_asked_again_and_then_kept(
    opens: Opens, website: Item, noor: Person, noors_mother: Person
) -> None:
    """The page of before stands there as it was: what it says is held against what was answered since."""
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")
    page.get_by_label("Nee", exact=True).check()
    page.get_by_role("button", name=SEND).click()
    page.wait_for_url("**/bewijs/")
    page.go_back()

    for _ in range(2):
        page.get_by_label("Ja", exact=True).check()
        page.get_by_role("button", name=SEND).click()
        page.wait_for_load_state()
        if page.url.endswith("/bewijs/"):
            break

    page.wait_for_url("**/bewijs/")
    assert [one.state for one in Answer.objects.order_by("number")] == ["geweigerd", "gegeven"]


def test_what_is_not_kept_is_told_beside_its_question(
    opens: Opens, answers, website: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")
    page.get_by_label("Ja", exact=True).check()
    answers(refuse, noors_mother, noor, website)

    page.get_by_role("button", name=SEND).click()

    expect(page.get_by_role("alert")).to_contain_text("U gaf hierop intussen een ander antwoord")
    expect(page.get_by_label("Ja", exact=True)).to_be_checked()
    look(page, "family-held")


def test_a_session_that_ended_while_the_form_stood_open_loses_nothing(
    opens: Opens, website: Item, instagram: Item, noor: Person, noors_mother: Person
) -> None:
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/")
    question(page, "Mag dit?").first.get_by_label("Nee", exact=True).check()
    _end_session(page)

    page.get_by_role("button", name=SEND).click()
    page.wait_for_url("**next=**")
    _sign_in_again(page, noors_mother)
    page.goto(f"/mijn/{noor.pk}/")

    expect(page.get_by_text("Er is nog niets verstuurd")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)
    assert not Answer.objects.exists()
    page.get_by_role("button", name=SEND).click()
    page.wait_for_url("**/bewijs/")
    assert Answer.objects.get().state == "geweigerd"


def test_the_receipt_is_downloaded(opens: Opens, answers, website: Item, noor: Person, noors_mother: Person) -> None:
    answers(give, noors_mother, noor, website)
    page = opens(noors_mother)
    page.goto(f"/mijn/{noor.pk}/bewijs/")

    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bewijs (pdf)").click()

    assert download.value.suggested_filename == "bewijs.pdf"


def test_a_text_from_right_to_left_stands_so(
    opens: Opens, school: School, website: Item, noor: Person, noors_mother: Person
) -> None:
    noors_mother.language = "ar"
    noors_mother.save()
    ItemText.objects.create(
        item=website, version=1, language="ar", title="هل هذا مسموح؟", body="نعم.", made_at=NOON, mark="3" * 64,
        translates="0" * 64,
    )  # fmt: skip
    page = opens(noors_mother)

    page.goto(f"/mijn/{noor.pk}/")

    legend = page.locator("legend")
    expect(legend).to_have_attribute("lang", "ar")
    assert legend.evaluate("one => getComputedStyle(one).direction") == "rtl"


def _tab_to(page: Page, selector: str) -> None:
    """Tab until the focus lies there; a page has fewer stops than this."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("sought => document.activeElement.matches(sought)", selector):
            return
    pytest.fail(f"the keyboard never reaches {selector}")


def _session(page: Page) -> SessionBase:
    """The session of the browser, as the server keeps it."""
    key = next(one["value"] for one in page.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
    store: type[SessionBase] = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    return store(key)


def _end_session(page: Page) -> None:
    _session(page).delete()


def _sign_in_again(page: Page, person: Person) -> None:
    """As the sign-in page does: in the session in which the form waits."""
    account, session = account_of(person), _session(page)
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
