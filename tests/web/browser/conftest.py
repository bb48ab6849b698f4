"""A real browser: Debian's Chromium, driven by playwright, on a server of the test's own.

`opens(person)` is a page on a phone in which they are signed in. Whatever the console says, or a request to another
host, fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from magdit.areas.people.models import Person
from tests.chromium import DESK as DESK
from tests.chromium import PHONE
from tests.journeys.hand_in.conftest import photo
from tests.signed_in import sign_in
from tests.web.conftest import account_of


@pytest.fixture
def opens(browser: Browser, live_server, transactional_db: None) -> Iterator[Callable[..., Page]]:
    """`opens(person, screen=PHONE, **more)`: a page with its own cookies; `more` goes to playwright's new_context."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(person: Person | None = None, *, screen: dict[str, int] = PHONE, **more: object) -> Page:
        context = browser.new_context(
            viewport=screen, base_url=live_server.url, locale="nl-NL", timezone_id="Europe/Amsterdam", **more
        )
        contexts.append(context)
        if person is not None:
            context.add_cookies([_signed_in(person, live_server.url)])
        page = context.new_page()
        page.on("console", lambda line: faults.append(line.text) if line.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda asked: _stays_here(asked.url, live_server.url, faults))
        return page

    yield opened
    told = list(faults)
    for context in contexts:
        context.set_offline(True)  # what a closing page still sends would reach the school of the next test
        context.close()
    assert not told, told


@pytest.fixture
def strand(tmp_path: Path) -> Path:
    """A photo with two faces."""
    path = tmp_path / "strand.jpg"
    path.write_bytes(photo())
    return path


def _stays_here(address: str, here: str, faults: list[str]) -> None:
    if urlsplit(address).scheme in {"http", "https"} and urlsplit(address).netloc != urlsplit(here).netloc:
        faults.append(f"asked another host: {address}")


def _signed_in(person: Person, url: str) -> dict[str, str]:
    session: SessionBase = sign_in(Client(), account_of(person)).session
    return {"name": settings.SESSION_COOKIE_NAME, "value": str(session.session_key), "url": url}
