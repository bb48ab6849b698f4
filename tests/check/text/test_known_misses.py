"""What the finders do not see, or see wrongly: docs/decisions/0011-text.md. Whoever mends one, mends that page too."""

import pytest

from magdit.check.tables.roster import Roster
from magdit.check.text.look import look_at


@pytest.mark.parametrize(
    "text",
    [
        "Wat een mooie tekening, merel!",
        "Aan het eind kwam Qyrelle binnen.",
        "Jullie zijn allemaal heel, heel slim bezig.",
    ],
)
def test_not_seen(text: str, roster: Roster) -> None:
    assert look_at(text, roster) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Onze roeiboot heet Bram.", "name"),
        ("Sem Lindelaan 14", "address"),
    ],
)
def test_wrongly_seen(text: str, kind: str, roster: Roster) -> None:
    assert [finding.type for finding in look_at(text, roster)] == [kind]
