"""A register of its own beside the tests: its own folder, its own database, its own processes. As a school has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.server.own_register import FILE, address_of, database_like, database_with_tables, file_with_tables

FILL = """
import os, sys, uuid
from datetime import UTC, datetime
from pathlib import Path
from magdit.cli.with_register import open_register
open_register()
from django.conf import settings
from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Board, Person

def school(boards, people):
    for number in range(boards):
        board = Board.objects.create(name=f"Stichting {number}")
        for _ in range(people):
            admit(board)
    scans = Path(settings.DATA) / "bestanden" / "2026"
    scans.mkdir(parents=True)
    for number in range(3):
        (scans / f"scan-{number}.bin").write_bytes(bytes([number]) * 5000)

def admit(board):
    from django.db import transaction
    with transaction.atomic():
        person = Person.objects.create(board=board, called="Noor", infix="van", last="Dijk")
        doing = Doing(Ref("systeem", "test"), board.id, datetime.now(UTC))
        record(doing, "ingelezen", Ref("persoon", str(person.id)), personal={"naam": str(person)})
"""


@dataclass
class Apart:
    """A register in a folder; on PostgreSQL with a database that is made for it."""

    data: Path
    url: str = ""
    made: list[str] = field(default_factory=list)

    def magdit(self, *words: str | Path, code: int = 0) -> str:
        """What a command says, after seeing that it ended as it should."""
        ran = self.start([sys.executable, "-m", "magdit.cli.main", *map(str, words)])
        out, _ = ran.communicate(timeout=120)
        assert ran.returncode == code, out
        assert "Traceback" not in out
        return out

    def python(self, text: str) -> str:
        """Run a few lines with the register open; answers what they print."""
        ran = self.start_python(text)
        out, _ = ran.communicate(timeout=120)
        assert ran.returncode == 0, out
        return out

    def start_python(self, text: str) -> subprocess.Popen[str]:
        """The same, without waiting for it."""
        return self.start([sys.executable, "-c", FILL + text])

    def start(self, command: list[str]) -> subprocess.Popen[str]:
        told = {**os.environ, "MAGDIT_DATA": str(self.data), "DATABASE_URL": self.url, "PYTHONUTF8": "1"}
        told |= {"DJANGO_SETTINGS_MODULE": "magdit.server.settings", "MAGDIT_LOG": "", "COLUMNS": "200"}
        return subprocess.Popen(command, env=told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def rows(self) -> str:
        """Every row of people and journal, in order, as text."""
        return self.python(
            "from magdit.areas.journal.models import Entry, FileKey\n"
            "from magdit.areas.journal.queries import personal_of\n"
            "for model in (Board, Person, FileKey):\n"
            "    for row in model.objects.order_by('pk').values_list(): print(row)\n"
            "for entry in Entry.objects.all():\n"
            "    print(entry.number, entry.mark, entry.at, entry.verb, personal_of(entry))\n"
        )


def apart(folder: Path, *, tables: bool = False) -> Apart:
    """An empty register on the database that this run of the tests is about; as on a new computer, or with `tables`."""
    if os.environ.get("DATABASE_URL"):
        return _with_database(folder, database_with_tables() if tables else "template1")
    if tables:
        folder.mkdir()
        shutil.copy(file_with_tables(), folder / FILE)
    return Apart(folder)


def copied(register: Apart, folder: Path) -> Apart:
    """The same register once more, to be spoilt."""
    shutil.copytree(register.data, folder)
    return _with_database(folder, register.made[0]) if register.made else Apart(folder)


def _with_database(folder: Path, like: str) -> Apart:
    server = os.environ["DATABASE_URL"]
    name = database_like(server, like)
    return Apart(folder, address_of(server, name), [name])


def drop(register: Apart) -> None:
    """Its database goes; the folder is the test's own."""
    for name in register.made:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
