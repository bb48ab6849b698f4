"""Who stands above whom, and until when an answer may take."""

from __future__ import annotations

from datetime import datetime

import pytest

from magdit.areas.drafts.asking_rules import covers, highest, level_of, whole_ladder
from magdit.areas.journal.doing import SCHOOL_CLOCK

FRIDAY = datetime(2026, 3, 6, 15, 30, tzinfo=SCHOOL_CLOCK)


@pytest.mark.parametrize(
    ("role", "level"), [("leerkracht", 0), ("fg", 0), ("teamleider", 1), ("directeur", 2), ("cvb", 3), ("rvt", 0)]
)
def test_levels(role: str, level: int) -> None:
    assert level_of(role) == level


@pytest.mark.parametrize(
    ("held", "asked", "counts"),
    [
        (("schoolleider",), "leidinggevende", True),
        (("teamleider",), "schoolleiding", False),
        (("cvb",), "schoolleiding", True),
        (("leerkracht",), "leidinggevende", False),
        (("teamleider",), "fg", False),
        (("schoolleider",), "fg", True),
        ((), "fg", False),
    ],
)
def test_who_speaks_in_a_role(held: tuple[str, ...], asked: str, counts: bool) -> None:
    """Who has it, has a narrower one, or leads the school above it."""
    assert covers(held, asked) is counts


def test_a_ladder_ends_with_who_leads_and_asks_no_parent() -> None:
    named = [("ouder", "O3"), ("leidinggevende", "17"), ("leidinggevende", "8"), ("school", "O3")]

    assert whole_ladder(named) == [("leidinggevende", "17"), ("schoolleiding", ""), ("bestuur", "")]


def test_the_highest_of_many_roles() -> None:
    assert highest(("leerkracht", "teamleider", "ouder")) == 1
