"""A session ends while a form stands open: what was typed comes back, to who typed it, and nothing is carried out."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from django.contrib.sessions.backends import file
from django.core import mail
from django.test import Client
from django.urls import reverse

from magdit.areas.people.actions.links import make_link
from magdit.areas.people.models import Account, Person
from magdit.journeys.nightly_server import forget_old_links, forget_old_sessions
from tests.areas.conftest import NOON
from tests.web.conftest import account_of
from tests.web.signin.test_with_a_link import link_for, who

PAGE = "/inloggen/manieren/e-mail/"  # any form of ours would do


def form_of(client: Client, page: str = PAGE) -> dict[str, str]:
    """What the form carries unseen."""
    shown = client.get(page).content.decode()
    marks = ("csrfmiddlewaretoken", "van")
    return {one: shown.partition(f'name="{one}" value="')[2].partition('"')[0] for one in marks}


@pytest.fixture
def browser(noors_mother: Person) -> Client:
    """Mira's browser, which checks forms as it does outside tests."""
    browser = Client(enforce_csrf_checks=True)
    comes_in(browser, noors_mother)
    return browser


def comes_in(browser: Client, person: Person) -> None:
    """Open the link in the mail and press the button."""
    address = link_for(person)
    browser.post(address, form_of(browser, address))


def test_what_was_typed_waits_until_they_are_signed_in_again(browser: Client, noors_mother: Person) -> None:
    form = {**form_of(browser), "email": "mira@werk.example"}
    del browser.cookies["sessionid"]

    led = browser.post(PAGE, form)
    assert led.url.startswith("/inloggen/?next=")
    comes_in(browser, noors_mother)
    page = browser.get(PAGE).content.decode()

    assert 'value="mira@werk.example"' in page
    assert "Wat u had ingevuld staat er nog" in page
    assert mail.outbox == []
    assert "mira@werk.example" not in browser.get(PAGE).content.decode()


def test_what_waits_is_not_to_be_read_in_the_files_of_the_server(browser: Client) -> None:
    form = {**form_of(browser), "email": "mira@werk.example"}
    del browser.cookies["sessionid"]
    browser.post(PAGE, form)

    assert "mira" not in str(dict(browser.session.items()))


def test_a_button_that_is_sent_elsewhere_leads_back_to_the_page_it_stood_on(browser, noors_mother: Person) -> None:
    form = form_of(browser)
    del browser.cookies["sessionid"]

    led = browser.post("/inloggen/manieren/e-mail/", form, headers={"referer": "http://testserver/instellingen/"})
    assert led.url == "/inloggen/?next=%2Finstellingen%2F"
    comes_in(browser, noors_mother)
    page = browser.get("/instellingen/").content.decode()

    assert "kies hier opnieuw wat u wilde doen" in page


@pytest.mark.parametrize(
    "from_where", ["https://elders.example/x/", "http://testserver//elders.example/", "geen adres"]
)
def test_a_page_of_another_host_is_no_page_to_come_back_to(browser: Client, from_where: str) -> None:
    form = form_of(browser)
    del browser.cookies["sessionid"]

    led = browser.post(PAGE, form, headers={"referer": from_where})

    assert led.url == "/inloggen/?next=%2Finloggen%2Fmanieren%2Fe-mail%2F"


def test_another_who_signs_in_never_sees_it(browser: Client, noors_mother, noors_father) -> None:
    form = {**form_of(browser), "email": "mira@werk.example"}
    del browser.cookies["sessionid"]
    browser.post(PAGE, form)

    comes_in(browser, noors_father)

    assert who(browser) == noors_father
    assert "mira@werk.example" not in browser.get(PAGE).content.decode()
    assert "kept" not in browser.session


def test_signing_in_anew_in_another_tab_keeps_what_stands_in_the_first(browser: Client, noors_mother: Person) -> None:
    form = {**form_of(browser), "email": "mira@werk.example"}
    account = Account.objects.get(person=noors_mother)
    del browser.cookies["sessionid"]
    comes_in(browser, noors_mother)

    back = browser.post(PAGE, form)

    assert back.url == PAGE
    assert 'value="mira@werk.example"' in browser.get(PAGE).content.decode()
    assert mail.outbox == []
    assert Account.objects.get(pk=account.pk).address == "mira@thuis.example"


@pytest.mark.parametrize("van", ["", "verzonnen", "1:abc:def"])
def test_a_form_from_elsewhere_is_not_kept(browser: Client, van: str) -> None:
    told = browser.post(PAGE, {"csrfmiddlewaretoken": "x" * 64, "van": van, "email": "olaf@kwaad.example"})

    assert told.status_code == 403
    assert "kept" not in browser.session


def test_a_form_of_another_account_is_not_kept(browser: Client, noors_father: Person) -> None:
    other = Client(enforce_csrf_checks=True)
    comes_in(other, noors_father)
    form = {**form_of(other), "email": "joost@werk.example"}

    assert browser.post(PAGE, form).status_code == 403
    assert "joost@werk.example" not in browser.get(PAGE).content.decode()


def test_a_password_is_never_kept(browser: Client, noors_mother: Person) -> None:
    page = "/inloggen/manieren/wachtwoord/"
    form = {**form_of(browser, page), "password1": "vier losse woorden samen"}
    del browser.cookies["sessionid"]

    browser.post(page, form)

    assert "vier losse" not in str(dict(browser.session))


def test_links_and_sessions_that_ended_are_forgotten(noors_mother: Person) -> None:
    address = account_of(noors_mother).address
    make_link(noors_mother, address=address, at=NOON - timedelta(days=40))
    make_link(noors_mother, address=address, at=NOON)

    assert forget_old_links(NOON) == 1
    assert noors_mother.links.count() == 1
    assert forget_old_sessions(NOON) >= 0


@pytest.mark.django_db
def test_a_session_that_is_over_is_wiped_from_the_disk(settings, tmp_path, monkeypatch) -> None:
    settings.SESSION_ENGINE, settings.SESSION_FILE_PATH = "django.contrib.sessions.backends.file", str(tmp_path)
    monkeypatch.setattr(file.SessionStore, "_storage_path", str(tmp_path), raising=False)
    for _ in range(3):
        session = file.SessionStore()
        session["who"] = "Mira"
        session.save()
    for path in sorted(tmp_path.iterdir())[:2]:
        os.utime(path, (1, 1))

    assert forget_old_sessions(NOON) == 2
    assert len(list(tmp_path.iterdir())) == 1


def test_looking_at_the_page_of_a_link_leaves_who_is_signed_in_alone(visits, noors_mother, noors_father) -> None:
    browser = visits(noors_mother)

    browser.get(link_for(noors_father))
    browser.get(reverse("account_login"))

    assert who(browser) == noors_mother


def test_a_screen_that_was_left_open_gives_nobody_a_way_in_of_their_own(visits, noors_mother: Person) -> None:
    browser = visits(noors_mother)  # long ago

    for page in (PAGE, "/inloggen/manieren/wachtwoord/"):
        assert "Bent u het?" in browser.get(page).content.decode()
        told = browser.post(page, {"email": "olaf@kwaad.example", "password1": "vier losse woorden", "password2": "x"})
        assert "Bent u het?" in told.content.decode()

    assert mail.outbox == []
    assert not Account.objects.get(person=noors_mother).has_usable_password()
