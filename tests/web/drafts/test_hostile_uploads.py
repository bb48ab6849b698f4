"""Files made to break us, sent to the page: with the form, and in pieces. Nothing breaks; only photos are shown."""

from __future__ import annotations

import random

import pytest
from django.test import Client

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft, Picture
from tests.check.images.sets.hostile import Hostile, hostile_files
from tests.check.images.sets.raw_form import KIND, raw_form
from tests.web.drafts.conftest import address, now

pytestmark = pytest.mark.filterwarnings("ignore")
AT_ONCE = 24
SHOWN_TYPES = {"image/jpeg", "image/png", "image/webp", "video/mp4"}
ALIVE = (b"<script>alert", b"<img src=x", b"onload=")


def send(client: Client, draft: Draft, some: tuple[Hostile, ...]):
    fields = {"do": "pictures", "version": str(now(draft).version)}
    return client.generic("POST", address(draft), raw_form(fields, "pictures", some), content_type=KIND)


def breaks(file: Hostile) -> bool:
    """Whether it is no file in a form: no name, or one that ends the line it stands on. No browser sends that."""
    return not file.name or bool({"\r", "\n"} & set(file.name))


def room_in(draft: Draft, bram, doing_as) -> Draft:
    """This one, or a new one when it is full."""
    if draft.pictures.count() + AT_ONCE <= actions.MOST_PICTURES:
        return draft
    return actions.begin(doing_as(bram), draft.school, bram, role="leerkracht")


def is_safe(client: Client, picture: Picture) -> bool:
    """Only a picture, whatever a browser would make of it otherwise."""
    answer = client.get(f"{address(picture.draft)}beeld/{picture.pk}/")
    if answer.status_code == 404:  # sound and films show nothing here
        return picture.kind != "foto"
    told = answer.headers
    return (
        told["Content-Type"] in SHOWN_TYPES
        and told["X-Content-Type-Options"] == "nosniff"
        and "default-src 'self'" in told["Content-Security-Policy"]
        and "unsafe-inline" not in told["Content-Security-Policy"]
        and b"".join(answer.streaming_content).startswith(b"\xff\xd8\xff")
    )


def test_with_the_form_each_is_taken_in_or_told_and_nothing_alive_comes_back(visits, bram, begun, doing_as):
    client, draft = visits(bram), begun

    everything = tuple(one for one in hostile_files() if not breaks(one))
    for at in range(0, len(everything), AT_ONCE):
        draft = room_in(draft, bram, doing_as)
        sent = send(client, draft, everything[at : at + AT_ONCE])
        page = client.get(address(draft))
        assert (sent.status_code, page.status_code) == (302, 200)
        assert not any(one in page.content for one in ALIVE)
    # A name that breaks the form itself: then the whole form is none.
    assert {send(client, draft, (one,)).status_code for one in hostile_files() if breaks(one)} <= {302, 400}

    pictures = list(Picture.objects.select_related("draft__school"))
    assert len(pictures) > 100
    assert [one.pk for one in pictures if not is_safe(client, one)] == []
    assert {path.name.partition(".")[0] for path in files.folder().iterdir()} == {str(one.pk) for one in pictures}


def test_in_pieces_each_is_taken_in_or_told_and_nothing_stays_behind(visits, bram, begun, doing_as):
    """A tenth of them, for in pieces each takes three requests."""
    client, draft = visits(bram), begun

    for file in random.Random("pieces").sample(hostile_files(), 40):
        draft = room_in(draft, bram, doing_as)
        begins = client.post(f"{address(draft)}delen/", {"name": file.name, "size": str(len(file.content))})
        assert begins.status_code in {201, 422}, file.name
        if begins.status_code == 201:
            where, half = begins.json()["address"], len(file.content) // 2
            first = client.generic("PATCH", where, file.content[:half], headers={"Upload-Offset": "0"})
            last = client.generic("PATCH", where, file.content[half:], headers={"Upload-Offset": str(half)})
            assert {first.status_code, last.status_code} <= {200, 422, 404}, file.name

    assert client.get(address(draft)).status_code == 200
    there = {path.name.partition(".")[0] for path in files.folder().iterdir() if path.is_file()}
    assert there == {str(key) for key in Picture.objects.values_list("pk", flat=True)}
