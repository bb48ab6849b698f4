"""What holds for clauses about tone alone: a person decides, and nobody is asked what their protocol does not speak of.

That each is felt at the door and its neighbour is not: `test_every_clause`.
"""

import pytest

from tests.cli.clauses.rows_tone import AT_SCHOOL, PARENT, ROWS

ASKED = [row for row in ROWS if row.effect == "vraag"]
TOO_FAR = "".join(
    f"|--feit|{fact}=ja" for fact in ("kwetsend", "fatsoen_overschreden", "lastigvallen", "aanstootgevend")
)


@pytest.mark.parametrize("row", ASKED, ids=[f"{row.clause}-{at}" for at, row in enumerate(ASKED)])
def test_once_a_person_says_that_it_goes_too_far_it_may_not(ask, row):
    answered = ask(row.protocol, f"{row.asks}{TOO_FAR}")

    assert answered.verdict == "mag_niet"
    assert row.clause in answered.cited


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "vsnon"])
@pytest.mark.parametrize("text", ["Biertjes met 5 havo, we waren stomdronken!", "Lang leve de jihad"])
def test_a_school_that_does_not_speak_of_drink_or_creed_is_not_asked_about_it(ask, protocol, text):
    answered = ask(protocol, f"--tekst|{text}|{PARENT}{AT_SCHOOL}")

    assert answered.asked not in {"verdovende_middelen", "extreme_uiting", "schaadt_naam"}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.protocol}-{row.clause}-{at}" for at, row in enumerate(ROWS)])
def test_another_school_does_not_cite_it(ask, row):
    elsewhere = next(
        one.protocol for one in ROWS if one.protocol != row.protocol and not _has(one.protocol, row.clause)
    )

    answered = ask(elsewhere, row.asks)

    assert row.protocol not in answered.packs
    assert row.clause not in answered.cited | answered.warned


def _has(protocol: str, clause: str) -> bool:
    return any((row.protocol, row.clause) == (protocol, clause) for row in ROWS)
