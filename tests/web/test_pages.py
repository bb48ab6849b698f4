"""What holds for every page: it loads nothing from elsewhere, stays behind in no browser, is light, and asks little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

import magdit
from magdit.areas.people.models import Group
from magdit.journeys.hand_in import roster
from tests.areas.conftest import YEAR, guardian, pupil
from tests.web.crawl import Seen, ask, whoever
from tests.web.places import World
from tests.web.routes import Declared, declared
from tests.web.row import Place

pytestmark = pytest.mark.django_db
SOURCE = Path(magdit.__file__).parent
PAGES = [one for one in declared() if one.row.sends is None and one.row.answer == 200 and whoever(one)]
TEMPLATES = sorted(path for floor in ("web", "api", "server") for path in (SOURCE / floor).rglob("*.html"))
MOST_QUERIES, MOST_BYTES, MOST_STYLE = 12, 100_000, 20_000
# What lays many tables side by side asks more of them, as often for a large school as for a small one.
SCRIPTS_AND_STYLES = sorted(path for path in (SOURCE / "web" / "static").rglob("*.*") if path.suffix != ".png")
MORE_QUERIES = {
    # A whole judgement on a server that just started: who looks, the post with its key and pictures, who is at the
    # school (and whether that changed) or left it lately and may still be in a photo, what was asked about it, and of
    # who may be in it what was answered, by whom. Then what there is to choose from: accounts, classes,
    # whose names may be seen; and what was answered before.
    "drafts:draft": 17,
    "asking:draft": 13,  # the same of a parent: with their children, and where those are at school
    "office:attention": 17,  # everything that may wait for a person: answers, authority, letters, classes, birthdays
    "office:invitations": 18,  # who decides (the packs say), by class, who may come in by which way, who was invited
    "office:person": 17,  # one person: roles, classes, family, accounts, papers, and how each question stands
    "officer:person": 31,  # a whole file, with the line in the journal that it was opened
    "officer:history": 17,  # the same line, the journal, and the names in it that this reader may see
    "officer:school_figures": 17,  # nine counts over as many tables
    "officer:figures_file": 16,
}
# A name of a kind of thing, that no browser ever asks for.
NAMES_ONLY = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")


@pytest.fixture(autouse=True)
def just_started() -> None:
    """A server that has not read the people of any school yet."""
    roster.forget()


@pytest.mark.parametrize("one", PAGES, ids=str)
def test_every_page_is_safe_light_and_quick(one: Declared, world: World):
    seen = ask(one, world, whoever(one)[0])

    assert not wrong_with(seen, most=MORE_QUERIES.get(one.row.name, MOST_QUERIES))


@pytest.mark.parametrize("one", PAGES, ids=str)
def test_a_larger_school_takes_no_more_questions(one: Declared, world: World):
    cell = whoever(one)[0]
    before = ask(one, world, cell)

    with undone():
        grow(world.place(cell.role, cell.place) if cell else world.places["own"])
        roster.forget()
        after = ask(one, world, cell)

    assert after.queries <= before.queries


def grow(place: Place) -> None:
    """Thirty more pupils with a parent each, ten of them in the same class."""
    for number in range(30):
        group = (
            place.group if number % 3 == 0 else Group.objects.create(school=place.school, year=YEAR, name=f"g{number}")
        )
        child = pupil(place.school, group, called=f"Kind{number}", last="Erbij", born=date(2016, 1, 1))
        guardian(child, called=f"Ouder{number}", last="Erbij")


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is undone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def wrong_with(seen: Seen, *, most: int) -> list[str]:
    """What a page does that no page may."""
    headers, size = seen.answer.headers, len(seen.text.encode())
    policy = headers.get("Content-Security-Policy", "")
    wrong = [] if "default-src 'self'" in policy and "unsafe" not in policy else [f"policy: {policy}"]
    wrong += [] if "no-store" in headers.get("Cache-Control", "") else ["stays behind in the browser"]
    wrong += [] if seen.queries <= most else [f"{seen.queries} queries"]
    if headers["Content-Type"].startswith("text/html"):
        wrong += [f"{size} bytes"] if size > MOST_BYTES else []
        wrong += [f"in the page itself: {found}" for found in re.findall(r"<style|\sstyle=|\son[a-z]+=\"", seen.text)]
        wrong += [f"loads {found}" for found in loaded_from_elsewhere(seen.text)]
    return wrong


def loaded_from_elsewhere(text: str) -> list[str]:
    """Addresses of other hosts that a browser would ask for by itself."""
    return re.findall(r"(?:src|srcset|action|poster|data)=\"(?:https?:)?//[^\"]+|<link[^>]+https?://[^>]+", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_template_names_another_host(path: Path):
    found = re.findall(r"https?://[^\s\"'<]+", path.read_text(encoding="utf-8"))

    assert [one for one in found if not one.startswith(NAMES_ONLY)] == []


@pytest.mark.parametrize("path", SCRIPTS_AND_STYLES, ids=lambda path: path.name)
def test_no_style_or_script_asks_another_host(path: Path):
    text = path.read_text(encoding="utf-8")

    assert [one for one in re.findall(r"https?://[^\s\"')]+", text) if not one.startswith(NAMES_ONLY)] == []
    assert path.suffix != ".css" or len(text.encode()) <= MOST_STYLE
