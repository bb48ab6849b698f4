"""The page on which a found picture or address is traced back: matches to look at, hostile files refused in Dutch."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from magdit.areas.drafts import files
from magdit.areas.drafts.models import PublishedPicture
from magdit.areas.drafts.publication_words import ref_out
from magdit.areas.journal.models import Entry
from magdit.check.images.tracing.hashes import hashes_of
from magdit.web.publications import tracing
from tests.check.images.tracing.changes import resized
from tests.check.images.tracing.pictures import opened, pixels
from tests.journeys.tracing.conftest import as_file
from tests.web.classes.test_class import text_of
from tests.web.publications.conftest import LIST, page_of

pytestmark = pytest.mark.django_db
TRACE = f"{LIST}spoor/"


@pytest.fixture
def crossing(placed, doing_as, bram):
    """The picture of the publication is one of the demo's photos."""
    hashes = list(hashes_of(pixels(opened("crossing.jpg"))))
    PublishedPicture.objects.update(hashes=hashes, original_hashes=hashes)
    content = [as_file(opened("crossing.jpg"))]
    files.keep_made(doing_as(bram), ref_out(placed.pk), placed.pictures.get().pk, files.CLEAN, content)
    return placed


def found(content: bytes, name: str = "gevonden.jpg") -> dict[str, object]:
    return {"found": SimpleUploadedFile(name, content, content_type="image/jpeg")}


def test_a_found_picture_leads_to_the_publication(visits, lieke, crossing):
    answer = visits(lieke).post(TRACE, found(as_file(resized(opened("crossing.jpg"), 0.25), quality=40)))

    assert "1 publicatie lijkt erop" in text_of(answer)
    assert "vrijwel zeker" in text_of(answer)
    assert page_of(crossing) in answer.content.decode()
    assert Entry.objects.filter(verb="gezien", details__contains="spoor").count() == 1


def test_another_picture_leads_nowhere_and_the_page_says_what_that_means(visits, lieke, crossing):
    answer = visits(lieke).post(TRACE, found(as_file(opened("astronaut.png"))))

    assert "Niet gevonden." in text_of(answer)


def test_an_address_leads_there_too(visits, lieke, crossing):
    answer = visits(lieke).post(TRACE, {"address": crossing.url.replace("https://", "www.")})

    assert "1 publicatie lijkt erop" in text_of(answer)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"geen foto", "Wat u koos: dit is geen foto."),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Wat u koos:"),
        (b"\xff\xd8\xff\xe0" + b"x" * 5000, "Wat u koos:"),
        (b"GIF89a" + b"\0" * 50, "Wat u koos:"),
        (b"%PDF-1.7 <script>", "Wat u koos:"),
    ],
)
def test_a_hostile_file_is_refused_in_dutch(visits, lieke, crossing, content, says):
    answer = visits(lieke).post(TRACE, found(content, name="../../<script>.jpg"))

    assert answer.status_code == 422
    assert says in text_of(answer)
    assert "<script>" not in answer.content.decode().replace('<script src="', "")


def test_a_file_that_is_too_large_is_let_go_of(visits, lieke, crossing):
    answer = visits(lieke).post(TRACE, found(b"x" * (tracing.MOST + 1)))

    assert (answer.status_code, "groter dan 50 MB" in text_of(answer)) == (422, True)


@pytest.mark.parametrize("sent", [{}, {"address": " "}, {"address": "x" * 1001}])
def test_nothing_to_look_for(visits, lieke, crossing, sent):
    answer = visits(lieke).post(TRACE, sent)

    assert (answer.status_code, "Kies een foto, of plak een adres." in text_of(answer)) == (422, True)


@pytest.mark.parametrize("who", ["bram", "noors_mother", "noor", "olaf"])
def test_only_for_who_answers_for_the_school(who, visits, crossing, request):
    browser = visits(request.getfixturevalue(who))

    assert browser.get(TRACE).status_code == 404
    assert browser.post(TRACE, found(as_file(opened("crossing.jpg")))).status_code == 404
