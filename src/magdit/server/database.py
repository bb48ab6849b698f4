"""Which database: SQLite beside the data, or PostgreSQL by `DATABASE_URL`. Knows how to connect, not what is in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def database(folder: Path) -> dict[str, Any]:
    """Django's settings of the database that the environment asks for."""
    url = os.environ.get("DATABASE_URL", "")
    return postgresql(url) if url else sqlite(folder / "magdit.sqlite3")


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with a journal ahead of the file; every transaction takes the pen at once, so none has to be refused."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL behind `postgresql://user:password@host:port/name`."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": True},
    }
