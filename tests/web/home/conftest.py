"""What the tests of the home page share."""

import pytest

from magdit.areas.people.models import Board
from tests.web.family.conftest import answers_, website_  # noqa: F401  (fixtures)


@pytest.fixture(autouse=True)
def _no_second_step(board: Board, other_board: Board) -> None:
    """Signing in with a second step has tests of its own."""
    Board.objects.update(second_step="niemand")
