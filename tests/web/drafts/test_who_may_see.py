"""A draft is its author's alone, and so are its pictures; only what was made anew is ever served."""

from __future__ import annotations

import io

from PIL import Image

from magdit.areas.drafts import files
from tests.journeys.hand_in.conftest import photo
from tests.web.drafts.conftest import address, send


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
    from magdit.areas.drafts import actions

    other = actions.begin(doing_as(bram), school, bram, role="leerkracht")

    assert visits(bram).get(f"{address(other)}beeld/{pictured.pk}/").status_code == 404
