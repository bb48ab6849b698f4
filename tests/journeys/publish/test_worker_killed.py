"""The worker is killed with a post in its hands that stands there already: it is started again, and nothing doubles."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from tests.journeys.publish import disk_wall, fake
from tests.server.own_register import PATIENCE, ROOT, Register, ended, on_sqlite

ME = "tests.journeys.publish.kept"
# As the web server keeps its worker, but sooner started again.
KEEPS = "from magdit.cli import keep_working as it; it.LOOK = it.AGAIN = 0.1; it.main([{parent}])"


def test_a_worker_that_is_killed_between_placing_and_writing_down_is_followed_by_another(tmp_path: Path) -> None:
    register, wall = on_sqlite(tmp_path / "school", tables=True), tmp_path / "muur"
    wall.mkdir()
    (wall / disk_wall.DIES).touch()
    ended([register.start(ME, "lay", wall)])

    with kept(register, tmp_path / "installed") as keeper:
        until(keeper, lambda: not (wall / disk_wall.DIES).exists())
        half_way = ended([register.start(ME, "told")])
        ended([register.start(ME, "lease_is_over")])
        until(keeper, lambda: (wall / "gevraagd").read_text().count("\n") == 2)
        until(keeper, lambda: ended([register.start(ME, "told")])[0].startswith("geplaatst"))

    state, tries, key = ended([register.start(ME, "told")])[0].split()
    assert half_way == [f"wordt_geplaatst 1 {key}\n"]
    assert (state, tries) == ("geplaatst", "2")
    assert (wall / "gevraagd").read_text().split() == [key, key]
    assert [one.stem for one in wall.glob("*.txt")] == [key]


@contextmanager
def kept(register: Register, installed: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that is started again whenever it dies."""
    fake.pack_in(installed, entry=disk_wall.ENTRY)
    told = register.surroundings | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(installed)))}
    command = [sys.executable, "-c", KEEPS.format(parent=f"'{os.getpid()}'")]
    with subprocess.Popen(command, cwd=ROOT, env=told) as keeper:
        try:
            yield keeper
        finally:
            keeper.terminate()


def until(keeper: subprocess.Popen[bytes], so: Callable[[], bool]) -> None:
    """Look until it is so, as long as the keeper lives."""
    last = monotonic() + PATIENCE
    while not so():
        assert keeper.poll() is None, "nobody keeps the worker"
        assert monotonic() < last, "it never came so far"
        Event().wait(0.2)
