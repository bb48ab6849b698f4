"""What the finders do not see, or see wrongly: docs/decisions/0011-text.md. Whoever mends one, mends that page too."""

import pytest

from magdit.check.tables.roster import Roster
from magdit.check.text.look import look_at


@pytest.mark.parametrize(
    "text",
    [
        "Gisteren won roos de quiz.",
        "noorenbram.jpg",
        "Olaf was er ook bij.",
        "N00r van D1jk",
        "Ruf an: 030 90 18 20",
        "Jullie zijn allemaal heel, heel slim bezig.",
    ],
)
def test_not_seen(text: str, roster: Roster) -> None:
    assert look_at(text, roster) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Storm op komst: het buitenspelen gaat niet door.", "name"),
        ("Wij leren het cijfer 7 schrijven.", "result"),
        ("Sem Lindelaan 14", "address"),
        ("Een wolf, drie biggetjes en een vies varken.", "tone:insult"),
    ],
)
def test_wrongly_seen(text: str, kind: str, roster: Roster) -> None:
    assert [finding.type for finding in look_at(text, roster)] == [kind]


def test_a_misspelt_first_name_is_a_name_but_nobodys(roster: Roster) -> None:
    (finding,) = look_at("Gisteren won Nor van Dijk de quiz.", roster)

    assert (finding.type, finding.person) == ("name", None)
