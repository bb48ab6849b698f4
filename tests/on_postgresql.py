"""A plugin for the second run of the register's tests: `pytest -p tests.on_postgresql` with DATABASE_URL set.

What decides without a database was tried already, with SQLite; only what touches the database is tried again. A test
that starts processes with a database of their own says so (`own_database`).
"""

from __future__ import annotations

import os

import pytest

DATABASE = {"db", "transactional_db", "django_db_reset_sequences"}


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to run for nothing."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgresql://"):
        raise pytest.UsageError("DATABASE_URL is not set: run this with scripts/postgres.sh")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what touches no database."""
    kept = [item for item in items if _touches(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _touches(item)])
    items[:] = kept


def _touches(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("own_database")
    return marked is not None or bool(DATABASE & names)
