"""A photo that comes in pieces: what broke off goes on where it was, for who began it, and nothing stays behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from magdit.areas.drafts import files
from magdit.journeys.hand_in import uploading
from tests.journeys.hand_in.conftest import photo
from tests.web.drafts.conftest import address, now

PHOTO = photo()


def begin(client, draft, size: int = len(PHOTO)):
    return client.post(f"{address(draft)}delen/", {"name": "strand.jpg", "size": str(size)})


def patch(client, where: str, data: bytes, at: int):
    return client.generic("PATCH", where, data, headers={"Upload-Offset": str(at)})


def test_a_photo_comes_in_pieces_and_stands_in_the_draft(visits, bram, begun):
    client = visits(bram)
    where = begin(client, begun).json()["address"]

    first = patch(client, where, PHOTO[:5000], 0).json()
    last = patch(client, where, PHOTO[5000:], 5000).json()

    assert (first, last) == ({"offset": 5000}, {"done": True})
    assert len(now(begun).pictures.get().faces) == 2


def test_what_broke_off_goes_on_where_it_was(visits, bram, begun):
    client = visits(bram)
    where = begin(client, begun).json()["address"]
    patch(client, where, PHOTO[:5000], 0)

    sent_twice = patch(client, where, PHOTO[:5000], 0).json()
    asked = client.get(where).json()
    patch(client, where, PHOTO[5000:], asked["offset"])

    assert (sent_twice, asked) == ({"offset": 5000}, {"offset": 5000})
    assert now(begun).pictures.count() == 1


def test_the_pieces_lie_enciphered_and_nothing_stays_behind(visits, bram, begun):
    client = visits(bram)
    where = begin(client, begun).json()["address"]
    patch(client, where, PHOTO[:5000], 0)
    lying = [path.read_bytes() for path in (files.folder() / "delen").rglob("*") if path.is_file()]

    patch(client, where, PHOTO[5000:], 5000)

    assert not any(PHOTO[100:140] in one or b"strand" in one for one in lying)
    assert not [path for path in (files.folder() / "delen").rglob("*") if path.is_file()]


def test_what_is_no_photo_is_told_at_the_end_and_gone(visits, bram, begun):
    client = visits(bram)
    where = begin(client, begun, 300).json()["address"]

    answer = patch(client, where, b"a letter to parents" * 15 + b"the end of it..", 0)

    assert answer.status_code == 422
    assert "geen foto" in answer.json()["wrong"]
    assert client.get(where).status_code == 404


@pytest.mark.parametrize("size", [0, 10**12])
def test_a_size_that_cannot_be_is_refused_before_a_byte_came(visits, bram, begun, size):
    answer = begin(visits(bram), begun, size)

    assert answer.status_code == 422
    assert answer.json()["wrong"]


def test_more_than_was_said_is_not_taken(visits, bram, begun):
    client = visits(bram)
    where = begin(client, begun, 10).json()["address"]

    assert patch(client, where, b"x" * 11, 0).status_code == 422
    assert client.get(where).json() == {"offset": 0}


def test_a_colleague_does_not_find_the_upload(visits, bram, fatima, begun):
    where = begin(visits(bram), begun).json()["address"]

    assert visits(fatima).get(where).status_code == 404
    assert patch(visits(fatima), where, b"x", 0).status_code == 404


def test_what_nobody_finished_is_swept(visits, bram, begun):
    where = begin(visits(bram), begun).json()["address"]

    real = datetime.now(UTC)
    assert uploading.sweep(real) == 0
    assert uploading.sweep(real + timedelta(days=2)) == 1
    assert visits(bram).get(where).status_code == 404
