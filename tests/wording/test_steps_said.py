"""A step on the page is an order in plain Dutch, with the name where it is about someone."""

from __future__ import annotations

from datetime import datetime

import pytest

from magdit.norms.answer import Step
from magdit.wording.steps_said import ORDERS, order
from magdit.words.remedies import REMEDIES


def step(remedy: str, **more: object) -> Step:
    return Step(remedy=remedy, fact="f", label=f"noor {REMEDIES.dutch(remedy)}", cost=1, own=True, **more)


def test_a_step_about_someone_is_an_order_with_their_name():
    assert order(step("naam_weglaten", person="Noor")) == "Laat de naam van Noor weg"
    assert order(step("onherkenbaar_maken", person="Noor")) == "Maak Noor onherkenbaar"
    assert order(step("naam_weglaten")) == "Laat de namen weg"


def test_of_who_is_hidden_already_it_asks_to_look():
    said = order(step("onherkenbaar_maken", person="Noor"), is_done=True)

    assert said == "Noor is onherkenbaar gemaakt: kijk of dat genoeg is"


def test_waiting_says_until_when():
    assert order(step("wachten", until=datetime(2026, 3, 3, 18, 0))).startswith("Wacht tot ")


@pytest.mark.parametrize("remedy", [word.code for word in REMEDIES])
def test_every_remedy_has_its_order(remedy):
    assert remedy in ORDERS
    assert "{" not in order(step(remedy))
    assert "{" not in order(step(remedy, person="Noor"), is_done=True)
