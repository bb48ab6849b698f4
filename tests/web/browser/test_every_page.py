"""Every page of the table in a real browser, in both languages: for eyes, for a keyboard alone, and at 400 % zoom.

The world of the table (tests/web/places.py) lies in one transaction that the server of these tests shares, so it is
made once. Rooms have tests of their own for what one can do there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
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
# Writes down what gets the focus, and whether one can see that. Asking after each press of a key takes twice as long.
LISTEN = """() => {
  window.reached = [];
  addEventListener('focusin', () => {
    const one = document.activeElement;
    const marked = [one, one.closest('label'), one.parentElement].filter(Boolean).map(each => getComputedStyle(each));
    const outlined = marked.some(style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
        || style.boxShadow !== 'none');
    window.reached.push([one.type === 'radio' ? `radio ${one.name}` : one.outerHTML.slice(0, 120), outlined]);
  });
}"""
REACHED = """() => [window.reached, [null, document.body, document.documentElement].includes(document.activeElement)]"""
TALL = """() => [...document.querySelectorAll('body *')]
    .filter(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility())
    .map(one => one.getBoundingClientRect()).filter(box => box.height > innerHeight / 2 && box.width > innerWidth / 2)
    .map(box => box.height)"""


@dataclass
class Walker:
    """Opens pages as someone, in a language; whatever the console says or loads from elsewhere is kept."""

    browser: Browser
    url: str
    faults: list[str] = field(default_factory=list)
    known: dict[tuple[str, str], Page] = field(default_factory=dict)

    def opens(self, client: Client | None, language: str) -> Page:
        """A window on a phone, with the session of this client; each has one, for all pages."""
        session = client.cookies[settings.SESSION_COOKIE_NAME].value if client is not None else ""
        if (session, language) not in self.known:
            self.known[session, language] = self._window(session, language)
        page = self.known[session, language]
        page.set_viewport_size(PHONE)
        return page

    def _window(self, session: str, language: str) -> Page:
        context = self.browser.new_context(base_url=self.url, locale=language)
        if session:
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


@pytest.fixture(scope="module")
def walks(browser: Browser, server: LiveServer) -> Iterator[Walker]:
    """Who walks through all pages."""
    made = Walker(browser, server.url)
    yield made
    for page in made.known.values():
        page.context.close()


@pytest.fixture
def walker(walks: Walker) -> Iterator[Walker]:
    """Who walks through this page; fails when the console had anything to say."""
    walks.faults.clear()
    yield walks
    assert not walks.faults, walks.faults


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
    page.evaluate(LISTEN)
    for press in range(len(wanted) * 4 + 8):  # a date field takes several
        page.keyboard.press("Tab")
        if press >= len(wanted) and _is_round(*page.evaluate(REACHED)):
            break
    stops = [one for one, _ in groupby(tuple(stop) for stop in page.evaluate(REACHED)[0])]
    if len(stops) > len(wanted) and stops[-1] == stops[0]:
        stops.pop()
    reached = [one for one, _ in stops]
    wrong = [f"no mark on what has the focus: {one}" for one, is_marked in stops if not is_marked]
    alone = [one for at, one in enumerate(wanted) if at == 0 or one != wanted[at - 1]]
    return wrong + ([] if reached == alone else [f"Tab reaches {reached}, and not {alone}"])


def _is_round(reached: list[list[object]], is_out: bool) -> bool:
    """Whether the keyboard has been everywhere: it left the page, or is at the first stop again."""
    return is_out or (len(reached) > 1 and reached[-1] == reached[0])


def zoomed_in(page: Page) -> list[str]:
    """What is lost at 400 % zoom: a screen of 320 by 256."""
    page.set_viewport_size(ZOOMED)
    wide = page.evaluate("document.documentElement.scrollWidth")
    wrong = [f"{wide} pixels wide at 400 % zoom"] if wide > ZOOMED["width"] else []
    return wrong + [f"something stands in front of the page, {height} high" for height in page.evaluate(TALL)]
