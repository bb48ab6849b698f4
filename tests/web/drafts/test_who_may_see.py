"""A draft is its author's alone, and so are its pictures; only what was made anew is ever served."""

from __future__ import annotations

import io

from PIL import Image

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft
from tests.journeys.hand_in.conftest import photo
from tests.web.drafts.conftest import address, now, send


def test_a_colleague_a_parent_and_another_board_do_not_see_it(visits, begun, pictured, fatima, noors_mother, olaf):
    for person in (fatima, noors_mother, olaf):
        client = visits(person)

        assert client.get(address(begun)).status_code == 404
        assert client.get(f"{address(begun)}beeld/{pictured.pk}/").status_code == 404
        assert send(client, begun, "hide-open").status_code == 404


def test_a_picture_is_served_as_a_clean_jpeg_that_nobody_keeps(visits, bram, begun, pictured):
    answer = visits(bram).get(f"{address(begun)}beeld/{pictured.pk}/")

    body = b"".join(answer.streaming_content)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert body != photo()
    assert Image.open(io.BytesIO(body)).size == (320, 240)


def test_without_a_preview_the_original_does_not_come_in_its_place(visits, bram, begun, pictured):
    (files.folder() / f"{pictured.pk}.{files.PREVIEW}").unlink()

    assert visits(bram).get(f"{address(begun)}beeld/{pictured.pk}/").status_code == 404


def test_a_picture_of_another_draft_is_not_in_this_one(visits, bram, begun, pictured, school, doing_as):
    other = actions.begin(doing_as(bram), school, bram, role="leerkracht")

    assert visits(bram).get(f"{address(other)}beeld/{pictured.pk}/").status_code == 404


def test_who_goes_on_with_posts_sees_it_once_it_is_handed_in_and_a_change_takes_it_back(visits, begun, fatima):
    Draft.objects.filter(pk=begun.pk).update(state="ter_goedkeuring")
    client = visits(fatima)

    assert client.get(address(begun)).status_code == 200
    assert send(client, begun, "words", text="Met een komma erbij.").status_code == 302
    assert now(begun).state == "concept"


def test_what_is_done_can_be_read_by_its_author_and_not_changed(visits, bram, begun):
    Draft.objects.filter(pk=begun.pk).update(state="geplaatst")
    client = visits(bram)

    page = client.get(address(begun)).content.decode()

    assert "U kunt het lezen, niet veranderen." in page
    assert "<textarea" not in page
    assert send(client, begun, "words", text="Toch anders.").status_code == 404
