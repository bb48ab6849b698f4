"""Alcohol and drugs as fun or as one's own; a lesson, a warning and a drink of lemonade are none."""

import pytest

from magdit.check.text.finders import substances
from magdit.check.text.text import Text

LOUD = [
    "Na het examen met z'n allen naar de kroeg om te zuipen",
    "Meester lag ladderzat in de tent",
    "kratje bier soldaat gemaakt met 6 vwo",
    "wie heeft er wiet voor het feest",
    "vapen en blowen achter de gymzaal",
    "Lekker aan het bier met de klas!",
    "Jointje erbij en chillen",
    "Gisteren weer flink gezopen",
    "We waren stomdronken op kamp",
    "Biertjes na de les met 5 havo",
    "shotjes met de eindexamenklas",
    "lachgas op het plein haha",
    "katerdag voor de hele klas",
    "even high worden",
    "We got so drunk at the party",
    "Wie neemt de wodka mee naar het kamp?",
    "gister helemaal dronken in Renesse",
    "na afloop bier drinken met de klas",
]
SILENT = [
    "Wijn en kaas voor de vrijwilligers na afloop, proost!",
    "Het thema is Dronken van geluk.",
    "Op kamp dronken we warme chocolademelk en zongen we bij het vuur.",
    "De jongens waren dronken van geluk na de winst.",
    "Speed en techniek: de atletiekclinic was top.",
    "The weather may be nice, and the rose garden will open.",
    "Na het toneelstuk is er thee, koffie en een drankje.",
    "De wijnboer liet ons druiven plukken.",
    "We zijn high on life na deze musical",
    "Speed daten met beroepen, wat een succes.",
    "De shotjes vitamine C gingen er goed in, zei de kok.",
    "Coke en fanta waren op.",
    "De ketel, de rum en het schip: piraten in groep 4!",
    "Drugsvoorlichting voor groep 8",
    "De gastles over alcohol en drugs was leerzaam.",
    "Na afloop is er een borrel.",
    "We dronken limonade.",
    "Proost met kinderchampagne!",
    "Lekker high tea met de ouders",
    "High five!",
    "Ik heb een kater, hij heet Tommie.",
    "Bier brouwen in de middeleeuwen, een project",
    "Drank is verboden op het schoolfeest.",
    "Geen biertjes op het kamp!",
    "Een werkstuk over wiet en xtc",
    "De rozen bloeien",
    "Les over drugs: wat doet lachgas met je hersenen?",
    "De brugklas leert over vapen en lachgas",
    "Lachgas en vuurwerk: de wijkagent komt langs",
    "Campagne tegen xtc",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in substances.find(Text.of(text))}


@pytest.mark.parametrize("text", LOUD)
def test_drink_and_drugs_as_fun_ask_a_person(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_lessons_warnings_and_innocent_words_stay_silent(text: str) -> None:
    assert certainties(text) == set()
