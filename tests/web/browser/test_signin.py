"""Coming in, in a real browser: a parent with a link on a phone, a teacher with a password and a code, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect

from magdit.areas.people.actions.links import make_link
from magdit.areas.people.models import Account, Person
from magdit.web.signin import views_links
from tests.web.browser.conftest import DESK
from tests.web.browser.looking import look
from tests.web.conftest import account_of
from tests.web.signin.conftest import code_now, has_step

GOOD = "regen op het dak 1953"


@pytest.fixture(autouse=True)
def _now_and_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Codes of an app ask what time it is, so here it is really now; nothing was tried before."""
    monkeypatch.setattr("magdit.web.clock.now", timezone.now)
    monkeypatch.setattr(views_links, "later", lambda work: work())
    cache.clear()
    yield
    cache.clear()


def path_in(message: str) -> str:
    """The address in a mail, on this server."""
    return re.search(r"/inloggen/link/[\w-]+/", message).group()  # type: ignore[union-attr]


def tab_to(page: Page, name: str) -> None:
    """Walk on with the keyboard until something with this name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.labels?.[0]?.innerText || document.activeElement.innerText") == name:
            return
    pytest.fail(f"not reached with the keyboard: {name}")


def test_a_parent_comes_in_with_a_link_from_the_mailbox(opens, noors_mother: Person):
    account_of(noors_mother)
    page = opens()
    page.goto("/")
    look(page, "inloggen")

    page.get_by_label("Uw e-mailadres").fill(noors_mother.email)
    page.get_by_role("button", name="Mail mij een link").click()
    expect(page.get_by_role("heading", level=1, name="Kijk in uw mail")).to_be_visible()
    look(page, "kijk-in-uw-mail")
    page.goto(path_in(mail.outbox[0].body))
    look(page, "link-open")
    page.get_by_role("button", name="Inloggen als Mira").click()

    expect(page.get_by_text("Ingelogd als Mira Bakker.")).to_be_visible()


def test_a_teacher_signs_in_with_the_keyboard_alone(opens, bram: Person):
    has_step(Account.objects.create_user("bram.visser", GOOD, person=bram))
    page = opens(screen=DESK)
    page.goto("/")

    tab_to(page, "Aanmeldnaam")
    page.keyboard.type("bram.visser")
    page.keyboard.press("Tab")
    page.keyboard.type(GOOD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Uw tweede stap")).to_be_visible()
    look(page, "tweede-stap-code")
    page.reload()
    tab_to(page, "Code")
    page.keyboard.type(code_now())
    page.keyboard.press("Enter")

    expect(page.get_by_text("Ingelogd als Bram Visser.")).to_be_visible()


def test_the_office_sets_up_a_second_step_and_goes_on(opens, office: Person):
    Account.objects.create_user("wendy", GOOD, person=office, address=office.email)
    page = opens()
    page.goto("/inloggen/?next=/inloggen/manieren/")
    page.get_by_label("Aanmeldnaam").fill("wendy")
    page.get_by_label("Wachtwoord", exact=True).fill(GOOD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    look(page, "tweede-stap-moet")

    page.get_by_role("link", name="Tweede stap instellen").click()
    look(page, "tweede-stap-instellen")
    page.get_by_text("Zit u nu op uw telefoon").click()
    key = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("De code die de app nu laat zien").fill(code_now(key))
    page.get_by_role("button", name="Tweede stap aanzetten").click()
    expect(page.get_by_role("heading", level=1, name="Uw reservecodes")).to_be_visible()
    look(page, "reservecodes")
    page.get_by_role("link", name="Ik heb ze bewaard").click()

    expect(page.get_by_text("Ingelogd als Wendy Smit.")).to_be_visible()
    page.goto("/inloggen/manieren/")
    look(page, "manieren")
    page.get_by_role("link", name="Ander e-mailadres").click()
    look(page, "ander-adres")
    page.goto("/inloggen/manieren/wachtwoord/")
    look(page, "ander-wachtwoord")
    page.goto("/inloggen/stap/")
    look(page, "tweede-stap-ingesteld")
    page.get_by_role("link", name="Andere telefoon of stoppen").click()
    look(page, "tweede-stap-weg")


def test_a_link_that_is_over_says_so_and_brings_a_new_one(opens, noors_mother: Person):
    token = make_link(noors_mother, address=account_of(noors_mother).address, at=timezone.now())
    make_link(noors_mother, address=noors_mother.email, at=timezone.now())
    page = opens()
    page.goto(f"/inloggen/link/{token}/")
    look(page, "link-over")

    page.get_by_role("button", name="Mail mij een nieuwe link").click()

    expect(page.get_by_role("heading", level=1, name="Kijk in uw mail")).to_be_visible()
    assert mail.outbox[0].to == [noors_mother.email]


def test_what_goes_wrong_is_said_where_it_is(opens, bram: Person):
    Account.objects.create_user("bram.visser", GOOD, person=bram)
    page = opens()
    page.goto("/inloggen/")
    page.get_by_label("Aanmeldnaam").fill("bram.visser")
    page.get_by_label("Wachtwoord", exact=True).fill("fout")
    page.get_by_role("button", name="Inloggen", exact=True).click()

    expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
    look(page, "inloggen-fout")


@pytest.mark.parametrize(
    ("address", "name"),
    [("/inloggen/aanmelden/", "geen-toegang"), ("/inloggen/uitnodiging/", "brief-met-code"),
     ("/inloggen/link/", "link-vragen"), ("/inloggen/gesloten/", "account-gesloten")],
)  # fmt: skip
def test_the_pages_around_signing_in_are_easy_to_read(opens, db, address: str, name: str):
    page = opens()
    page.goto(address)

    look(page, name)


def test_a_form_that_stood_open_while_the_session_ended_comes_back_filled(opens, noors_mother: Person):
    account = account_of(noors_mother)

    def come_in(page: Page) -> None:
        page.goto(f"/inloggen/link/{make_link(noors_mother, address=account.address, at=timezone.now())}/")
        page.get_by_role("button", name="Inloggen als Mira").click()

    page = opens()
    come_in(page)
    page.goto("/inloggen/manieren/e-mail/")
    page.get_by_label("Uw e-mailadres").fill("mira@werk.example")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Mail mij een link").click()
    expect(page.get_by_role("heading", level=1, name="Inloggen")).to_be_visible()
    come_in(page)
    page.goto("/inloggen/manieren/e-mail/")

    expect(page.get_by_label("Uw e-mailadres")).to_have_value("mira@werk.example")
    expect(page.get_by_text("Er is nog niets verstuurd")).to_be_visible()
    look(page, "terug-met-wat-er-stond")
