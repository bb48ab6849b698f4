"""That something may not go out before a day, and talk about embargoes, plans and deadlines that says no such thing."""

import pytest

from magdit.check.text.finders import embargo
from magdit.check.text.text import Text

LOUD = [
    "Geheim tot de uitreiking: de musical heet Grote Vaart.",
    "Pas maandag om 9 uur mag dit online",
    "Tot en met zondag niet publiceren",
    "embargo-vrijdag.jpg",
    "Publicatie pas na 1 september toegestaan",
    "EMBARGO 12 maart 10.00 uur",
    "Embargo: vrijdag 9.00 uur",
    "Let op, embargo tot en met zondag",
    "Niet naar buiten brengen voor vrijdag",
    "Embargo tot 1 september",
    "onder embargo",
    "Persbericht onder embargo",
    "Dit nieuws is nog onder embargo",
    "Niet publiceren voor 3 mei",
    "Pas na vrijdag 3 mei plaatsen",
    "Embargoed until Friday",
    "Mag pas na vrijdag online",
    "Niet voor 12 mei publiceren.",
]
SILENT = [
    "Het geheim tot nu toe: niemand weet het.",
    "Het embargo tegen dat land duurt voort.",
    "Wat onder embargo ligt, zet u niet op internet.",
    "nieuws onder embargo",
    "Niet voor 9 uur bellen.",
    "Het rapport gaat pas na vrijdag mee.",
    "We plaatsen foto's pas na toestemming van ouders.",
    "We delen pas na maandag de rapporten uit.",
    "De kaarten worden pas na vrijdag verkocht.",
    "Pas na 1 oktober kunt u zich inschrijven.",
    "Niet voor 3 mei inleveren.",
    "Het boek wordt niet voor 2027 verwacht.",
    "Publicatie van de schoolgids is op maandag.",
    "Er is geen embargo op.",
    "vertrouwelijk of embargo",
    "Published before the weekend",
    "We gaan pas na vrijdag naar buiten voor de boomplantdag.",
]


@pytest.mark.parametrize("text", LOUD)
def test_a_day_before_which_it_may_not_go_out_is_certain(text: str) -> None:
    found = embargo.find(Text.of(text))

    assert [(one.type, one.certainty, one.reason.code) for one in found] == [("confidential", "zeker", "embargo")]


@pytest.mark.parametrize("text", SILENT)
def test_a_plan_a_deadline_and_talk_about_embargoes_are_none(text: str) -> None:
    assert embargo.find(Text.of(text)) == ()
