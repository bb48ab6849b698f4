"""The invented school these texts are about, and short ways to look at a text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from magdit.check.tables.roster import Roster, read_roster
from magdit.check.text.look import look_at

Seen = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def roster() -> Roster:
    return read_roster(Path(__file__).parent / "roster.csv")


@pytest.fixture
def named(roster: Roster) -> Callable[[str], list[tuple[str, str, tuple[str, ...]]]]:
    """The names in a text: the words, how sure, and whose ids."""

    def look(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
        names = [finding for finding in look_at(text, roster) if finding.type == "name"]
        return [(text[finding.start : finding.end], finding.certainty, finding.person or ()) for finding in names]

    return look


@pytest.fixture
def seen() -> Seen:
    """All that is found in a text without a roster: the words, the type, how sure."""

    def look(text: str) -> list[tuple[str, str, str]]:
        return [(text[finding.start : finding.end], finding.type, finding.certainty) for finding in look_at(text)]

    return look
