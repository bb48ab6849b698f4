"""The power goes: whatever was half done, the journal holds, and a back-up that can be seen is a whole one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from magdit.journeys.backup import archive
from tests.journeys.register_apart import Apart, apart, drop

pytestmark = pytest.mark.own_database
WRITING = """
board = Board.objects.get()
while True:
    admit(board)
    print("nog een", flush=True)
"""


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Apart]:
    register = apart(tmp_path / "school", tables=True)
    register.python("school(boards=1, people=2)")
    yield register
    drop(register)


def test_a_writer_that_is_killed_leaves_a_whole_journal(school: Apart) -> None:
    for lines in (1, 4, 9):
        writer = school.start_python(WRITING)
        assert writer.stdout is not None
        for _ in range(lines):
            assert writer.stdout.readline() == "nog een\n"
        writer.kill()
        writer.wait()

    said = school.magdit("journal", "verify")

    counted = school.python(
        "from magdit.areas.journal.models import Entry\nprint(Person.objects.count(), Entry.objects.count())"
    )
    assert "Het journaal klopt" in said
    assert len(set(counted.split())) == 1  # every person has a line, and every line a person
    assert int(counted.split()[0]) >= 2 + 1 + 4 + 9


def test_a_back_up_that_is_killed_is_not_there(school: Apart, tmp_path: Path) -> None:
    for moment in (0.01, 0.03, 0.1):
        working = school.start_python(
            "from magdit.journeys.backup.make import back_up\n"
            "print('begonnen', flush=True)\n"
            f"back_up(at=datetime.now(UTC), into=Path({str(tmp_path / 'kluis')!r}))\n"
        )
        assert working.stdout is not None
        assert working.stdout.readline() == "begonnen\n"
        time.sleep(moment)
        working.kill()
        working.wait()

    school.magdit("backup", "--naar", tmp_path / "kluis")

    seen = sorted((tmp_path / "kluis").glob("*.tar"))
    assert seen
    for path in seen:
        archive.checked(path)
