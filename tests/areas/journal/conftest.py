"""A register of its own for each test of the journal: its own folder for keys and for marks outside the database."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Settings) -> Path:
    """The data folder of this test alone."""
    settings.DATA = tmp_path / "gegevens"
    return tmp_path / "gegevens"
