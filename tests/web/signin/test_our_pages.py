"""Every page around coming in is ours: no template of allauth, no English between the Dutch, nothing to run in it."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from magdit.areas.people.models import Account, Person
from tests.web.signin.conftest import code_now, has_step
from tests.web.signin.test_with_a_link import link_for
from tests.web.signin.test_with_a_password import GOOD, sign_in

OPEN = ("account_login", "account_inactive", "account_signup", "link_ask", "link_sent", "link_typed")
SIGNED_IN = (
    "account_logout", "account_reauthenticate", "mfa_index", "mfa_reauthenticate", "mfa_deactivate_totp",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "signin_ways", "signin_address", "signin_password",
)  # fmt: skip
ENGLISH = re.compile(r"\b(the|your|you|please|sign in|log in|password|code is|required|authenticator app)\b", re.I)
OURS = ("Microsoft Authenticator, Google Authenticator",)


def assert_ours(page) -> None:
    """Every piece of it lies in our own folder; its words are Dutch."""
    foreign = {one.origin.name for one in page.templates if "/allauth/" in str(one.origin.name)}
    text = re.sub(r"<[^>]+>", " ", page.content.decode())
    for known in OURS:
        text = text.replace(known, "")

    assert page.status_code == 200
    assert not foreign
    assert not ENGLISH.findall(text), ENGLISH.findall(text)
    assert " style=" not in page.content.decode()
    assert "<script>" not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", OPEN)
def test_for_who_is_not_signed_in(client: Client, name: str) -> None:
    assert_ours(client.get(reverse(name)))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_login", "link_ask", "link_typed"])
def test_for_who_sends_nothing_at_all(client: Client, name: str) -> None:
    assert_ours(client.post(reverse(name), {}))


def test_for_who_is_signed_in_with_a_second_step(client: Client, bram: Person) -> None:
    has_step(Account.objects.create_user("bram.visser", GOOD, person=bram, address=bram.email))
    step = sign_in(client).url
    assert_ours(client.get(step))
    assert_ours(client.post(step, {"code": ""}))
    client.post(step, {"code": code_now()})
    client.post(reverse("mfa_generate_recovery_codes"))

    for name in SIGNED_IN:
        assert_ours(client.get(reverse(name)))
    file = client.get(reverse("mfa_download_recovery_codes"))
    assert file.content.decode().startswith("Reservecodes van magdit.")


def test_for_who_sets_one_up(client: Client, bram: Person) -> None:
    client.post(link_for(bram))

    assert_ours(client.get(reverse("mfa_activate_totp")))
    assert_ours(client.post(reverse("mfa_activate_totp"), {"code": "1"}))


def test_in_english_too(client: Client, bram: Person) -> None:
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    for name in OPEN:
        assert '<html lang="en">' in client.get(reverse(name)).content.decode()
