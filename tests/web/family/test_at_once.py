"""Two guardians send the form at the same moment, and one of them twice at once: both are kept, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.own_register import ended, on_this_runs_database

pytestmark = pytest.mark.own_database
ME, TIMES = "tests.web.family.at_once", 2


def test_both_are_kept_and_the_same_form_sent_twice_is_kept_once(tmp_path: Path) -> None:
    with on_this_runs_database(tmp_path) as register:
        ended([register.start(ME, "lay")])

        ended([register.start(ME, "send", who, TIMES) for who in ("Mira", "Joost", "Mira")])

        said = sorted([("Mira", "gegeven")] * 3 + [("Joost", "geweigerd")] * 3)
        assert ended([register.start(ME, "left")]) == [f"{said} True\n"]
