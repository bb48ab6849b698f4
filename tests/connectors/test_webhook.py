"""A webhook: signed over its very bytes, a key for each action, and never gone on a word that was not given."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import replace

import pytest

from magdit.connectors import webhook as module
from magdit.connectors.connector import Trouble
from tests.connectors.fake_receiver import SECRET, FakeReceiver
from tests.connectors.fakes import Reply
from tests.connectors.sides import JPEG, KEY, Side, post, webhook


@pytest.fixture
def receiver(tmp_path) -> Iterator[Side]:
    with webhook(tmp_path) as opened:
        yield opened


def fake_of(receiver: Side) -> FakeReceiver:
    assert isinstance(receiver.fake, FakeReceiver)
    return receiver.fake


def test_the_message_holds_the_post_and_its_pictures_and_is_signed(receiver: Side, tmp_path) -> None:
    receiver.connector.place(receiver.way, post(tmp_path))

    (heard,) = fake_of(receiver).heard
    said = heard.json()
    assert (said["magdit"], said["action"], said["key"]) == (1, "place", KEY)
    assert (said["post"]["title"], said["post"]["pictures"][0]["alt"]) == ("Boomfeestdag", "Kinderen planten een boom")
    assert base64.b64decode(said["post"]["pictures"][0]["base64"]) == JPEG
    assert said["post"]["pictures"][0]["type"] == "image/jpeg"
    digest = hmac.new(SECRET.encode(), heard.body, hashlib.sha256).hexdigest()
    assert heard.headers["magdit-signature"] == f"sha256={digest}"


def test_each_action_has_a_key_of_its_own(receiver: Side, tmp_path) -> None:
    placed = receiver.connector.place(receiver.way, post(tmp_path))
    receiver.connector.take_down(receiver.way, placed.remote)

    keys = [heard.headers["idempotency-key"] for heard in fake_of(receiver).heard]
    assert keys == [KEY, f"{KEY}:take_down"]


def test_one_that_cannot_look_never_proves_that_it_is_gone(receiver: Side, tmp_path) -> None:
    placed = receiver.connector.place(receiver.way, post(tmp_path))
    receiver.connector.take_down(receiver.way, placed.remote)
    fake_of(receiver).can_look = False

    assert not receiver.connector.is_gone(receiver.way, placed.remote, placed.url)


def test_a_word_that_it_is_gone_is_held_against_the_address(receiver: Side, tmp_path) -> None:
    placed = receiver.connector.place(receiver.way, post(tmp_path))
    fake = fake_of(receiver)
    real = fake.answer
    fake.answer = lambda heard: Reply(200, {"gone": True}) if heard.method == "POST" else real(heard)  # type: ignore[method-assign]  # it lies

    assert not receiver.connector.is_gone(receiver.way, placed.remote, placed.url)


@pytest.mark.parametrize("value", [[], "x", {}, {"url": "javascript:alert(1)"}, {"url": 5}, {"url": None}])
def test_an_answer_without_a_usable_address_is_nonsense(receiver: Side, tmp_path, value: object) -> None:
    fake_of(receiver).answer = lambda _: Reply(200, value)  # type: ignore[method-assign]

    with pytest.raises(Trouble, match="nonsense"):
        receiver.connector.place(receiver.way, post(tmp_path))


def test_a_channel_without_addresses_may_say_so(receiver: Side, tmp_path) -> None:
    fake_of(receiver).answer = lambda _: Reply(200, {"url": ""})  # type: ignore[method-assign]

    assert receiver.connector.place(receiver.way, post(tmp_path)).url == ""


def test_a_secret_that_anyone_can_guess_is_refused(receiver: Side, tmp_path) -> None:
    with pytest.raises(Trouble, match="setting_unfit"):
        receiver.connector.place(replace(receiver.way, secret={"secret": "kort"}), post(tmp_path))

    assert fake_of(receiver).heard == []


def test_more_than_fits_in_a_message_is_not_sent(receiver: Side, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST", 3000)

    with pytest.raises(Trouble, match="too_large") as caught:
        receiver.connector.place(receiver.way, post(tmp_path))

    assert not caught.value.again
    assert fake_of(receiver).heard == []
