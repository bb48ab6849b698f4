"""What was published, in a real browser: the list, one publication, on paper, the trace, and what a family sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from magdit.areas.drafts import files
from magdit.areas.drafts.models import Publication, PublishedPicture
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.people.models import Board
from magdit.check.images.tracing.hashes import hashes_of
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.conftest import employee
from tests.areas.consent.conftest import website  # noqa: F401  (fixture)
from tests.check.images.tracing.changes import resized
from tests.check.images.tracing.pictures import opened, pixels
from tests.journeys.hand_in.conftest import own_folder  # noqa: F401  (fixture)
from tests.journeys.publish.conftest import (  # noqa: F401  (fixtures)
    account,
    add_noor,
    agreed,
    begins,
    make_account,
    sends,
    wall,
)
from tests.journeys.tracing.conftest import as_file
from tests.web.browser.conftest import DESK
from tests.web.browser.looking import look

LIST = "/school/de-linde/publicaties/"
PHOTOS = ("crossing.jpg", "skier.jpg", "astronaut.png")


@pytest.fixture
def lieke(school):
    """Answers for what the school shows."""
    Board.objects.update(second_step="niemand")
    return employee(school, "communicatiemedewerker", called="Lieke", last="Post")


@pytest.fixture
def three(transactional_db, lieke, school, account, begins, agreed, bram, doing_as, system, group_6a):  # noqa: F811
    """Noor in three: one stands there, one is gone by a request of the school, one is printed."""
    texts = ("Wat een middag! Iedereen stak veilig over.", "In de sneeuw.", "Op bezoek in het ruimtemuseum.")
    for text, photo in zip(texts, PHOTOS, strict=True):
        made = sends(doing_as(bram), add_noor(doing_as(bram), begins(account, text, group=group_6a), agreed))
        picture = made.pictures.get()
        hashes, image = list(hashes_of(pixels(opened(photo)))), opened(photo)
        where = PublishedPicture.objects.filter(pk=picture.pk)
        where.update(hashes=hashes, original_hashes=hashes, width=image.width, height=image.height)
        files.keep_made(doing_as(bram), ref_out(made.pk), picture.pk, files.CLEAN, [as_file(image)])
        place_waiting(system)
    paper = make_account(school, connector="hand", name="Het Lindeblad", kind="blad", circulation=400)
    last = Publication.objects.filter(pictures__hashes=hashes)
    Publication.objects.filter(pk__in=list(last.values_list("pk", flat=True))).update(
        account=paper, state="op_papier", circulation=400
    )
    return list(Publication.objects.order_by("made_at", "pk"))


def of_photo(photo: str) -> Publication:
    hashes = list(hashes_of(pixels(opened(photo))))
    return Publication.objects.get(pictures__hashes=hashes)


@pytest.mark.parametrize("screen", [{"width": 390, "height": 844}, DESK], ids=["phone", "desk"])
def test_who_answers_for_it_looks_one_up_and_has_it_taken_down(opens, lieke, three, screen, system):
    page = opens(lieke, screen=screen)
    page.goto("/")
    page.get_by_role("link", name="Publicaties").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Publicaties van De Linde")
    look(page, "list")
    page.set_viewport_size(screen)

    page.get_by_role("link", name="Wat een middag!").click()
    expect(page.get_by_role("img")).to_be_visible()
    look(page, "publication")
    page.set_viewport_size(screen)
    page.get_by_label("Waarom moet het weg?").fill("verkeerde foto")
    page.get_by_role("button", name="Haal het weg").click()
    expect(page.get_by_text("Dit moet weg.")).to_be_visible()
    look(page, "must-go")

    take_down_waiting(system)
    page.reload()
    expect(page.get_by_role("button", name="Zet het terug")).to_be_visible()
    look(page, "gone")


def test_what_is_printed_says_so(opens, lieke, three):
    page = opens(lieke)

    page.goto(f"{LIST}{of_photo('astronaut.png').pk}/")

    expect(page.get_by_text("Kan niet meer ongedaan: oplage 400.")).to_be_visible()
    look(page, "paper")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Haal het weg")).to_be_hidden()
    expect(page.get_by_role("navigation").first).to_be_hidden()


def test_a_found_picture_is_shown_beside_ours_by_the_browser_itself(opens, lieke, three, tmp_path: Path):
    gevonden = tmp_path / "gevonden.jpg"
    gevonden.write_bytes(as_file(resized(opened("crossing.jpg"), 0.25), quality=40))
    page = opens(lieke, screen=DESK)
    page.goto(LIST)
    page.get_by_role("link", name="Een foto gevonden?").click()
    look(page, "trace")
    page.set_viewport_size(DESK)

    page.get_by_label("De foto die u vond").set_input_files(gevonden)
    page.get_by_role("button", name="Zoek").click()

    expect(page.get_by_text("vrijwel zeker")).to_be_visible()
    expect(page.get_by_role("img", name="De foto die u vond")).to_be_visible()
    look(page, "traced")
    page.get_by_role("link", name="Ja, dit is hem").click()
    expect(page.get_by_text("Wat een middag!")).to_be_visible()


def test_a_mother_looks_and_asks(opens, noors_mother, three):
    gone = of_photo("skier.jpg")
    Publication.objects.filter(pk=gone.pk).update(
        state="weg", down_at=gone.made_at, down_because="ingetrokken", proof="niet meer te zien"
    )
    page = opens(noors_mother)
    page.goto("/")
    page.get_by_role("link", name="Foto’s").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Foto’s van Noor")
    look(page, "photos")
    card = page.locator("li.sheet", has_text="Wat een middag!")
    card.get_by_text("Vraag om weghalen").click()
    card.get_by_label("Wilt u er iets bij zeggen?").fill("zij vindt hem niet leuk")
    look(page, "asking")
    card.get_by_role("button", name="Haal dit weg").click()

    expect(page.get_by_text("U vroeg dit op 3 maart.")).to_be_visible()
    look(page, "asked")
