"""Every page of the table in a real browser, in both languages: for eyes, for a keyboard alone, and at 400 % zoom.

The world of the table (tests/web/places.py) lies in one transaction that the server of these tests shares, so it is
made once. Rooms have tests of their own for what one can do there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.web.browser.looking import faults, keep
from tests.web.crawl import whoever
from tests.web.places import World
from tests.web.routes import Declared, declared, filled_in

pytestmark = pytest.mark.django_db
PHONE, DESK, ZOOMED = {"width": 390, "height": 844}, {"width": 1280, "height": 900}, {"width": 320, "height": 256}
PAGES = [
    one for one in declared() if one.row.sends is None and one.row.answer == 200 and one.row.shows and whoever(one)
]
# Each in the order of the page: of a group of radio buttons a keyboard reaches one, of what is folded away nothing.
STOPS = """() => {
    const seen = new Set();
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    return all.filter(one => {
        if (one.disabled || one.type === 'hidden' || one.tabIndex < 0 || !one.checkVisibility()) return false;
        if (one.type !== 'radio') return true;
        const group = `${one.form ? [...document.forms].indexOf(one.form) : ''} ${one.name}`;
        if (seen.has(group)) return false;
        return seen.add(group);
    }).map(one => one.type === 'radio' ? `radio ${one.name}` : one.outerHTML.slice(0, 120));
}"""
HERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const marked = [one, one.closest('label'), one.parentElement].filter(Boolean).map(each => getComputedStyle(each));
    const outlined = marked.some(style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
        || style.boxShadow !== 'none');
    return [one.type === 'radio' ? `radio ${one.name}` : one.outerHTML.slice(0, 120), outlined];
}"""
TALL = """() => [...document.querySelectorAll('body *')]
    .filter(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility())
    .map(one => one.getBoundingClientRect()).filter(box => box.height > innerHeight / 2 && box.width > innerWidth / 2)
    .map(box => box.height)"""


@dataclass
class Walker:
    """Opens pages as someone, in a language; whatever the console says or loads from elsewhere is kept."""

    browser: Browser
    url: str
    faults: list[str]

    def opens(self, client: Client | None, language: str) -> Page:
        """A page on a phone, with the session of this client."""
        context = self.browser.new_context(viewport=PHONE, base_url=self.url, locale=language)
        if client is not None:
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.url}])
        page = context.new_page()
        page.on("console", lambda line: self.faults.append(line.text) if line.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda asked: self._stays(asked.url))
        return page

    def _stays(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and parts.netloc != urlsplit(self.url).netloc:
            self.faults.append(f"asked another host: {address}")


@pytest.fixture(scope="module")
def server(world: World) -> Iterator[LiveServer]:
    """A server on the same connection, so that it sees the world before it is undone."""
    started = LiveServer("localhost")
    yield started
    started.stop()


@pytest.fixture
def walker(browser: Browser, server: LiveServer) -> Iterator[Walker]:
    """Who walks through the pages; fails when the console had anything to say."""
    made = Walker(browser, server.url, [])
    yield made
    for context in browser.contexts:
        context.close()
    assert not made.faults, made.faults


@pytest.mark.parametrize("one", PAGES, ids=str)
def test_every_page_can_be_read_and_walked_through(one: Declared, world: World, walker: Walker):
    page = arrived(one, world, walker, "nl")

    wrong = [*in_light_and_dark(page, str(one)), *by_keyboard(page), *zoomed_in(page)]

    assert page.locator("h1").count() == 1
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("one", PAGES, ids=str)
def test_every_page_can_be_read_in_english(one: Declared, world: World, walker: Walker):
    page = arrived(one, world, walker, "en")

    wrong = zoomed_in(page)

    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title().strip(" ·") not in {"", "magdit"}
    assert not wrong, "\n".join(wrong)


def arrived(one: Declared, world: World, walker: Walker, language: str) -> Page:
    """The page of a row, as the first who may open it."""
    cell = whoever(one)[0]
    place = world.place(cell.role, cell.place) if cell else world.places["own"]
    page = walker.opens(world.browsers[cell.role] if cell else None, language)
    answer = page.goto(filled_in(one, place)[0])
    assert answer is not None
    assert answer.status == 200
    return page


def in_light_and_dark(page: Page, name: str) -> list[str]:
    """What axe finds on a phone by day and on a desk by night; the rooms' own tests look at all four."""
    wrong: list[str] = []
    for scheme, screen in (("light", PHONE), ("dark", DESK)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(screen)
        wrong += [f"{scheme}: {fault}" for fault in faults(page)]
        keep(page, f"{name.replace(':', '-').replace(' ', '-')}-{screen['width']}-{scheme}")
    page.emulate_media(color_scheme="light")
    return wrong


def by_keyboard(page: Page) -> list[str]:
    """What Tab misses, or shows nothing of; everything is reached in the order of the page."""
    page.set_viewport_size(PHONE)
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    wanted = page.evaluate(STOPS)
    reached: list[str] = []
    wrong: list[str] = []
    for _press in range(len(wanted) * 4 + 8):  # a date field takes several
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (len(reached) > 1 and here[0] == reached[0] and len(reached) >= len(wanted)):
            break
        if not reached or here[0] != reached[-1]:
            reached.append(here[0])
            wrong += [] if here[1] else [f"no mark on what has the focus: {here[0]}"]
    alone = [one for at, one in enumerate(wanted) if at == 0 or one != wanted[at - 1]]
    return wrong + ([] if reached == alone else [f"Tab reaches {reached}, and not {alone}"])


def zoomed_in(page: Page) -> list[str]:
    """What is lost at 400 % zoom: a screen of 320 by 256."""
    page.set_viewport_size(ZOOMED)
    wide = page.evaluate("document.documentElement.scrollWidth")
    wrong = [f"{wide} pixels wide at 400 % zoom"] if wide > ZOOMED["width"] else []
    return wrong + [f"something stands in front of the page, {height} high" for height in page.evaluate(TALL)]
