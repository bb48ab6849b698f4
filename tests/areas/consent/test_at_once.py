"""Two guardians answer while a teacher publishes: each in a process of their own, on the same child."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.own_register import ended, on_this_runs_database

pytestmark = pytest.mark.own_database
ME, TIMES = "tests.areas.consent.at_once", 12


def test_every_answer_stands_and_nobody_is_shown_after_the_no_without_a_task(tmp_path: Path) -> None:
    with on_this_runs_database(tmp_path) as register:
        ended([register.start(ME, "lay")])

        ended(
            [
                register.start(ME, "answer", "Mira", TIMES),
                register.start(ME, "answer", "Joost", TIMES),
                register.start(ME, "show_her", 2 * TIMES),
            ]
        )

        assert ended([register.start(ME, "left")]) == [f"{4 * TIMES} True True 0 True\n"]
