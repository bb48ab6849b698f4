"""Coming in with a link: asking tells nothing, looking does nothing, and a link that is over says why."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from magdit.areas.people import links
from magdit.areas.people.actions.links import make_link
from magdit.areas.people.models import Account, Link, Person
from magdit.server.logs import DiscreetFormatter
from magdit.web.signin import views_links
from tests.areas.conftest import NOON
from tests.web.conftest import account_of
from tests.web.signin.conftest import code_now, has_step
from tests.web.signin.test_links import token_in

ASK, SENT = "/inloggen/link/", "/inloggen/link/verstuurd/"


def link_for(person: Person) -> str:
    """The address of a link that lies in their mailbox."""
    address = account_of(person).address
    return reverse("link_open", args=[make_link(person, address=address, at=NOON)])


def who(client: Client) -> Person | None:
    """Who is signed in."""
    pk = client.session.get("_auth_user_id")
    return Account.objects.get(pk=pk).person if pk else None


def test_links_in_mails_lead_to_our_page() -> None:
    assert reverse("link_open", args=["x"]) == links.PATH.format(token="x")
    assert reverse("link_typed") == links.TYPED_PATH


def test_a_parent_asks_for_a_link_and_comes_in(client: Client, noors_mother: Person) -> None:
    account_of(noors_mother)

    asked = client.post(ASK, {"email": noors_mother.email})
    token = token_in(mail.outbox[0].body)
    came = client.post(reverse("link_open", args=[token]))

    assert asked.url == SENT
    assert came.url == "/"
    assert who(client) == noors_mother


def test_the_answer_is_the_same_for_a_mailbox_that_we_do_not_know(client: Client, noors_mother: Person) -> None:
    account_of(noors_mother)

    known, unknown = (client.post(ASK, {"email": one}) for one in (noors_mother.email, "wie@dan.example"))

    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)
    assert len(mail.outbox) == 1


def test_the_answer_does_not_wait_for_the_mail(client: Client, noors_mother: Person, monkeypatch) -> None:
    account_of(noors_mother)
    waiting: list[object] = []
    monkeypatch.setattr(views_links, "later", waiting.append)

    client.post(ASK, {"email": noors_mother.email})

    assert len(waiting) == 1
    assert mail.outbox == []
    assert not Link.objects.exists()


@pytest.mark.parametrize("typed", ["", "mira", "mira@", "a@b\nc@d.nl", "x" * 300 + "@y.nl", "👩@x.nl "])
@pytest.mark.django_db
def test_what_is_no_address_is_said_and_stays_in_the_field(client: Client, typed: str) -> None:
    page = client.post(ASK, {"email": typed})

    assert page.status_code == 200
    assert "id_email_error" in page.content.decode()
    assert mail.outbox == []


def test_looking_at_a_link_does_nothing(client: Client, noors_mother: Person) -> None:
    address = link_for(noors_mother)

    for _ in range(3):
        page = client.get(address)
    client.head(address)

    assert "Inloggen als Mira" in page.content.decode()
    assert Link.objects.get().used_at is None
    assert who(client) is None
    assert client.post(address).url == "/"


def test_a_used_link_says_so_and_offers_a_new_one(client: Client, noors_mother: Person) -> None:
    address = link_for(noors_mother)
    client.post(address)

    elsewhere = Client()
    for page in (elsewhere.get(address), elsewhere.post(address)):
        assert "al gebruikt" in page.content.decode()
        assert "Mail mij een nieuwe link" in page.content.decode()
    assert who(elsewhere) is None

    assert elsewhere.post(address, {"again": "1"}).url == SENT
    assert mail.outbox[0].to == [noors_mother.email]


def test_an_expired_link_says_so_and_offers_a_new_one(client: Client, noors_mother: Person, at) -> None:
    address = link_for(noors_mother)
    at(NOON + timedelta(hours=1))

    assert "verlopen" in client.get(address).content.decode()
    assert client.post(address, {"again": "1"}).url == SENT
    assert len(mail.outbox) == 1


def test_a_replaced_link_points_to_the_newer_mail(client: Client, noors_mother: Person, at) -> None:
    older = link_for(noors_mother)
    at(NOON + timedelta(minutes=1))
    make_link(noors_mother, address=noors_mother.email, at=NOON + timedelta(minutes=1))
    at(NOON + timedelta(minutes=2))

    assert "nieuwere" in client.get(older).content.decode()


@pytest.mark.django_db
def test_a_link_that_was_never_sent_leads_back_and_offers_nothing(client: Client) -> None:
    page = client.get(reverse("link_open", args=["x" * 43])).content.decode()

    assert "kennen we niet" in page
    assert 'name="again"' not in page


def test_a_double_click_comes_in_once_and_is_no_fault(noors_mother: Person) -> None:
    address, browser = link_for(noors_mother), Client(enforce_csrf_checks=True)
    page = browser.get(address)
    cookie = browser.cookies["csrftoken"].value
    form = {"csrfmiddlewaretoken": page.context["csrf_token"]}

    first = browser.post(address, form)
    browser.cookies["csrftoken"] = cookie  # the second click left before the answer to the first came
    browser.cookies.pop("sessionid")
    second = browser.post(address, form)

    assert (first.url, second.url) == ("/", "/")
    assert who(browser) == noors_mother


def test_another_browser_does_not_come_in_a_second_time(noors_mother: Person) -> None:
    address = link_for(noors_mother)
    first, second = Client(), Client()
    for browser in (first, second):
        browser.get(address)
    first.post(address)

    assert "al gebruikt" in second.post(address).content.decode()
    assert who(second) is None


def test_who_was_signed_in_as_another_is_now_the_one_of_the_link(visits, noors_mother, noors_father) -> None:
    browser = visits(noors_mother)

    browser.post(link_for(noors_father))

    assert who(browser) == noors_father


def test_a_link_does_not_go_around_a_second_step(client: Client, bram: Person) -> None:
    has_step(account_of(bram))

    asked = client.post(link_for(bram))
    assert asked.url == reverse("mfa_authenticate")
    assert who(client) is None

    client.post(asked.url, {"code": code_now()})
    assert who(client) == bram


def test_the_page_that_someone_came_for_opens_after_the_link(client: Client, noors_mother: Person) -> None:
    account_of(noors_mother)
    client.post(ASK, {"email": noors_mother.email, "next": "/mijn/"})

    came = client.post(reverse("link_open", args=[token_in(mail.outbox[0].body)]))

    assert came.url == "/mijn/"


@pytest.mark.parametrize(
    "elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", "/\\kwaad.example"]
)
def test_the_way_on_never_leads_to_another_site(client: Client, noors_mother: Person, elsewhere: str) -> None:
    account_of(noors_mother)
    client.post(ASK, {"email": noors_mother.email, "next": elsewhere})

    assert client.post(reverse("link_open", args=[token_in(mail.outbox[0].body)])).url == "/"


def test_a_mailbox_gets_a_few_links_and_the_answer_stays_the_same(client: Client, noors_mother: Person) -> None:
    account_of(noors_mother)

    answers = [client.post(ASK, {"email": noors_mother.email}) for _ in range(8)]

    assert {(one.status_code, one.url) for one in answers} == {(302, SENT)}
    assert len(mail.outbox) == 4


def test_hundreds_of_invented_mailboxes_keep_nobody_out(client: Client, noors_mother: Person) -> None:
    account_of(noors_mother)

    invented = [client.post(ASK, {"email": f"a{number}@x.example"}) for number in range(250)]
    known = client.post(ASK, {"email": noors_mother.email})

    assert {(one.status_code, one.url) for one in [*invented, known]} == {(302, SENT)}
    assert [one.to for one in mail.outbox] == [[noors_mother.email]]


def test_a_mailbox_written_in_another_way_is_the_same_mailbox(client: Client, noors_mother: Person) -> None:
    account_of(noors_mother)
    told = noors_mother.email.upper(), noors_mother.email.title(), noors_mother.email, f" {noors_mother.email}"

    for address in told * 2:
        client.post(ASK, {"email": address})

    assert len(mail.outbox) == 4


@pytest.mark.django_db
def test_who_tries_links_has_to_wait(client: Client, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "link_tried": "3/10m/ip"}

    tried = [client.get(reverse("link_open", args=[f"poging-{number}"])).status_code for number in range(4)]

    assert tried == [200, 200, 200, 429]


def test_who_tries_codes_keeps_nobody_out_who_has_a_good_one(client: Client, noors_mother: Person, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "link_tried": "3/10m/ip"}
    account_of(noors_mother)
    for number in range(5):
        client.get(reverse("link_open", args=[f"poging-{number}"]))

    assert client.post(link_for(noors_mother)).status_code == 302


@pytest.mark.django_db
def test_a_code_on_paper_is_typed_in_any_way(client: Client, noors_mother: Person) -> None:
    code = links.new_code()
    Link.objects.create(
        person=noors_mother, kind=links.INVITATION, mark=links.mark_of(code), made_at=NOON,
        until=NOON + timedelta(days=14),
    )  # fmt: skip

    wrong = client.post("/inloggen/uitnodiging/", {"code": "abcd-abcd-abcd-abcd"})
    right = client.post("/inloggen/uitnodiging/", {"code": f" {code.upper().replace('-', ' ')} "})

    assert "kennen we niet" in wrong.content.decode()
    assert "Uitnodiging aannemen" in client.get(right.url).content.decode()
    came = client.post(right.url)
    assert came.url == reverse("signin_ways")
    assert who(client) == noors_mother
    assert "Nog geen e-mailadres" in client.get(came.url).content.decode()


def test_a_token_never_stands_in_the_log(client: Client, noors_mother: Person, caplog, monkeypatch) -> None:
    address = link_for(noors_mother)
    token = address.split("/")[-2]

    def broken(*args: object, **more: object) -> None:
        raise RuntimeError(token)

    monkeypatch.setattr(views_links, "use_link", broken)
    client.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        client.get(reverse("link_open", args=[token]))
        client.post(address)
        client.put(address + "weg/")

    assert caplog.records
    told = "\n".join(DiscreetFormatter().format(one) for one in caplog.records if one.levelno >= logging.WARNING)
    assert token not in told
    gunicorn = logging.LogRecord("gunicorn.error", logging.ERROR, "x", 1, "Error handling request %s", (address,), None)
    assert token not in DiscreetFormatter().format(gunicorn)
