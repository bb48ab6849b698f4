"""What holds for every connector alike: placed once, found again, taken away with all its pictures, and looked at."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from magdit.connectors.connector import OutPicture, Trouble, Way, connectors
from tests.connectors.sides import KEY, SIDES, SPOKEN_TO, Side, picture, post

every = pytest.mark.parametrize("side", SIDES, indirect=True)
over_a_line = pytest.mark.parametrize("side", SPOKEN_TO, indirect=True)


@every
def test_an_account_that_is_set_up_well_can_be_used(side: Side) -> None:
    side.connector.check(side.way)

    assert side.standing() == (0, 0)


@every
def test_a_post_stands_there_with_its_pictures(side: Side, tmp_path) -> None:
    placed = side.connector.place(side.way, post(tmp_path))

    assert side.standing() == (1, 2)
    assert placed.url.startswith("http")
    assert placed.remote["key"] == KEY


@every
def test_the_same_key_is_placed_once_however_often_it_is_tried(side: Side, tmp_path) -> None:
    first = side.connector.place(side.way, post(tmp_path))

    again = [side.connector.place(side.way, post(tmp_path)) for _ in range(3)]

    assert {one.url for one in again} == {first.url}
    assert {str(one.remote) for one in again} == {str(first.remote)}
    assert side.standing() == (1, 2)


@every
def test_another_key_is_another_post(side: Side, tmp_path) -> None:
    first = side.connector.place(side.way, post(tmp_path))

    second = side.connector.place(side.way, post(tmp_path, key="een-ander", text="Vandaag regende het."))

    assert first.url != second.url
    assert side.standing() == (2, 4)


@every
def test_taken_down_is_gone_with_every_picture(side: Side, tmp_path) -> None:
    placed = side.connector.place(side.way, post(tmp_path))
    assert not side.connector.is_gone(side.way, placed.remote, placed.url)

    side.connector.take_down(side.way, placed.remote)

    assert side.standing() == (0, 0)
    assert side.connector.is_gone(side.way, placed.remote, placed.url)


@every
def test_taking_down_one_post_leaves_the_others(side: Side, tmp_path) -> None:
    first = side.connector.place(side.way, post(tmp_path))
    second = side.connector.place(side.way, post(tmp_path, key="een-ander", text="Vandaag regende het."))

    side.connector.take_down(side.way, first.remote)

    assert side.standing() == (1, 2)
    assert not side.connector.is_gone(side.way, second.remote, second.url)


@every
def test_what_is_gone_already_is_taken_down_without_trouble(side: Side, tmp_path) -> None:
    placed = side.connector.place(side.way, post(tmp_path))
    side.connector.take_down(side.way, placed.remote)

    side.connector.take_down(side.way, placed.remote)

    assert side.connector.is_gone(side.way, placed.remote, placed.url)


@every
def test_a_try_of_which_no_answer_came_is_taken_down_by_its_key(side: Side, tmp_path) -> None:
    """Between two tries the yes was withdrawn: then nobody places it again, and what stands there goes."""
    side.connector.place(side.way, post(tmp_path))
    only_the_key = {"key": KEY}

    if not side.finds_by_key:
        with pytest.raises(Trouble, match="cannot_find"):
            side.connector.take_down(side.way, only_the_key)
        return
    side.connector.take_down(side.way, only_the_key)

    assert side.standing() == (0, 0)
    assert side.connector.is_gone(side.way, only_the_key, "")


@every
def test_a_key_that_was_never_placed_is_no_trouble_to_take_down(side: Side) -> None:
    side.connector.check(side.way)

    if side.finds_by_key:
        side.connector.take_down(side.way, {"key": "nooit"})

    assert side.standing() == (0, 0)


@every
def test_a_file_that_was_changed_after_the_verdict_is_not_sent(side: Side, tmp_path) -> None:
    whole = post(tmp_path)
    clean = whole.pictures[1]
    clean.path.write_bytes(clean.path.read_bytes() + b"een gezicht")

    with pytest.raises(Trouble, match="file_changed") as caught:
        side.connector.place(side.way, whole)

    assert not caught.value.again
    assert side.standing() == (0, 0)


@every
def test_a_file_that_is_gone_or_that_nobody_knows_is_not_sent(side: Side, tmp_path) -> None:
    away = replace(picture(tmp_path), path=tmp_path / "weg")
    page = tmp_path / "pagina"
    page.write_bytes(b"<script>")
    digest = hashlib.sha256(b"<script>").hexdigest()

    for one, code in ((away, "file_gone"), (OutPicture(page, "foto", "", digest), "unknown_file")):
        with pytest.raises(Trouble, match=code):
            side.connector.place(side.way, replace(post(tmp_path), pictures=(one,)))

    assert side.standing() == (0, 0)


@every
def test_what_an_account_lacks_is_named_before_anything_goes_out(side: Side, tmp_path) -> None:
    for ask in side.connector.asks:
        if not ask.needed:
            continue
        bare = {
            "address": Way("", side.way.settings, side.way.secret),
            "settings": replace(side.way, settings={**side.way.settings, ask.name: " "}),
            "secret": replace(side.way, secret={**side.way.secret, ask.name: ""}),
        }[ask.place]
        for work in (side.connector.check, lambda way: side.connector.place(way, post(tmp_path))):
            with pytest.raises(Trouble, match="setting_missing") as caught:
                work(bare)
            assert caught.value.facts == {"name": ask.name}

    assert side.fake is None or side.fake.heard == []


@every
def test_signs_that_cannot_be_sent_stop_no_post(side: Side, tmp_path) -> None:
    odd = replace(picture(tmp_path), alt="half \ud83d teken\x00")

    side.connector.place(side.way, replace(post(tmp_path, text="a\ud800b\x00\x0b"), title="\udfff", pictures=(odd,)))

    assert side.standing() == (1, 1)


@every
def test_an_address_that_is_none_is_refused(side: Side, tmp_path) -> None:
    for address in ("school.example", "ftp://school.example", "https://", "https://u:p@school.example", "https://a b"):
        with pytest.raises(Trouble, match="bad_address") as caught:
            side.connector.place(side.with_address(address), post(tmp_path))
        assert not caught.value.again


@over_a_line
def test_another_secret_is_not_let_in(side: Side, tmp_path) -> None:
    wrong = replace(side.way, secret=dict.fromkeys(side.way.secret, "een heel ander geheim"))

    for work in (side.connector.check, lambda way: side.connector.place(way, post(tmp_path))):
        with pytest.raises(Trouble, match="signed_out") as caught:
            work(wrong)
        assert not caught.value.again

    assert side.standing() == (0, 0)


def test_our_own_connectors_are_installed_as_plug_ins() -> None:
    found = connectors()

    assert {"hand", "folder", "webhook", "mastodon", "wordpress"} <= set(found)
    assert [code for code, one in found.items() if one.by_hand] == ["hand"]


def test_by_hand_nothing_is_sent_and_nothing_is_known(tmp_path) -> None:
    hand, way = connectors()["hand"], Way("https://instagram.example/school")

    hand.check(way)
    with pytest.raises(Trouble, match="by_hand"):
        hand.place(way, post(tmp_path))
    with pytest.raises(Trouble, match="by_hand"):
        hand.take_down(way, {"key": KEY})

    assert hand.is_gone(way, {"key": KEY}, "") is False
