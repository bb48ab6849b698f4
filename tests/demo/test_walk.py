"""The walk of docs/begin.md, step by step in a real browser: a father says no, and the teacher of the class sees it.

With MAGDIT_WALK=docs/begin the pictures of that page are made anew.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.chromium import PHONE

WALK = (Path(__file__).parents[2] / "docs" / "begin.md").read_text(encoding="utf-8")
SCHOOL, WHERE = "De Stelling", "website van de school"


@pytest.fixture
def page(port: int, browser: Browser) -> Iterator[Page]:
    """A phone, on the demo."""
    context = browser.new_context(base_url=f"http://localhost:{port}", viewport=PHONE, locale="nl-NL")
    yield context.new_page()
    context.close()


def keep(page: Page, name: str) -> None:
    """A picture of what stands on the screen, where one was asked for; the page of docs shows it by this name."""
    assert f"begin/{name}.png" in WALK
    folder = os.environ.get("MAGDIT_WALK")
    if folder:
        shot = Image.open(io.BytesIO(page.screenshot()))
        shot.quantize(64).save(Path(folder) / f"{name}.png", optimize=True)


def press(page: Page, button: str) -> None:
    """Press what the page of docs names."""
    assert f"**{button}**" in WALK
    page.get_by_role("button", name=button).or_(page.get_by_role("link", name=button)).first.click()


def become(page: Page, who: str) -> str:
    """Log in as somebody of this school; answers what stands on their button."""
    page.goto("/demo/")
    school = page.get_by_role("region", name=SCHOOL)
    if not school.get_by_role("button", name=re.compile(who)).first.is_visible():
        school.locator("summary").click()
    button = school.get_by_role("button", name=re.compile(who)).first
    told = button.inner_text()
    button.click()
    page.wait_for_url("**/")
    return told


def answer(page: Page, word: str) -> str:
    """As the first parent of Noor: choose an answer about photos on the website; answers her whole name."""
    child = re.search(r"van (Noor [^\n]+)", become(page, "uder of verzorger van Noor")).group(1).strip()
    press(page, "Toestemmingen")
    page.get_by_role("link", name=re.compile(f"^{child}")).click()
    question = page.get_by_role("group", name=re.compile(r"foto.s van Noor.* op de website"))
    question.get_by_role("radio", name=word).check()
    question.scroll_into_view_if_needed()
    return child


def barred(page: Page) -> list[str]:
    """As the teacher: who may not be on the website, by the names on the page."""
    become(page, "eerkracht of docent")
    press(page, "Klassen")
    page.get_by_role("link", name=re.compile("4")).first.click()
    page.get_by_role("link", name=WHERE).first.click()
    page.locator("#niet").scroll_into_view_if_needed()
    return page.locator("#niet li").all_inner_texts()


def test_a_refusal_of_a_parent_shows_in_the_class_of_the_teacher(page: Page) -> None:
    page.goto("/demo/")
    expect(page.get_by_role("heading", name="Log in als")).to_be_visible()
    keep(page, "1-wie")
    child = answer(page, "Ja")  # in other years the invented family may have said something else
    press(page, "Antwoorden versturen")
    before = barred(page)

    assert answer(page, "Nee") == child
    keep(page, "2-nee")
    press(page, "Antwoorden versturen")
    expect(page.get_by_role("heading", name="Uw antwoorden zijn bewaard")).to_be_visible()
    keep(page, "3-bewaard")

    after = barred(page)
    keep(page, "4-klas")
    (new,) = set(after) - set(before)
    assert child.startswith(new.strip())

    press(page, "Maak de kaart voor een fotomoment")
    expect(page.get_by_text(new.strip(), exact=True).first).to_be_visible()
    keep(page, "5-kaart")
