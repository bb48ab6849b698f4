"""What the school itself makes public: a line as on its site allows itself and its parts, in every spelling."""

import pytest

from magdit.check.text.allow import AllowList
from magdit.check.text.look import look_at

SCHOOL = AllowList.of(
    ["Lindelaan 14, 3511 AB Utrecht", "+31 30 2345678", "@delinde", "https://www.instagram.com/delinde", "GB-123-X"],
    domains=["delinde.voorbeeld.nl"],
)


@pytest.mark.parametrize(
    "written",
    [
        "Lindelaan 14",
        "lindelaan 14, 3511ab Utrecht",
        "Bel 030 - 234 56 78",
        "Bel 0031 30 2345678",
        "Bel +31(0)30-2345678",
        "Volg @DeLinde",
        "Zie instagram.com/delinde/",
        "Onze bus met kenteken gb 123 x",
        "info@delinde.voorbeeld.nl",
    ],
)
def test_the_schools_own_line_is_allowed_in_every_spelling(written: str) -> None:
    assert [finding for finding in look_at(written) if finding.type != "name"]
    assert [finding for finding in look_at(written, None, SCHOOL) if finding.type != "name"] == []


@pytest.mark.parametrize(
    "written", ["Lindelaan 15", "3511 AC", "Bel 030-2345679", "@delinde2", "instagram.com/noor", "GB-124-X"]
)
def test_what_only_resembles_it_is_not(written: str) -> None:
    assert look_at(f"auto {written} 12", None, SCHOOL)


@pytest.mark.parametrize("value", ["111222333", "leerlingnummer 482913", "3 maart 2016"])
def test_a_pupils_number_or_date_is_never_the_schools_own(value: str) -> None:
    lead = {"1": "BSN ", "3": "geboren op "}.get(value[0], "")
    careless = AllowList.of([value, value.rpartition(" ")[2]])

    assert look_at(f"{lead}{value}", None, careless)


def test_nothing_filled_in_allows_nothing() -> None:
    empty = AllowList.of(["", " ", ","])

    assert empty.values == frozenset()
    assert look_at("Bel 030-2345678", None, empty)


@pytest.mark.parametrize("site", ["delinde.nl", "www.delinde.nl", "https://www.delinde.nl/", "@delinde.nl"])
def test_a_line_with_the_schools_site_allows_all_of_that_domain(site: str) -> None:
    school = AllowList.written(f"030-2345678\n{site}\n")

    assert look_at("Zie https://delinde.nl/kamp of mail info@delinde.nl", None, school) == ()
    assert look_at("mail noor@nepdelinde.nl", None, school)
