"""What is agreed with a platform, the register knows: at no door does an author know better."""

from __future__ import annotations

import pytest

from magdit.areas.registers.models_channels import ChannelAccount
from tests.journeys.doors.conftest import Doors
from tests.journeys.doors.given import ORDINARY, Given, Shows

pytestmark = pytest.mark.django_db
SAYS_AGREED = Given(
    "Bram in a photo on Instagram", medium="instagram", photos=(("sem",),), shows=(Shows("bram", 1, 1),),
    facts={**ORDINARY, "platformafspraken": "gemaakt"},
)  # fmt: skip


def account(school, system, agreement: str) -> ChannelAccount:
    return ChannelAccount.objects.create(
        board=school.board, school=school, medium="instagram", kind="account", name=agreement, audience="openbaar",
        state="in_gebruik", agreement=agreement,
    )  # fmt: skip


@pytest.mark.parametrize("agreements", [(), ("geen",), ("gemaakt", "geen")], ids=str)
def test_agreements_that_the_board_never_made_are_not_there(doors: Doors, school, system, agreements):
    for one in agreements:
        account(school, system, one)

    answers = doors(SAYS_AGREED)

    assert answers["page"] == answers["api"] == answers["command"]
    assert "AP-2024" in answers["page"].clauses
    assert answers["page"].as_handed_in == "mag_niet"


def test_agreements_that_were_made_hold_at_every_door(doors: Doors, school, system):
    account(school, system, "gemaakt")

    answers = doors(SAYS_AGREED)

    assert answers["page"] == answers["api"] == answers["command"]
    assert "AP-2024" not in answers["page"].clauses
