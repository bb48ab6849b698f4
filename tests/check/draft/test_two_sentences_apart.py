"""Own view and workplace are two sentences: VSNON 21 and OSVS IV.M6 ask the one, VSNON 20 and IV.M7 the other."""

from dataclasses import replace

import pytest

IN_PRIVATE = {
    "for_school": False,
    "told": {
        "hoedanigheid": "persoonlijk",
        "account": "prive",
        "situatie": "prive",
        "doel": ["mening"],
        "teruggetrokken": False,
    },
}
OWN_VIEW = "Jammer van het plein. Dit schrijf ik op persoonlijke titel, niet namens de school."
WORKS_THERE = "Jammer van het plein. Ik werk zelf op deze school."


def cited(checked) -> set[str]:
    return {reason.clause for reason in checked.first.answer.reasons if reason.effect != "staat_toe"}


def written(school, text, *, protocol, action="plaatsen"):
    draft = replace(school.draft(text=text, **IN_PRIVATE), action=action)
    return school.check(draft, protocol=protocol)


def test_who_writes_about_the_school_says_that_it_is_their_own_view(school):
    assert "21" not in cited(written(school, OWN_VIEW, protocol="vsnon"))
    assert "21" in cited(written(school, WORKS_THERE, protocol="vsnon"))


@pytest.mark.parametrize(("protocol", "clause"), [("vsnon", "20"), ("osvs", "IV.M7")])
def test_who_joins_a_discussion_says_that_they_work_there(school, protocol, clause):
    assert clause not in cited(written(school, WORKS_THERE, protocol=protocol, action="discussie_voeren"))
    assert clause in cited(written(school, OWN_VIEW, protocol=protocol, action="discussie_voeren"))


def test_osvs_advises_the_sentence_on_ones_own_view_and_does_not_demand_it(school):
    without, with_it = (written(school, text, protocol="osvs") for text in (WORKS_THERE, OWN_VIEW))

    assert "IV.M6" in {reason.clause for reason in without.first.answer.advice}
    assert "IV.M6" not in {reason.clause for reason in with_it.first.answer.advice}
    assert "IV.M6" not in cited(without)


@pytest.mark.parametrize(
    "text",
    [
        "De burgemeester sprak op persoonlijke titel over het plein.",
        "Vermeld altijd 'op persoonlijke titel' als u over school schrijft.",
        "Namens het hele team: jammer van het plein.",
    ],
)
def test_what_is_said_of_others_or_for_the_school_is_no_disclaimer(school, text):
    checked = written(school, text, protocol="vsnon")

    assert checked.first.act["disclaimer"] is False
    assert checked.first.act["functie_vermeld"] is False


def test_who_says_that_it_is_their_own_view_says_in_what_capacity(school):
    """Verkruisen asks to make clear for whom one speaks; who says nothing may have made it clear otherwise."""
    said, silent = (written(school, text, protocol="verkruisen") for text in (OWN_VIEW, "Jammer van het plein."))

    assert said.first.act["hoedanigheid_vermeld"] is True
    assert "hoedanigheid_vermeld" not in silent.first.act
