"""`magdit work`: one round or many, one worker at a time, and it stops when it is told to."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from magdit.journeys.one_at_a_time import alone
from magdit.journeys.publish import working


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


@pytest.mark.django_db
def test_one_round_is_told_and_remembered(magdit, data):
    ended = magdit("work", "--eens")

    assert (ended.code, ended.out) == (0, "gedaan: niets te doen\n")
    assert set(json.loads((data / "work.json").read_text())["gedaan"]) == {work.name for work in working.WORK}


@pytest.mark.django_db
def test_there_is_one_worker_at_a_time(magdit, data):
    with alone(working.MEMORY):
        ended = magdit("work", "--eens")

    assert ended.code == 2
    assert "maar één tegelijk" in ended.err


def test_a_worker_stops_when_it_is_told_to(tmp_path: Path) -> None:
    with started(tmp_path, "-m", "magdit.cli.main", "work") as worker:
        wait_for_round(worker, tmp_path)

        worker.send_signal(signal.SIGTERM)

        assert worker.wait(20) == 0


def test_a_worker_ends_with_who_keeps_it(tmp_path: Path) -> None:
    with started(tmp_path, "-m", "magdit.cli.keep_working", str(os.getpid())) as keeper:
        wait_for_round(keeper, tmp_path)

        keeper.send_signal(signal.SIGTERM)

        assert keeper.wait(30) == 0
        assert nobody_works(tmp_path)


def started(data: Path, *words: str) -> subprocess.Popen[bytes]:
    told = {**os.environ, "MAGDIT_DATA": str(data), "DATABASE_URL": ""}
    return subprocess.Popen([sys.executable, *words], env=told, stdout=subprocess.DEVNULL)


def wait_for_round(process: subprocess.Popen[bytes], data: Path) -> None:
    """Until the first round was told; the process itself ends sooner when it cannot."""
    while not (data / "work.json").exists():
        try:
            process.wait(0.2)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError("it ended before its first round")


def nobody_works(data: Path) -> bool:
    """Whether the lock is free."""
    with (data / "work.slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True
