"""A place to write a school's table, and a small roster of the standing cast."""

from collections.abc import Callable
from pathlib import Path

import pytest

from magdit.check.tables.roster import Person, Roster

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes text in an encoding, or bytes as they are, and gives the path."""

    def write_table(content: str | bytes, *, name: str = "tabel.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write_table


@pytest.fixture
def roster() -> Roster:
    return Roster(
        people=(
            Person(id="1", first="Noor", infix="van", last="Dijk", group="5"),
            Person(id="2", first="Sem", last="Jansen", called="Semmie", group="H4"),
            Person(id="3", first="Bram", infix="de", last="Wit", role="leerkracht"),
            Person(id="4", first="Emma", last="Koning", group="5"),
            Person(id="5", first="Emma", last="Koning", group="6"),
        )
    )
