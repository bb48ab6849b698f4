"""Which database: SQLite beside the data, or PostgreSQL by `DATABASE_URL`. Knows how to connect, not what is in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PATIENCE = 60  # seconds that a writer waits for another: 30,000 pupils hold the pen for 8 (docs/reliability.md)
SOON = 5  # seconds to reach PostgreSQL
MANY = {"OPTIONS": {"MAX_ENTRIES": 20_000}}  # with 300, as Django has it, trying many names would wipe out a count
FREE_TO_CHOOSE = ("sslmode", "sslrootcert", "application_name", "connect_timeout", "options")


def database(folder: Path) -> dict[str, Any]:
    """Django's settings of the database that the environment asks for."""
    url = os.environ.get("DATABASE_URL", "")
    return postgresql(url) if url else sqlite(folder / "magdit.sqlite3")


def cache(folder: Path) -> dict[str, Any]:
    """Where the counts of failed logins are kept: beside SQLite in files, so that counting never waits for the pen.

    Several servers share PostgreSQL, so there the database keeps them.
    """
    if os.environ.get("DATABASE_URL"):
        return {**MANY, "BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "magdit_cache"}
    return {**MANY, "BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": folder / "tellers"}


def sessions(folder: Path) -> dict[str, Any]:
    """Who is signed in: in files beside SQLite, so that signing in works while a long list is being taken over."""
    if os.environ.get("DATABASE_URL"):
        return {"SESSION_ENGINE": "django.contrib.sessions.backends.db"}
    path = folder / "sessies"
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {"SESSION_ENGINE": "django.contrib.sessions.backends.file", "SESSION_FILE_PATH": path}


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with a log ahead of the file; every transaction takes the pen at once, so none has to be refused."""
    return {
        "ENGINE": "magdit.server.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": PATIENCE,
            # FULL: what the journal told its head outside the database must survive a power cut.
            "init_command": "PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216;",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL behind `postgresql://user:password@host:port/name`, with `?sslmode=require` and the like."""
    parts = urlsplit(url)
    more = dict(parse_qsl(parts.query))
    if parts.scheme not in {"postgresql", "postgres"} or not set(more) <= {*FREE_TO_CHOOSE, "host"}:
        raise ImproperlyConfigured("DATABASE_URL: postgresql://naam:wachtwoord@computer:5432/database")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": more.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 10, "timeout": SOON}, **more},
    }
