"""Whatever another side answers, a connector does its work or says what is wrong. It never falls over."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdit.connectors.connector import OutPicture, Placed, Post, Trouble, Way
from magdit.connectors.mastodon import Mastodon
from magdit.connectors.sending import mark_of
from magdit.connectors.webhook import Webhook
from magdit.connectors.wire import Answer
from magdit.connectors.wordpress import WordPress
from magdit.wording.troubles import SENTENCES
from tests.connectors.sides import JPEG, limits

# What a good answer holds; any of it may be missing, or be something else.
GOOD = {
    "id": [7, "7"],
    "slug": [mark_of("sleutel"), "anders"],
    "link": ["https://a.example/x/", "https://a.example/\ud800"],
    "url": ["https://a.example/x/"],
    "source_url": ["https://a.example/1.jpg"],
    "mime_type": ["image/png", "video/mp4"],
    "alt_text": ["een boom"],
    "content": ["<p>Titel Tekst</p>"],
    "text": ["Titel\n\nTekst"],
    "gone": [True],
    "capabilities": [{"publish_posts": True}],
    "media_details": [{"sizes": {"a": {"source_url": "https://a.example/2.jpg"}}, "original_image": "//[\ud800"}, []],
    "media_attachments": [[{"description": "een boom", "url": "https://a.example/1.jpg"}], [None, 4]],
}  # fmt: skip
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=5), st.sampled_from(["7", "//x"]))
NAMES = st.sampled_from(sorted(GOOD))
ODD = st.recursive(
    LEAVES, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(NAMES, inside, max_size=4)
)  # fmt: skip
RECORD = st.fixed_dictionaries({}, optional={name: st.sampled_from(good) | ODD for name, good in GOOD.items()})
VALUES = st.one_of(RECORD, st.lists(RECORD, max_size=2), st.just([]), ODD)
STATUSES = st.sampled_from([200, 200, 200, 200, 201, 204, 206, 302, 404, 410, 418, 500])
ANSWERS = st.lists(st.tuples(STATUSES, VALUES), min_size=1, max_size=8)
WAY = Way(
    "https://a.example",
    {"user": "magdit", "endpoint": "https://a.example/in"},
    {"password": "x" * 20, "token": "x" * 20, "secret": "x" * 20},
)
MADE = {WordPress: "wordpress_site", Mastodon: "mastodon_media", Webhook: "webhook"}


def answering(answers: list[tuple[int, object]]) -> Callable[..., Answer]:
    """Another side that says these things one after another, and then the last for ever."""
    waiting = list(answers)

    def call(*_: object, **__: object) -> Answer:
        status, value = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return Answer(status, json.dumps(value).encode())

    return call


@pytest.mark.parametrize("kind", MADE)
@given(answers=ANSWERS)
def test_any_answer_ends_in_a_place_or_in_a_trouble_with_a_sentence(kind, answers) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(JPEG)
        file.flush()
        picture = OutPicture(Path(file.name), "foto", "een boom", hashlib.sha256(JPEG).hexdigest())
        connector, post = kind(limits), Post("sleutel", "Titel", "Tekst", (picture,))
        remote = {"key": "sleutel", "id": "7", "post": 3, "media": []}
        works: list[Callable[[], object]] = [
            lambda: connector.place(WAY, post),
            lambda: connector.take_down(WAY, remote),
            lambda: connector.is_gone(WAY, remote, "https://a.example/x"),
            lambda: connector.check(WAY),
        ]

        with (
            patch(f"magdit.connectors.{MADE[kind]}.call", answering(answers)),
            patch("magdit.connectors.calling.call", answering(answers)),
        ):
            for work in works:
                done = outcome(work)
                assert done is None or isinstance(done, (Placed, bool)) or done in SENTENCES
                if isinstance(done, Placed):
                    json.dumps(done.remote)
                    assert done.url == "" or done.url.startswith("https://")


def outcome(work: Callable[[], object]) -> object:
    try:
        return work()
    except Trouble as trouble:
        return trouble.code
