"""Several looks one after the other: each has its own time, and what fails or hangs is never an answer of another."""

from __future__ import annotations

import threading
import time

import pytest

from magdit.check.draft.attempts import NotLooked, attempt_each
from magdit.check.images.refusal import Refused


def test_they_are_answered_in_their_order():
    looks = [("een", lambda: 1), ("twee", lambda: ""), ("drie", lambda: ())]

    assert attempt_each(looks, where="tekst") == [1, "", ()]
    assert attempt_each([], where="tekst") == []


def test_one_that_hangs_holds_up_none_of_the_others():
    never = threading.Event()
    looks = [
        ("een", lambda: 1),
        ("hangt", never.wait),
        ("drie", lambda: 3),
        ("hangt ook", never.wait),
        ("vijf", lambda: 5),
    ]

    outcome = attempt_each(looks, where="tekst", longest=0.05)

    never.set()
    assert outcome == [1, NotLooked("hangt", "tekst", "timeout"), 3, NotLooked("hangt ook", "tekst", "timeout"), 5]


def test_what_comes_too_late_is_nobodys_answer():
    slow, done = threading.Event(), threading.Event()

    def late() -> str:
        slow.wait(5)
        done.set()
        return "te laat"

    def waits_for_it() -> str:
        slow.set()
        done.wait(5)
        time.sleep(0.02)
        return "op tijd"

    outcome = attempt_each([("traag", late), ("daarna", waits_for_it)], where="tekst", longest=0.2)

    assert outcome == [NotLooked("traag", "tekst", "timeout"), "op tijd"]


def test_what_hung_takes_up_none_of_the_others_afterwards():
    asked: list[str] = []
    slow = threading.Event()

    outcome = attempt_each(
        [("traag", lambda: slow.wait(5)), ("daarna", lambda: asked.append("daarna") or 1)], where="", longest=0.1
    )

    slow.set()
    time.sleep(0.05)
    assert outcome[1] == 1
    assert asked == ["daarna"]


def test_each_has_a_time_of_its_own():
    looks = [(str(number), lambda: time.sleep(0.15) or True) for number in range(3)]

    assert attempt_each(looks, where="tekst", longest=0.4) == [True, True, True]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ValueError(), "failed"),
        (TimeoutError(), "timeout"),
        (MemoryError(), "failed"),
        (Refused("too_slow"), "too_slow"),
        (SystemExit(), "failed"),
    ],
    ids=str,
)
def test_what_is_raised_is_told_and_the_others_go_on(error: BaseException, code: str):
    def breaks() -> int:
        raise error

    assert attempt_each([("stuk", breaks), ("heel", lambda: 2)], where="tekst") == [NotLooked("stuk", "tekst", code), 2]


def test_no_answer_is_a_failure():
    assert attempt_each([("niets", lambda: None)], where="tekst") == [NotLooked("niets", "tekst", "failed")]
