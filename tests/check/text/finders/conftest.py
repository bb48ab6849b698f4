"""A short way to look at a text with the finders of values alone."""

from collections.abc import Callable

import pytest

from magdit.check.text.look import NOBODY
from magdit.check.text.settle import settled
from magdit.check.text.text import Text
from tests.check.text.finders.made.finders import DATA_FINDERS

Valued = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def valued() -> Valued:
    """The numbers, places, dates, marks and secrets in a text: the words, the kind, how sure. No names, no tone."""

    def look(written: str) -> list[tuple[str, str, str]]:
        text = Text.of(written)
        findings = settled(finding for find in DATA_FINDERS for finding in find(text, NOBODY))
        return [(written[found.start : found.end], found.type, found.certainty) for found in findings]

    return look
