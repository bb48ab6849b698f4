"""Why a clause speaks: who did something on which day, and for the rest only how it stands."""

import pytest

from magdit.norms.answer import Ground, Reason
from magdit.norms.catalogue import Catalogue
from magdit.norms.truth import NO
from magdit.wording.reasons import because


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("refused", "Noor: toestemming geweigerd door ouder of verzorger op dinsdag 3 maart 2026"),
        ("withdrawn", "Noor: toestemming ingetrokken door ouder of verzorger op dinsdag 3 maart 2026"),
        ("expired", "Noor: toestemming verlopen"),
        ("asked", "Noor: toestemming gevraagd, nog geen antwoord"),
        ("not_covered", "Noor: toestemming geldt niet voor dit beeld, dit geluid of deze naam"),
    ],
)
def test_what_nobody_did_on_a_day_is_told_without_a_who_and_a_when(code, said) -> None:
    detail = {"code": code, "door": "ouder", "op": "2026-03-03"}
    ground = Ground("beeldtoestemming", None, NO, person="Noor", lack="toestemming", detail=detail)

    told = list(because([Reason("wet", "1", "1", "verbod", "verbiedt", "Noor", (ground,))], Catalogue((), {})))

    assert told == [said]
