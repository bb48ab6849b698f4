"""What is tried on both databases: no test that opens one in a process of its own is forgotten by the second run."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
OPENS_ONE = ("on_this_runs_database", "register_apart import")


def test_who_starts_processes_on_the_database_of_this_run_says_so():
    opening = {path for path in HERE.rglob("test_*.py") if any(name in path.read_text() for name in OPENS_ONE)}
    silent = {path for path in opening if "pytestmark = pytest.mark.own_database" not in path.read_text()}

    assert len(opening) > 5
    assert silent - {Path(__file__)} == set()
