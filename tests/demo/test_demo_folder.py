"""The folder of a demo: one at a time, and never left in a state that the next start refuses."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from magdit.demo import folder as demo
from magdit.demo.folder import InUse, emptied, is_of_a_demo, taken

HOLDS = (
    "import sys; from pathlib import Path; from magdit.demo.folder import taken; taken(Path(sys.argv[1]), wait=exit)"
)
TELLS = "; print('mine', flush=True); sys.stdin.read()"


@pytest.fixture
def earlier(tmp_path):
    """A demo of before that holds its folder until its standard input ends."""
    running = subprocess.Popen(
        [sys.executable, "-c", HOLDS + TELLS, str(tmp_path / "map")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout.readline() == "mine\n"
    yield running
    running.communicate(timeout=30)


def test_who_starts_too_soon_waits_until_the_earlier_demo_has_stopped(earlier, tmp_path):
    waits = []

    def stops():
        waits.append(True)
        earlier.communicate(timeout=30)

    taken(tmp_path / "map", wait=stops)

    assert waits == [True]


def test_a_demo_that_goes_on_is_left_alone_and_its_folder_stays_one_of_a_demo(earlier, tmp_path):
    (tmp_path / "map" / "magdit.sqlite3").write_text("van de demo die draait", encoding="utf-8")

    with pytest.raises(InUse):
        taken(tmp_path / "map", wait=lambda: None)

    assert (tmp_path / "map" / "magdit.sqlite3").exists()
    assert is_of_a_demo(tmp_path / "map")


def test_what_was_left_goes_and_the_mark_stays_whenever_it_is_broken_off(tmp_path, monkeypatch):
    taken(tmp_path / "map", wait=pytest.fail)
    for name in ("a", "b"):
        (tmp_path / "map" / name).mkdir()
    monkeypatch.setattr(demo.shutil, "rmtree", lambda _one: (_ for _ in ()).throw(OSError("still written to")))

    with pytest.raises(OSError, match="still written to"):
        emptied(tmp_path / "map")

    assert is_of_a_demo(tmp_path / "map")
    monkeypatch.undo()
    emptied(tmp_path / "map")
    assert os.listdir(tmp_path / "map") == [demo.MARK]


def test_an_empty_folder_may_be_used_and_one_of_somebody_else_may_not(tmp_path):
    assert is_of_a_demo(tmp_path)
    (tmp_path / "brief.txt").write_text("van iemand anders", encoding="utf-8")

    assert not is_of_a_demo(tmp_path)
