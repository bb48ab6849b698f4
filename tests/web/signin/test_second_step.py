"""Who sees many sets up a second step first; who has one always passes it; a lost phone is no dead end."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from magdit.areas.journal.models import Entry
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions.accounts import reset_second_step
from magdit.areas.people.models import Account, Board, Person
from magdit.web.second_step import step_needed
from tests.areas.conftest import employee
from tests.web.conftest import account_of
from tests.web.signin.conftest import KEY, code_now, has_step
from tests.web.signin.test_with_a_link import link_for, who
from tests.web.signin.test_with_a_password import GOOD, sign_in

STEP = "/inloggen/stap/"


def plain(person: Person) -> Client:
    """Signed in, and not past any second step."""
    client = Client()
    client.force_login(account_of(person), backend="django.contrib.auth.backends.ModelBackend")
    return client


def has_to(person: Person) -> bool:
    """Whether they are led to set one up."""
    return plain(person).get("/inloggen/manieren/").status_code == 302


@pytest.mark.parametrize(
    ("wish", "who_must"),
    [("velen", {"office", "fatima"}), ("personeel", {"office", "fatima", "bram"}), ("niemand", set())],
)
def test_the_board_says_who_sets_up_a_second_step(
    board, office, fatima, bram, noors_mother, sem, wish: str, who_must: set[str]
) -> None:
    Board.objects.filter(pk=board.pk).update(second_step=wish)
    people = {"office": office, "fatima": fatima, "bram": bram, "parent": noors_mother, "sem": sem}

    assert {name for name, person in people.items() if has_to(person)} == who_must


def test_in_a_demo_nobody_has_to(office: Person, settings, rf) -> None:
    request = rf.get("/")
    request.user, request.session = account_of(office), {}
    assert step_needed(request, office)

    settings.DEMO = True

    assert not step_needed(request, office)


def test_the_schools_own_system_counts_as_one(office: Person) -> None:
    client = plain(office)
    session = client.session
    session["sso"] = True
    session.save()

    assert client.get("/inloggen/manieren/").status_code == 200


def test_who_must_is_led_to_set_it_up_and_then_on(client: Client, office: Person) -> None:
    Account.objects.create_user("wendy", GOOD, person=office)
    sign_in(client, "wendy", next="/inloggen/manieren/")

    led = client.get("/inloggen/manieren/")
    assert led.url == STEP
    assert "Uw school vraagt daarom" in client.get(STEP).content.decode()

    page = client.get("/inloggen/stap/app/").content.decode()
    secret = client.session["mfa.totp.secret"]
    assert "<svg" in page
    assert " ".join(re.findall("....", secret)) in page
    codes = client.post("/inloggen/stap/app/", {"code": code_now(secret)})
    assert codes.url == "/inloggen/stap/reservecodes/"
    assert len(re.findall(r"<code>\d{4} \d{4}</code>", client.get(codes.url).content.decode())) == 10
    assert client.get("/inloggen/manieren/").status_code == 200


def test_the_key_of_the_app_cannot_be_read_from_the_database(client: Client, bram: Person) -> None:
    client.post(link_for(bram))
    client.get("/inloggen/stap/app/")
    secret = client.session["mfa.totp.secret"]
    client.post("/inloggen/stap/app/", {"code": code_now(secret)})

    assert Authenticator.objects.count() == 2
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_a_code_works_once_and_a_wrong_one_is_said(client: Client, bram: Person) -> None:
    account = Account.objects.create_user("bram.visser", GOOD, person=bram)
    has_step(account)
    step = sign_in(client).url
    assert step == "/inloggen/stap/code/"

    assert "klopt niet" in client.post(step, {"code": "000000"}).content.decode()
    assert client.post(step, {}).status_code == 200
    assert client.post(step, {"credential": "{}"}).status_code == 200
    code = code_now()
    assert client.post(step, {"code": code}).url == "/"
    other = Client()
    sign_in(other)
    assert "klopt niet" in other.post(step, {"code": code}).content.decode()
    assert who(other) is None


def test_codes_cannot_be_tried_on_and_on(client: Client, bram: Person) -> None:
    has_step(Account.objects.create_user("bram.visser", GOOD, person=bram))
    step = sign_in(client).url
    for _ in range(5):
        client.post(step, {"code": "000000"})

    assert "Wacht vijf minuten" in client.post(step, {"code": code_now()}).content.decode()
    assert who(client) is None


def test_a_recovery_code_lets_someone_in_once(client: Client, bram: Person) -> None:
    client.post(link_for(bram))
    client.get("/inloggen/stap/app/")
    client.post("/inloggen/stap/app/", {"code": code_now(client.session["mfa.totp.secret"])})
    code = re.findall(r"<code>(\d{4} \d{4})</code>", client.get("/inloggen/stap/reservecodes/").content.decode())[0]

    for expected in (bram, None):
        browser = Client()
        step = browser.post(link_for(bram)).url
        browser.post(step, {"code": code})
        assert who(browser) == expected


def test_without_signing_in_there_is_no_page_of_a_second_step(client: Client, db) -> None:
    for part in ("index", "activate_totp", "deactivate_totp", "reauthenticate", "authenticate",
                 "view_recovery_codes", "generate_recovery_codes", "download_recovery_codes"):  # fmt: skip
        assert client.get(reverse(f"mfa_{part}")).url.startswith("/inloggen/"), part


def test_changing_the_step_asks_again_who_it_is_after_a_while(client: Client, bram: Person, monkeypatch) -> None:
    has_step(Account.objects.create_user("bram.visser", GOOD, person=bram))
    client.post(sign_in(client).url, {"code": code_now()})
    monkeypatch.setattr("magdit.web.signin.proved.LATELY", 0)

    led = client.get("/inloggen/stap/app/weg/")

    assert led.url.startswith("/inloggen/nogmaals/")
    page = client.get(led.url).content.decode()
    assert "Bent u het?" in page


def test_the_beheerder_resets_the_step_of_a_lost_phone(doing_as, school, bram: Person, office: Person) -> None:
    keeper = employee(school, "beheerder", called="Kees", last="Mol")
    account = account_of(bram)
    has_step(account)

    for nosy in (office, bram):
        with pytest.raises(Refused, match="no_right"):
            reset_second_step(doing_as(nosy), bram.pk)
    assert reset_second_step(doing_as(keeper), bram.pk) == 1

    assert not Authenticator.objects.exists()
    assert [one.verb for one in Entry.objects.all()] == ["tweede stap gewist"]
    with pytest.raises(Refused, match="no_step"):
        reset_second_step(doing_as(keeper), bram.pk)


def test_nobody_resets_their_own_step(doing_as, school) -> None:
    keeper = employee(school, "beheerder", called="Kees", last="Mol")
    has_step(account_of(keeper))

    with pytest.raises(Refused, match="own_step"):
        reset_second_step(doing_as(keeper), keeper.pk)


def test_they_are_told_that_their_step_was_reset(
    doing_as, school, bram: Person, django_capture_on_commit_callbacks
) -> None:
    keeper = employee(school, "beheerder", called="Kees", last="Mol")
    has_step(account_of(bram))

    with django_capture_on_commit_callbacks(execute=True):
        reset_second_step(doing_as(keeper), bram.pk)

    assert mail.outbox[0].to == [bram.email]


@pytest.mark.django_db
def test_the_admin_is_no_way_around(client: Client) -> None:
    account = Account.objects.create_superuser("computer", GOOD)

    assert client.get("/beheer/", follow=True).request["PATH_INFO"] == "/inloggen/"
    client.post("/beheer/login/", {"username": "computer", "password": GOOD})
    assert "_auth_user_id" not in client.session

    sign_in(client, "computer")
    assert client.get("/beheer/", follow=True).request["PATH_INFO"] == STEP
    has_step(account)
    other = Client()
    other.post(sign_in(other, "computer").url, {"code": code_now(KEY)})
    assert other.get("/beheer/").status_code == 200


def test_the_admin_stays_closed_to_who_has_no_right(noors_mother: Person, bram: Person) -> None:
    for person in (noors_mother, bram):
        assert plain(person).get("/beheer/", follow=True).status_code == 403
