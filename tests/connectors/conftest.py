"""The other sides, opened for a test and closed after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connectors.sides import SIDES, Side


@pytest.fixture
def side(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Side]:
    """The connector that the test names with @pytest.mark.parametrize("side", …, indirect=True)."""
    with SIDES[request.param](tmp_path) as opened:
        yield opened
