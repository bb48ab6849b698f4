"""Killed at any moment and started again, the check goes on: nothing is judged twice, nothing is left out."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from magdit.journeys.archive import run
from magdit.journeys.archive.progress import NAME, Progress
from tests.journeys.archive.archives import check_folder, laid_out, lines_of

WRITES = 15  # of a whole check: the head, four pictures, ten pieces


class Killed(BaseException):
    """The computer stopped."""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return laid_out(tmp_path_factory.mktemp("archief") / "map")


@pytest.fixture(scope="module")
def whole(root, tmp_path_factory):
    """What an undisturbed check finds."""
    out = tmp_path_factory.mktemp("ongestoord")
    found = check_folder(root, out)
    assert len(lines_of(out)) == WRITES
    return found


@pytest.fixture
def small_handfuls(monkeypatch):
    monkeypatch.setattr(run, "HANDFUL", 2)


def judged(out):
    return [told["key"] for told in map(json.loads, lines_of(out)) if told["kind"] == "piece"]


@pytest.mark.usefixtures("small_handfuls")
@pytest.mark.parametrize("half", [False, True], ids=["voor de regel", "halverwege de regel"])
@pytest.mark.parametrize("at", range(1, WRITES))
def test_killed_at_any_line_it_goes_on(root, whole, tmp_path, monkeypatch, at, half):
    real, count = Progress._write, iter(range(WRITES + 1))

    def dying(self, line):
        if next(count) == at:
            if half:
                self._file.write(b'{"kind": "piece", "key": "hal')
                self._file.flush()
            raise Killed
        real(self, line)

    with monkeypatch.context() as patched:
        patched.setattr(Progress, "_write", dying)
        with pytest.raises(Killed):
            check_folder(root, tmp_path)
    found = check_folder(root, tmp_path)

    assert found == whole
    assert len(judged(tmp_path)) == len(set(judged(tmp_path))) == len(whole)


def test_a_check_that_was_done_does_nothing_more(root, whole, tmp_path):
    check_folder(root, tmp_path)
    before = lines_of(tmp_path)

    assert check_folder(root, tmp_path) == whole
    assert lines_of(tmp_path) == before


def test_photos_that_were_left_in_our_folder_by_a_kill_go_at_the_next_start(root, whole, tmp_path):
    left = tmp_path / run.WORK
    left.mkdir()
    (left / "kind.jpg").write_bytes(b"foto")

    check_folder(root, tmp_path)

    assert not left.exists()


def test_a_process_that_is_really_killed_can_be_started_again(root, tmp_path):
    command = [
        sys.executable,
        "-m",
        "magdit.cli.main",
        "archive",
        "check",
        str(root),
        "--protocol",
        "osvs",
        "--uit",
        "uit",
    ]
    told = {**os.environ, "PYTHONUTF8": "1"}
    progress = tmp_path / "uit" / NAME
    first = subprocess.Popen(command, cwd=tmp_path, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while (
        time.monotonic() < until and first.poll() is None and not (progress.exists() and progress.stat().st_size > 600)
    ):
        time.sleep(0.005)
    first.send_signal(signal.SIGKILL)
    first.wait()

    again = subprocess.run(command, cwd=tmp_path, env=told, capture_output=True, text=True, check=False)

    assert again.returncode == 1, again.stderr
    keys = judged(tmp_path / "uit")
    assert len(keys) == len(set(keys)) == 10
    assert (tmp_path / "uit" / "verslag.html").exists()
