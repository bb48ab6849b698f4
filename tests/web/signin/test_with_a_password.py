"""Signing in with a password; what is closed; and how often it may be tried."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from magdit.areas.journal.models import Entry
from magdit.areas.people.actions.links import make_link
from magdit.areas.people.models import Account, Person
from tests.areas.conftest import NOON
from tests.web.conftest import account_of
from tests.web.signin.conftest import code_now, has_step
from tests.web.signin.test_with_a_link import link_for, who

GOOD, NEW = "regen op het dak 1953", "vier losse woorden samen"


@pytest.fixture
def brams(bram: Person) -> Account:
    """Bram's account."""
    return Account.objects.create_user("bram.visser", GOOD, person=bram, address=bram.email)


def sign_in(client: Client, login: str = "bram.visser", password: str = GOOD, **more: str):
    """The form with a name and a password."""
    return client.post("/inloggen/", {"login": login, "password": password, **more})


def test_a_teacher_signs_in_and_out(client: Client, brams: Account) -> None:
    assert sign_in(client).url == "/"
    assert who(client) == brams.person

    assert client.get("/uitloggen/").status_code == 200
    assert who(client) == brams.person
    left = client.post("/uitloggen/")
    assert left.url == "/inloggen/"
    assert left.headers["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in client.get("/uitloggen/").headers
    assert who(client) is None


def test_the_page_that_someone_came_for_opens(client: Client, brams: Account) -> None:
    asked = client.get("/mijn/")

    assert asked.url == "/inloggen/?next=%2Fmijn%2F"
    assert 'name="next" value="/mijn/"' in client.get(asked.url).content.decode()
    assert sign_in(client, next="/mijn/").url == "/mijn/"


def test_signing_in_writes_nothing_in_the_database(client: Client, brams: Account) -> None:
    has_step(brams)

    with CaptureQueriesContext(connection) as asked:
        client.post(sign_in(client).url, {"code": code_now()})

    # On PostgreSQL the sessions and counts lie in the database; beside SQLite they are files.
    apart = ("SELECT", "SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
    written = [one["sql"] for one in asked if not one["sql"].startswith(apart)]
    assert not [sql for sql in written if "django_session" not in sql and "magdit_cache" not in sql]
    assert who(client) == brams.person
    assert Account.objects.get(pk=brams.pk).last_login is None
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("login", "password"),
    [("bram.visser", "fout"), ("niemand", GOOD), ("bram.visser ", "x"), ("é\x01", "x"), ("🙂", "🙃")],
)
def test_a_wrong_name_and_a_wrong_password_sound_the_same(
    client: Client, brams: Account, login: str, password: str
) -> None:
    page = sign_in(client, login, password).content.decode()

    assert "horen niet bij elkaar" in page or "tekens zijn niet toegestaan" in page
    assert password not in page or password == "x"
    assert who(client) is None


def test_too_many_tries_on_one_name_have_to_wait_and_others_do_not(client: Client, brams: Account, fatima) -> None:
    Account.objects.create_user("fatima", GOOD, person=fatima)
    for _ in range(5):
        sign_in(client, password="fout")

    page = sign_in(client)

    assert "Wacht vijf minuten" in page.content.decode()
    assert who(client) is None
    assert sign_in(client, "fatima").status_code == 302
    assert Client().post(link_for(brams.person)).url == "/"  # a link still lets the one who was locked out come in


def test_names_that_nobody_has_close_no_door(client: Client, brams: Account) -> None:
    invented = [sign_in(client, f"niemand{number}", "fout") for number in range(400)]

    assert {one.status_code for one in invented} == {200}
    assert all("horen niet bij elkaar" in one.content.decode() for one in invented), "as with a name that is known"
    assert sign_in(client).status_code == 302


def test_a_name_that_nobody_has_is_told_to_wait_as_soon_as_one_that_is_known(client: Client, brams: Account) -> None:
    tried = {
        login: ["Wacht vijf minuten" in sign_in(client, login, "fout").content.decode() for _ in range(7)]
        for login in ("bram.visser", "niemand")
    }

    assert tried["bram.visser"] == tried["niemand"] == [False] * 5 + [True] * 2


def test_another_way_of_writing_gives_no_more_tries(client: Client, brams: Account, settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    ways = [("bram.visser", "testserver:1"), ("BRAM.visser", "testserver:2"), ("Bram.Visser ", "localhost"),
            ("bram.visser", "localhost:9"), ("bram.VISSER", "testserver")]  # fmt: skip
    for login, host in ways:
        client.post("/inloggen/", {"login": login, "password": "fout"}, headers={"host": host})

    assert "Wacht vijf minuten" in sign_in(client).content.decode()


def test_a_school_behind_one_address_may_sign_in_at_once(client: Client, brams: Account) -> None:
    assert [sign_in(Client()).status_code for _ in range(40)] == [302] * 40


def test_behind_a_proxy_each_visitor_counts_apart(client: Client, brams: Account, settings, monkeypatch) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "link_tried": "2/m/ip"}
    monkeypatch.setenv("MAGDIT_PROXY", "10.0.0.1")

    def from_(address: str, *, through: str = "10.0.0.1") -> int:
        headers = {"x-forwarded-for": f"6.6.6.6, {address}"}
        return Client().get("/inloggen/link/fout/", headers=headers, REMOTE_ADDR=through).status_code

    assert [from_("1.2.3.4"), from_("1.2.3.4"), from_("1.2.3.4"), from_("1.2.3.5")] == [200, 200, 429, 200]
    # Who is no proxy of ours cannot say that they are another.
    assert [from_(f"9.9.9.{n}", through="7.7.7.7") for n in range(3)] == [200, 200, 429]


def test_a_closed_account_is_told_so_only_with_its_password(client: Client, brams: Account) -> None:
    Account.objects.update(is_active=False)

    assert "horen niet bij elkaar" in sign_in(client, password="fout").content.decode()
    page = client.get(sign_in(client).url).content.decode()
    assert "Dit account is gesloten" in page
    assert who(client) is None


@pytest.mark.django_db
def test_nobody_makes_an_account(client: Client) -> None:
    page = client.get("/inloggen/aanmelden/")

    assert "De school nodigt u uit" in page.content.decode()
    client.post("/inloggen/aanmelden/", {"username": "olaf", "password1": GOOD, "password2": GOOD})
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    "name", ["account_email", "account_reset_password", "account_set_password", "account_change_password",
             "account_confirm_email", "socialaccount_signup", "socialaccount_connections", "mfa_trust",
             "account_request_login_code", "mfa_list_webauthn"],
)  # fmt: skip
def test_what_allauth_has_more_is_closed(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_password_is_chosen_after_a_link_without_the_old_one(client: Client, brams: Account) -> None:
    client.post(link_for(brams.person))

    page = client.get("/inloggen/manieren/wachtwoord/").content.decode()
    assert "Uw wachtwoord van nu" not in page
    told = client.post("/inloggen/manieren/wachtwoord/", {"password1": NEW, "password2": NEW})

    assert told.url == "/inloggen/manieren/"
    assert who(client) == brams.person
    assert sign_in(Client(), password=NEW).status_code == 302
    assert Entry.objects.get().verb == "wachtwoord gekozen"


def test_otherwise_the_old_password_is_asked(client: Client, brams: Account) -> None:
    sign_in(client)
    forms = {"password": "fout", "password1": NEW, "password2": NEW}

    assert "klopt niet" in client.post("/inloggen/manieren/wachtwoord/", forms).content.decode()
    assert client.post("/inloggen/manieren/wachtwoord/", {**forms, "password": GOOD}).status_code == 302


@pytest.mark.parametrize(
    ("first", "second"), [("kort", "kort"), (NEW, NEW + "x"), ("", ""), ("123456789012345", "123456789012345")]
)
def test_a_weak_or_mistyped_password_is_refused_in_dutch(
    client: Client, brams: Account, first: str, second: str
) -> None:
    client.post(link_for(brams.person))

    page = client.post("/inloggen/manieren/wachtwoord/", {"password1": first, "password2": second}).content.decode()

    assert 'class="wrong"' in page
    assert "This" not in page
    assert sign_in(Client()).status_code == 302


def test_another_password_ends_the_sessions_elsewhere(brams: Account) -> None:
    here, elsewhere = Client(), Client()
    sign_in(elsewhere)
    here.post(link_for(brams.person))

    here.post("/inloggen/manieren/wachtwoord/", {"password1": NEW, "password2": NEW})

    assert here.get("/inloggen/manieren/").status_code == 200
    assert elsewhere.get("/inloggen/manieren/").status_code == 302


def test_an_address_of_their_own_is_proved_by_mail(client: Client, noors_mother: Person) -> None:
    account = account_of(noors_mother)
    client.post(reverse("link_open", args=[make_link(noors_mother, address=account.address, at=NOON)]))

    told = client.post("/inloggen/manieren/e-mail/", {"email": "mira@werk.example"})

    assert told.url == "/inloggen/manieren/"
    assert mail.outbox[0].to == ["mira@werk.example"]
    assert "mira@thuis.example" in client.get("/inloggen/manieren/").content.decode()
    assert client.post("/inloggen/manieren/e-mail/", {"email": "geen"}).status_code == 200
