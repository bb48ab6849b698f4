"""A register of a test's own that other processes can open too: in SQLite, or in the PostgreSQL of this run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 300


@dataclass(frozen=True)
class Register:
    """Where it is; `settings` are the server's own unless a test says otherwise."""

    data: Path
    database_url: str = ""
    settings: str = "magdit.server.settings"

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of a process that works with this register."""
        told = {name: value for name, value in os.environ.items() if not name.startswith("MAGDIT_")}
        told |= {"MAGDIT_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": self.settings, "PYTHONPATH": str(ROOT)}
        return told | {"DATABASE_URL": self.database_url, "PYTHONUNBUFFERED": "1"}

    def start(self, module: str, *words: object) -> subprocess.Popen[str]:
        """A process of Python that runs a module on this register."""
        command = [sys.executable, "-m", module, *map(str, words)]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def magdit(self, *words: object, typed: str = "") -> subprocess.CompletedProcess[str]:
        """A command, as a user gives it."""
        command = [sys.executable, "-m", "magdit.cli.main", *map(str, words)]
        told = self.surroundings
        return subprocess.run(
            command, cwd=ROOT, env=told, input=typed, capture_output=True, text=True, timeout=PATIENCE, check=False
        )


def on_sqlite(data: Path, *, settings: str = "magdit.server.settings") -> Register:
    """A file in a folder of the test."""
    return Register(data=data, settings=settings)


@contextmanager
def on_this_runs_database(data: Path) -> Iterator[Register]:
    """SQLite, or a database of its own in the PostgreSQL of this run; thrown away afterwards."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield on_sqlite(data)
        return
    name = f"proef_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield Register(data=data, database_url=urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def ended(processes: Sequence[subprocess.Popen[str]]) -> list[str]:
    """What each process said, once all have ended well."""
    said = [process.communicate(timeout=PATIENCE) for process in processes]
    assert [(process.returncode, error) for process, (_, error) in zip(processes, said, strict=True)] == [
        (0, error) for _, error in said
    ]
    return [out for out, _ in said]
