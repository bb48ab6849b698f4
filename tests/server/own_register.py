"""A register of a test's own that other processes can open too: in SQLite, or in the PostgreSQL of this run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 300
FILE = "magdit.sqlite3"


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


def on_sqlite(data: Path, *, settings: str = "magdit.server.settings", tables: bool = False) -> Register:
    """A file in a folder of the test; with all its tables, or as it is on a new computer."""
    if tables:
        data.mkdir(parents=True, exist_ok=True)
        shutil.copy(file_with_tables(), data / FILE)
    return Register(data=data, settings=settings)


@contextmanager
def on_this_runs_database(data: Path) -> Iterator[Register]:
    """SQLite, or a database of its own in the PostgreSQL of this run, with its tables; thrown away afterwards."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield on_sqlite(data, tables=True)
        return
    name = database_like(server, database_with_tables())
    try:
        yield Register(data=data, database_url=address_of(server, name))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def file_with_tables() -> Path:
    """With all tables and nobody in them. Making those takes seconds each time, a copy takes none."""
    data = Path(os.environ["MAGDIT_DATA"]) / "met-tafels"
    _make_tables(on_sqlite(data))
    return data / FILE


@cache
def database_with_tables() -> str:
    """The name of such a database in the PostgreSQL of this run, with which it goes."""
    server = os.environ["DATABASE_URL"]
    name = database_like(server, "template1")
    _make_tables(Register(Path(os.environ["MAGDIT_DATA"]) / "met-tafels", address_of(server, name)))
    return name


def _make_tables(register: Register) -> None:
    done = register.magdit("nightly", "--stil")
    assert done.returncode == 0, done.stderr


def database_like(server: str, template: str) -> str:
    """The name of a new database that begins as this one is."""
    name = f"proef_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return name


def address_of(server: str, name: str) -> str:
    """Where a database of this server is."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def ended(processes: Sequence[subprocess.Popen[str]]) -> list[str]:
    """What each process said, once all have ended well."""
    said = [process.communicate(timeout=PATIENCE) for process in processes]
    assert [(process.returncode, error) for process, (_, error) in zip(processes, said, strict=True)] == [
        (0, error) for _, error in said
    ]
    return [out for out, _ in said]
