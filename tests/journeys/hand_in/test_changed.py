"""What changed since someone said yes: words, pictures, faces and where it goes."""

from __future__ import annotations

from typing import Any

from magdit.journeys.hand_in.changed import Piece, changes, word_by_word


def was(**other: Any) -> dict[str, Any]:
    picture = {"name": "foto-1.jpg", "of": "a", "alt": "", "hidden": []}
    return {"text": "Dag allemaal", "pictures": {"1": picture}, "to": {"medium": "website"}} | other


def test_words_are_compared_one_by_one() -> None:
    assert word_by_word("om negen uur", "om tien uur") == (
        Piece("same", "om "), Piece("gone", "negen"), Piece("new", "tien"), Piece("same", " uur"),
    )  # fmt: skip


def test_nothing_changed() -> None:
    assert not changes(was(), was())


def test_of_what_was_never_approved_nothing_changed() -> None:
    assert not changes({}, was())


def test_another_picture_in_the_same_place_came_and_went() -> None:
    other = {"1": {"name": "foto-1.jpg", "of": "b", "alt": "", "hidden": []}}

    found = changes(was(), was(pictures=other))

    assert (found.added, found.removed, found.hidden) == (("foto-1.jpg",), ("foto-1.jpg",), ())


def test_other_faces_hidden_and_another_channel() -> None:
    other = {"1": {"name": "foto-1.jpg", "of": "a", "alt": "Het veld", "hidden": ["x"]}}

    found = changes(was(), was(pictures=other, to={"medium": "instagram"}))

    assert (found.hidden, found.described, found.to) == (("foto-1.jpg",), ("foto-1.jpg",), ("medium",))
