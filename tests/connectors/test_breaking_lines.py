"""The other side is down, slow, refuses, talks nonsense or dies half way: told as it is, tried again, never doubled."""

from __future__ import annotations

import logging
import socket
import traceback
from contextlib import suppress
from dataclasses import replace

import pytest

from magdit.connectors.connector import Trouble
from magdit.wording.troubles import SENTENCES
from tests.connectors.fakes import Mishap
from tests.connectors.sides import LIMITS, SPOKEN_TO, Side, post

over_a_line = pytest.mark.parametrize("side", SPOKEN_TO, indirect=True)

# What happens, which trouble it is, and whether trying again may help.
WRONG = {
    "401": ("signed_out", False),
    "403": ("forbidden", False),
    "404": ("no_such_door", False),
    "413": ("too_large", False),
    "422": ("not_accepted", False),
    "429": ("too_often", True),
    "500": ("their_fault", True),
    "503": ("their_fault", True),
    "html": ("nonsense", True),
    "deep": ("too_much|nonsense", True),
    "truncated": ("cut_off", True),
    "huge": ("too_much", True),
    "garbage": ("nonsense|unreachable", True),
    "cut": ("cut_off|unreachable", True),
    "slow": ("slow", True),
    "drip": ("slow", True),
    "drip_head": ("slow", True),
    "away": ("redirected", False),
}


@over_a_line
@pytest.mark.parametrize("late", [False, True], ids=["before it was heard", "only the answer"])
@pytest.mark.parametrize("kind", WRONG)
def test_whatever_goes_wrong_in_placing_is_told_and_the_next_try_places_it_once(
    side: Side, tmp_path, kind: str, late: bool
) -> None:
    code, again = WRONG[kind]
    assert side.fake is not None
    side.fake.mishaps.append(Mishap(kind, at=side.placing, late=late))

    with pytest.raises(Trouble, match=code) as caught:
        side.connector.place(side.way, post(tmp_path))
    placed = side.connector.place(side.way, post(tmp_path))

    assert caught.value.again is again
    assert caught.value.code in SENTENCES
    assert side.standing() == (1, 2)
    side.connector.take_down(side.way, placed.remote)
    assert side.standing() == (0, 0)


@over_a_line
@pytest.mark.parametrize("late", [False, True], ids=["before it was heard", "only the answer"])
@pytest.mark.parametrize("kind", ["cut", "html", "500", "truncated"])
def test_dying_with_the_second_picture_leaves_no_loose_one_behind(side: Side, tmp_path, kind: str, late: bool) -> None:
    assert side.fake is not None
    side.fake.mishaps.append(Mishap(kind, at=side.sending, late=late, spared=int(side.sending != side.placing)))

    with pytest.raises(Trouble) as caught:
        side.connector.place(side.way, post(tmp_path))
    placed = side.connector.place(side.way, post(tmp_path))

    assert caught.value.again
    assert side.standing() == (1, 2)
    side.connector.take_down(side.way, placed.remote)
    assert side.connector.is_gone(side.way, placed.remote, placed.url)


@over_a_line
def test_three_broken_tries_in_a_row_still_make_one_post(side: Side, tmp_path) -> None:
    assert side.fake is not None
    side.fake.mishaps += [Mishap("cut", side.sending, True), Mishap("500", side.sending), Mishap("html", side.placing)]

    for _ in side.fake.mishaps:
        with pytest.raises(Trouble):
            side.connector.place(side.way, post(tmp_path))
    side.connector.place(side.way, post(tmp_path))

    assert side.standing() == (1, 2)


@over_a_line
@pytest.mark.parametrize("kind", ["401", "403", "429", "500", "html", "cut", "slow", "away"])
def test_a_look_that_fails_never_says_that_it_is_gone(side: Side, tmp_path, kind: str) -> None:
    assert side.fake is not None
    placed = side.connector.place(side.way, post(tmp_path))
    side.connector.take_down(side.way, placed.remote)
    side.fake.mishaps.append(Mishap(kind))

    try:
        gone = side.connector.is_gone(side.way, placed.remote, placed.url)
    except Trouble:
        gone = False

    assert not gone


@over_a_line
@pytest.mark.parametrize("kind", ["403", "429", "500", "html", "cut", "slow"])
def test_a_takedown_that_breaks_is_done_by_the_next_try(side: Side, tmp_path, kind: str) -> None:
    assert side.fake is not None
    placed = side.connector.place(side.way, post(tmp_path))
    side.fake.mishaps.append(Mishap(kind, late=True))

    with suppress(Trouble):  # some see that it is gone, and have no trouble at all
        side.connector.take_down(side.way, placed.remote)
    side.connector.take_down(side.way, placed.remote)

    assert side.standing() == (0, 0)
    assert side.connector.is_gone(side.way, placed.remote, placed.url)


@over_a_line
def test_nobody_there_is_told_and_may_pass(side: Side, tmp_path) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # nobody listens
        way = side.with_address(f"http://127.0.0.1:{held.getsockname()[1]}")

        for work in (side.connector.check, lambda way: side.connector.place(way, post(tmp_path))):
            with pytest.raises(Trouble, match="unreachable") as caught:
                work(way)

    assert caught.value.again


@over_a_line
@pytest.mark.parametrize("kind", ["401", "500", "html", "garbage", "slow", "away", "huge"])
def test_no_secret_is_in_what_is_told_shown_or_logged(side: Side, tmp_path, kind: str, caplog) -> None:
    assert side.fake is not None
    caplog.set_level(logging.DEBUG)
    side.fake.mishaps.append(Mishap(kind))

    with pytest.raises(Trouble) as caught:
        side.connector.place(side.way, post(tmp_path))

    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.facts) + caplog.text + repr(side.way)
    told += repr(side.connector)
    assert [secret for secret in side.secrets if secret in told] == []
    assert caught.value.__cause__ is None


@over_a_line
def test_a_settled_account_answers_a_check_and_a_broken_one_says_why(side: Side) -> None:
    assert side.fake is not None
    side.connector.check(side.way)

    for kind in ("403", "500", "html" if side.connector.code != "webhook" else "503", "slow"):
        side.fake.mishaps.append(Mishap(kind))
        with pytest.raises(Trouble, match=WRONG[kind][0]):
            side.connector.check(side.way)


@over_a_line
def test_an_address_outside_what_the_keeper_listed_is_not_called(side: Side, tmp_path) -> None:
    assert side.fake is not None
    closed = type(side.connector)(lambda: replace(LIMITS, private=()))

    with pytest.raises(Trouble, match="private_address"):
        closed.place(side.way, post(tmp_path))

    assert side.fake.heard == []
