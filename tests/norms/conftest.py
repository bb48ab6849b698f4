"""What several tests of the engine share: the example protocol, ready to judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from magdit.norms.judge import Book
from magdit.protocols.library import Library

PACKS = Path(__file__).resolve().parents[1] / "packs"


@pytest.fixture(scope="session")
def voorbeeld() -> Book:
    """The example protocol, without the law beside it."""
    return Library.with_folders([PACKS]).book("voorbeeld", with_law=False)
