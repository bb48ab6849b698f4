"""A film: its faces are rows with a number on a sheet; one is hidden through the whole clip, and the sound goes off."""

from __future__ import annotations

import io
from uuid import uuid4

import pytest
from PIL import Image

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Picture
from magdit.areas.drafts.words import ref
from tests.web.drafts.conftest import address, now, send


def track(number: int) -> dict[str, object]:
    """A face through a film, as a look keeps it."""
    box = {"x": 10, "y": 10, "w": 40, "h": 50, "score": 0.9, "source": "gezien", "fate": "open", "person": None}
    return {"id": f"spoor{number}", **box, "number": number, "from": 0.0, "to": 2.5}


@pytest.fixture
def film(begun, bram, doing_as) -> Picture:
    """A film of three seconds with two faces and sound."""
    sheet = io.BytesIO()
    Image.new("RGB", (60, 40)).save(sheet, "JPEG")
    made = Picture(
        pk=uuid4(), kind="video", sha256="f" * 64, width=320, height=240, seconds=3, has_sound=True, look="gezien",
        faces=[track(1), track(2)], clean={"sheets": 1},
    )  # fmt: skip
    files.keep_made(doing_as(bram), ref(begun.pk), made.pk, f"{files.SHEET}-0", [sheet.getvalue()])
    return actions.add_picture(doing_as(bram), begun.pk, made, name="strand.mp4")


def test_the_faces_of_a_film_stand_on_a_sheet_with_their_numbers(visits, bram, begun, film):
    client = visits(bram)

    page = client.get(address(begun)).content.decode()

    assert f"{address(begun)}beeld/{film.pk}/blad/0/" in page
    assert "0.0–2.5 s" in page
    assert client.get(f"{address(begun)}beeld/{film.pk}/blad/0/").headers["Content-Type"] == "image/jpeg"
    assert client.get(f"{address(begun)}beeld/{film.pk}/blad/1/").status_code == 404


def test_a_face_is_hidden_through_the_clip_and_the_sound_goes_off_and_on(visits, bram, begun, film):
    client = visits(bram)

    send(client, begun, f"face:{film.pk}:spoor2:verborgen")
    send(client, begun, "sound:uit")
    silent = now(begun).mends
    send(client, begun, "sound:aan")

    film.refresh_from_db()
    assert [face["fate"] for face in film.faces] == ["open", "verborgen"]
    assert (silent, now(begun).mends) == (["geluid"], [])


def test_a_film_that_waits_says_so_and_may_not_go(visits, bram, begun, film):
    Picture.objects.filter(pk=film.pk).update(look="wacht", faces=[])
    client = visits(bram)

    page = client.get(address(begun))

    assert "Wordt nog bekeken." in page.content.decode()
    assert not page.context["may_go"]


def test_of_a_film_without_a_face_a_person_says_that_nobody_is_in_it(visits, bram, begun, film):
    Picture.objects.filter(pk=film.pk).update(faces=[], has_sound=False)
    client = visits(bram)
    before = client.get(address(begun)).content.decode()

    send(client, begun, "tick:niemand_in_beeld:ja")

    assert 'value="tick:niemand_in_beeld:ja"' in before
    assert "Dit mag de deur uit." in client.get(address(begun)).content.decode()
