"""Giving, withdrawing, publishing, time, birthdays, leaving and dying workers, in any order (`machine`).

A run that publishes little shows little, so each run also counts what happened in it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.journeys.publish import fake
from tests.journeys.publish.machine import Publishing
from tests.journeys.publish.stage import Stage, lay

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with fake.installed(tmp_path / "installed"):
        yield lay(tmp_path)


def told(stage: Stage, *, stories: int, steps: int, seeded: bool) -> Mapping[str, int]:
    """Play so many stories of so many steps; how often what happened."""
    counted: Counter[str] = Counter()
    how = settings(
        max_examples=stories,
        stateful_step_count=steps,
        deadline=None,
        derandomize=seeded,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),  # a step is a story: to shrink it takes minutes
    )
    run_state_machine_as_test(lambda: Publishing(stage, counted), settings=how)
    sys.stdout.write("\n" + "".join(f"{what}: {count}\n" for what, count in sorted(counted.items())))
    return counted


# How often each must have happened at least: a run in which it did not shows nothing about it. Ids are made anew each
# time, so a seed does not settle everything: each number is well below what a run gives. "tried again" is not asked:
# that takes a channel that refuses for long before a person steps in, and `test_placing` shows it.
IN_SHORT: Mapping[str, int] = {
    "published": 15, "published: photo": 1, "published: two children": 2, "placed": 3, "a no while it was out": 2,
    "a no with a task": 2, "said yes again": 1,
}  # fmt: skip
IN_FULL: Mapping[str, int] = dict.fromkeys(
    [
        *IN_SHORT, "refused", "changed after approval", "by hand: package", "by hand: placed_by_hand", "renewed",
        "sixteenth birthday", "pupil left", "published: photo without names", "published: with a hidden face",
        "worker killed",
        "worker killed when it stood there", "by hand: not_placed", "taken down by hand", "restored",
        "on paper, cannot be undone", "taken away by the school", "asked away by a family",
        "account retired", "account opened", "platform agreement changed", "new protocol version", "new school year",
        "authority changed", "pupil came back", "step: a_quiet_night",
    ],
    1,
) | {"published": 350, "placed": 150, "a no while it was out": 80, "a no while it was placed": 8}  # fmt: skip


def test_nobody_who_said_no_is_out_without_a_task(stage: Stage) -> None:
    counted = told(stage, stories=5, steps=30, seeded=True)

    assert missing(counted, IN_SHORT) == {}
    assert counted["steps with a post"] * 3 >= counted["steps"] >= 140


@pytest.mark.full
@pytest.mark.parametrize("part", range(4))
def test_nobody_who_said_no_is_out_without_a_task_in_a_quarter_of_ten_thousand_steps(part: int, stage: Stage) -> None:
    counted = told(stage, stories=55, steps=50, seeded=False)  # some stories end early

    assert missing(counted, IN_FULL) == {}
    assert counted["steps with a post"] * 3 >= counted["steps"] >= 2_500


def missing(counted: Mapping[str, int], least: Mapping[str, int]) -> dict[str, int]:
    """What happened less often than it should, with how often it did."""
    return {what: counted.get(what, 0) for what, often in least.items() if counted.get(what, 0) < often}
