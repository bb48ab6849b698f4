"""A real film in a real browser: handed in, looked at by the worker, a face hidden in all of it, silent, and placed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.people.models import Board
from magdit.areas.registers import channels
from magdit.areas.registers.models import ChannelAccount
from magdit.check.images.faces import FaceFinder
from magdit.check.images.film.looking import look_at_film
from magdit.check.images.video import take_in_media
from magdit.demo.photos_made import PHOTOS
from magdit.journeys.publish.working import Worker
from tests.areas.consent.conftest import *  # noqa: F403  (every fixture of consents)
from tests.check.images.clips import SECRETS, TOLD
from tests.check.images.film.filmed import Shot, Still, film
from tests.check.images.film.measured import shown
from tests.chromium import DESK, PHONE
from tests.journeys.publish.conftest import *  # noqa: F403  (every fixture of publishing)
from tests.web.browser.looking import look

SCREENS = pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
ONE = ((230, 150, 500), (222, 130, 300))  # the camera goes nearer to one face
NOBODY = ((420, 400, 160), (430, 410, 160))  # a space suit, and no face


@pytest.fixture(autouse=True)
def site(transactional_db, monkeypatch, school, fatima, doing_as, tmp_path) -> Path:
    """The folder in which the posts of the school stand, and an account that leads there."""
    Board.objects.update(second_step="niemand")
    folder = tmp_path / "www"
    folder.mkdir()
    monkeypatch.setenv("MAGDIT_FOLDERS", str(folder))
    told = {"medium": "website", "name": "nieuws", "address": "https://school.example/nieuws"}
    row = channels.add(doing_as(fatima), school, connector="folder", settings={"folder": "nieuws"}, **told)
    ChannelAccount.objects.filter(pk=row.pk).update(state="in_gebruik")
    return folder


@pytest.fixture(autouse=True)
def _patient() -> Iterator[None]:
    """A film is decoded and encoded beside the page: a busy machine answers late."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=5_000)


def filmed(path: Path, *ways: tuple[tuple[float, float, float], ...]) -> Path:
    """A camera over a photograph, with a tone, and all that telephones tell about a film."""
    with Image.open(PHOTOS / "astronaut.png") as opened:
        still = Still(opened.convert("RGB"), ())
    shots = [Shot(still, 1.0, *way) for way in ways]
    return film(path, shots, size=(640, 360), rate=10, sound="aac", told=TOLD).path


def handed_in(page: Page, path: Path, now) -> None:
    """A new draft with this film, looked at by `magdit work`."""
    page.goto("/school/de-linde/bericht/")
    page.get_by_role("button", name="Begin een bericht").click()
    expect(page.get_by_role("button", name="Toevoegen", exact=True)).to_be_hidden()  # the page's own script took over
    page.get_by_label("Foto's of een film").set_input_files(path)
    expect(page.get_by_text("Wordt nog bekeken.")).to_be_visible()
    assert Worker(lambda: now).round()["films"] == 1


def is_seen(page: Page) -> bool:
    """Whether the sheet is a picture that was loaded."""
    sheet = page.locator(".canvas img").first
    sheet.scroll_into_view_if_needed()
    expect(sheet).to_be_visible()
    return bool(sheet.evaluate("async (one) => { await one.decode(); return one.naturalWidth > 400; }"))


@SCREENS
def test_a_film_goes_out_without_face_and_without_sound(opens, bram, group_6a, system, site, tmp_path, screen):
    page = opens(bram, screen=screen)
    handed_in(page, filmed(tmp_path / "strand.mp4", ONE), system.at)

    expect(page.get_by_text("1 gezicht: 1 nog open.")).to_be_visible()
    assert is_seen(page)
    expect(page.get_by_text("Naar het geluid luistert magdit niet.")).to_be_visible()
    expect(page.get_by_role("link", name="gezicht 1: nog open")).to_be_visible()
    page.get_by_label("Welke klas staat erop?").select_option("6A")
    page.get_by_label("De tekst van het bericht").fill("Wat een dag!")
    page.get_by_role("button", name="Onherkenbaar gezicht 1").click()
    expect(page.get_by_text("1 gezicht: 1 onherkenbaar.")).to_be_visible()
    page.get_by_role("button", name="Geluid uit").first.click()
    expect(page.get_by_role("button", name="Geluid weer aan")).to_be_visible()
    page.get_by_role("button", name="Nee, niet meer te herkennen").click()
    expect(page.locator("#woord")).to_contain_text("Mag")
    page.reload()
    look(page, "film")
    page.set_viewport_size(screen)
    page.get_by_role("link", name="Plaatsen", exact=True).click()
    page.get_by_role("checkbox", name="Ik keek ernaar").check()
    page.get_by_role("button", name="Plaatsen", exact=True).click()
    Worker(lambda: system.at).round()

    (copy,) = site.rglob("*.mp4")
    seen = look_at_film(copy, FaceFinder.load())
    still = [np.ascontiguousarray(frame) for frame in shown(copy)[::3]]
    assert (seen.most_at_once(), [face for frame in still for face in FaceFinder.load().find(frame)]) == (0, [])
    assert (take_in_media(copy).has_sound, take_in_media(copy).traces, seen.frames) == (False, (), 10)
    assert [secret for secret in SECRETS if secret in copy.read_bytes()] == []


@SCREENS
def test_in_a_film_without_faces_a_person_looks_and_draws_who_was_missed(opens, bram, system, tmp_path, screen):
    page = opens(bram, screen=screen)
    page.emulate_media(reduced_motion="reduce")
    handed_in(page, filmed(tmp_path / "pak.mp4", NOBODY), system.at)

    expect(page.get_by_text("Geen gezicht gevonden.")).to_be_visible()
    assert is_seen(page)
    expect(page.get_by_role("heading", name="Is er iemand herkenbaar in beeld, of te horen?")).to_be_visible()
    page.get_by_text("Een gezicht is gemist").click()
    page.get_by_role("button", name="Teken op het blad").click()
    sheet = page.locator(".canvas svg").bounding_box()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.3, sheet["y"] + sheet["height"] * 0.4)
    page.mouse.down()
    page.mouse.move(sheet["x"] + sheet["width"] * 0.5, sheet["y"] + sheet["height"] * 0.7, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Dit is een gezicht").click()

    expect(page.get_by_role("link", name="gezicht 1: nog open")).to_be_visible()
    page.reload()
    look(page, "film-drawn")
    (face,) = Picture.objects.get().faces
    assert (face["source"], face["frame"], face["number"], Draft.objects.get().mends) == ("getekend", 0, 1, [])
