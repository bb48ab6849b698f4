"""Mastodon: the key holds an hour, and after that the words are looked for; films take a while; alt texts go along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from magdit.connectors.connector import Trouble
from tests.connectors.fake_mastodon import FakeMastodon
from tests.connectors.fakes import Mishap
from tests.connectors.sides import KEY, Side, mastodon, picture, post


@pytest.fixture
def server(tmp_path) -> Iterator[Side]:
    with mastodon(tmp_path) as opened:
        yield opened


def fake_of(server: Side) -> FakeMastodon:
    assert isinstance(server.fake, FakeMastodon)
    return server.fake


def test_title_text_alt_and_who_sees_it_go_along(server: Side, tmp_path) -> None:
    server.connector.place(replace(server.way, settings={"visibility": "unlisted"}), post(tmp_path))

    (status,) = fake_of(server).statuses.values()
    assert status["text"] == "Boomfeestdag\n\nWe plantten een boom.\n\nMorgen weer!"
    assert status["visibility"] == "unlisted"
    assert {one["description"] for one in status["media_attachments"]} == {"Kinderen planten een boom"}


def test_after_an_hour_an_earlier_try_is_found_by_what_it_says(server: Side, tmp_path) -> None:
    long = post(
        tmp_path, text="Kijk op https://school.example/een/lang/adres of vraag @juf@mastodon.example & <anderen>"
    )
    fake_of(server).mishaps.append(Mishap("cut", at=server.placing, late=True))
    with pytest.raises(Trouble):
        server.connector.place(server.way, long)
    fake_of(server).forget()

    server.connector.place(server.way, long)

    assert server.standing() == (1, 2)


def test_the_same_words_with_another_picture_are_another_post(server: Side, tmp_path) -> None:
    server.connector.place(server.way, post(tmp_path))

    other = replace(post(tmp_path, key="ander"), pictures=(picture(tmp_path, alt="De boom, zonder kinderen"),))
    server.connector.place(server.way, other)

    assert server.standing() == (2, 3)


def test_a_film_that_is_not_ready_yet_is_waited_for(server: Side, tmp_path) -> None:
    fake_of(server).busy = 5

    server.connector.place(server.way, post(tmp_path))

    assert server.standing() == (1, 2)


def test_a_film_that_is_never_ready_is_trouble_that_may_pass(server: Side, tmp_path) -> None:
    fake_of(server).busy = 10_000

    with pytest.raises(Trouble, match="slow") as caught:
        server.connector.place(server.way, post(tmp_path))

    assert caught.value.again
    assert server.standing() == (0, 0)


def test_what_was_sent_for_a_refused_status_is_removed(server: Side, tmp_path) -> None:
    fake_of(server).mishaps.append(Mishap("422", at=server.placing))

    with pytest.raises(Trouble, match="not_accepted"):
        server.connector.place(server.way, post(tmp_path))

    assert fake_of(server).media == {}


def test_a_photo_that_can_still_be_fetched_is_not_gone(server: Side, tmp_path) -> None:
    placed = server.connector.place(server.way, post(tmp_path))
    left = dict(fake_of(server).media)
    server.connector.take_down(server.way, placed.remote)
    fake_of(server).media = left

    assert not server.connector.is_gone(server.way, placed.remote, placed.url)


def test_an_account_of_which_nothing_is_known_is_never_called_gone(server: Side) -> None:
    assert not server.connector.is_gone(server.way, {"key": KEY}, "")


def test_another_choice_than_there_is_is_refused(server: Side, tmp_path) -> None:
    with pytest.raises(Trouble, match="setting_unfit"):
        server.connector.place(replace(server.way, settings={"visibility": "direct"}), post(tmp_path))


@pytest.mark.parametrize("odd", ["../../admin", "1?x=", "", "१२"])
def test_an_id_that_is_no_number_never_comes_into_an_address(server: Side, odd: str) -> None:
    with pytest.raises(Trouble):
        server.connector.take_down(server.way, {"key": KEY, "id": odd})

    assert fake_of(server).heard == []
