"""Signing in through the school's own system in a real browser: its rules for forms and cookies are the strict ones.

The provider stands on another site than we do (127.0.0.1 beside localhost), as it does at a school.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from magdit.areas.people.models import Board, Person
from magdit.server.sso import read_sso
from tests.web.browser.looking import look
from tests.web.sso import peers
from tests.web.sso.conftest import client_of, openid_table, saml_table
from tests.web.sso.peers import Peer

BRAM = {"sub": "8f1c", "email": "bram@delinde.example", "email_verified": True}


@pytest.fixture(scope="module")
def openid_peer(live_server) -> Iterator[Peer]:
    """A provider that knows this server."""
    with peers.openid([client_of(live_server.url, "linde")]) as started:
        yield started


@pytest.fixture(scope="module")
def saml_peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """pysaml2's provider."""
    with peers.saml(tmp_path_factory.mktemp("idp")) as started:
        yield started


@pytest.fixture
def page(browser: Browser, live_server, transactional_db: None) -> Iterator[Page]:
    """A page of its own: here another host is what it is about."""
    faults: list[str] = []
    with browser.new_context(base_url=live_server.url, locale="nl-NL") as context:
        opened = context.new_page()
        opened.on("console", lambda line: faults.append(line.text) if line.type in {"error", "warning"} else None)
        yield opened
    told = [fault for fault in faults if "403" not in fault and "form-action" not in fault]  # those are asked for here
    assert not told, told


@pytest.fixture
def schools_use(settings, live_server, tmp_path: Path):
    """The file as a school writes it, with the policy that follows from it."""

    def set_up(table: str) -> None:
        path = tmp_path / "sso.toml"
        path.write_text(table, encoding="utf-8")
        sso = read_sso(str(path))
        assert not sso.faults, sso.faults
        settings.PUBLIC_ADDRESS = live_server.url
        settings.SOCIALACCOUNT_PROVIDERS = sso.providers()
        policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {**policy, "form-action": ["'self'", *sso.origins]}}

    return set_up


def test_a_teacher_comes_in_with_openid(page: Page, openid_peer: Peer, schools_use, board: Board, bram: Person):
    schools_use(openid_table(openid_peer))
    openid_peer.says(user=BRAM)
    page.goto("/instellingen/")

    page.get_by_role("button", name="Inloggen met SchoolPlein").click()

    expect(page.get_by_text("Ingelogd als Bram Visser.")).to_be_visible()
    assert page.url.endswith("/instellingen/")


def test_a_teacher_comes_in_with_saml(
    page: Page, saml_peer: Peer, schools_use, live_server, board: Board, bram: Person
):
    schools_use(saml_table(saml_peer, more="email_vertrouwd = true"))
    told = requests.get(f"{live_server.url}/inloggen/school/poort/metadata/", timeout=10)
    saml_peer.knows(told.content)
    saml_peer.says(name_id="8f1c", attributes={"mail": "bram@delinde.example"})
    page.goto("/instellingen/")

    page.get_by_role("button", name="Inloggen met De Poort").click()

    expect(page.get_by_text("Ingelogd als Bram Visser.")).to_be_visible()
    assert page.url.endswith("/instellingen/")


def test_the_policy_lets_a_form_lead_nowhere_else(page: Page, openid_peer: Peer, schools_use, settings, board: Board):
    """Without the provider in the policy the browser stops it: so it is the policy that opens the way."""
    schools_use(openid_table(openid_peer))
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    closed = {**directives, "form-action": ["'self'"]}

    assert directives["form-action"] == ["'self'", openid_peer.address]
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": closed}
    page.goto("/inloggen/")
    with page.expect_console_message(lambda line: "form-action" in line.text):
        page.get_by_role("button", name="Inloggen met SchoolPlein").click(no_wait_after=True)


def test_whom_we_do_not_know_reads_what_to_do(page: Page, openid_peer: Peer, schools_use, board: Board, bram: Person):
    schools_use(openid_table(openid_peer))
    openid_peer.says(user={**BRAM, "email": "olaf@delinde.example"})
    page.goto("/inloggen/")

    look(page, "sso-sign-in")
    page.get_by_role("button", name="Inloggen met SchoolPlein").click()
    expect(page.get_by_role("heading", name="Wij kennen u niet")).to_be_visible()
    look(page, "sso-unknown")
    page.goto("/inloggen/school/mislukt/")
    look(page, "sso-failed")
