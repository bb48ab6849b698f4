"""A yes is taken back at the very moment of publishing.

What begins after the no is refused every time: the post, and every try of the worker. What was under way when it came
is taken down; nothing is left standing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.own_register import ended, on_this_runs_database

pytestmark = pytest.mark.own_database
ME = "tests.journeys.publish.racing"
MAY_NEVER_BE = {"na de nee geplaatst", "te zien"}


def race(times: int, folder: Path) -> dict[str, int]:
    with on_this_runs_database(folder) as register:
        [told] = ended([register.start(ME, times)])
    counted = (part.rpartition(" ") for part in told.strip().split(", "))
    return {name: int(count) for name, _, count in counted}


def test_a_withdrawal_against_a_publication(tmp_path: Path) -> None:
    counted = race(18, tmp_path)

    assert sum(counted.values()) == 18
    assert not MAY_NEVER_BE & set(counted)


@pytest.mark.full
@pytest.mark.parametrize("part", range(5))
def test_a_withdrawal_against_a_publication_five_hundred_times(part: int, tmp_path: Path) -> None:
    counted = race(100, tmp_path)

    assert sum(counted.values()) == 100
    assert not MAY_NEVER_BE & set(counted)
