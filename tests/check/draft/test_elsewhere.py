"""The same post in other places: what they would answer, and at what price."""

import pytest

from magdit.check.draft.draft import Says
from magdit.check.draft.look import Eyes
from tests.check.draft.school import no, yes


@pytest.fixture
def prices(school):
    """What the other media answer about a photo of Noor."""

    def ask(*answers, protocol="osvs", medium="instagram", **more):
        photo = school.photo("reis.jpg", "noor")
        shown, consents = school.shown("101;;;reis.jpg;1"), school.consents(*answers)
        checked = school.check(
            school.draft(photo, medium=medium, shown=shown, consents=consents, **more), protocol=protocol
        )
        return {price.medium: price for price in checked.elsewhere}

    return ask


def test_a_yes_for_the_website_alone_is_a_yes_there_and_has_a_price_elsewhere(prices):
    answers = prices(yes(101, where="website"))

    assert answers["website"].verdict == "mag"
    assert answers["facebook"].verdict == "mag_mits"
    assert answers["facebook"].steps[0].label == "Noor van Dijk onherkenbaar maken"


def test_a_no_is_a_no_everywhere(prices):
    answers = prices(no(101))

    assert {price.verdict for price in answers.values()} == {"mag_mits"}


def test_the_medium_that_was_asked_for_is_not_among_the_others(prices):
    assert "instagram" not in prices(yes(101))
    assert "instagram" in prices(yes(101), medium="website")


def test_what_costs_nothing_has_no_steps(prices):
    assert prices(yes(101))["website"].steps == ()


def test_under_vsnon_no_platform_is_a_yes(prices):
    answers = prices(yes(101, where="instagram, facebook, whatsapp, website, ouderportaal"), protocol="vsnon")

    assert {answers[medium].verdict for medium in ("facebook", "whatsapp")} == {"mag_mits"}


def test_no_other_medium_says_yes_of_what_was_not_looked_at(school):
    draft = school.draft(school.photo("sneeuw.jpg", "nobody"), says=Says(nobody_shown=True))

    checked = school.check(draft, eyes=Eyes(load_finder=lambda: None))

    assert {price.verdict for price in checked.elsewhere} == {"eerst_weten"}
