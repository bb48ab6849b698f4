"""Marks that stand beside a name without a verb, and figures beside a name that are none."""

import pytest

from magdit.check.text.finders import result
from magdit.check.text.text import Text


@pytest.mark.parametrize(
    "text",
    [
        "Fatima – 7,9",
        "Lieke = 8,1 voor het so",
        "noor 6,4 wiskunde, netjes",
        "Eindlijst: Nour 8,2 – Wolf onvoldoende",
        "Uitslag spelling: Tijn niveau IV",
        "Cito M6 van Sem: niveau V",
        "DMT Mila: AVI E5",
        "Schooladvies Noor: vmbo-t/havo",
        "Voorlopig advies Lieke = havo",
        "Rapport Mila: rekenen 6, taal 8",
        "SE-cijfer Duits van Fatima = 7,1",
        "IQ van Lotte: 118",
        "Sem zit met een 4,6 gemiddeld op de grens",
        "Toetsresultaten: spelling 2F, rekenen score 214",
    ],
)
def test_a_mark_beside_a_name_is_a_result(text: str) -> None:
    found = result.find(Text.of(text))

    assert found


@pytest.mark.parametrize(
    "text",
    [
        "Lieke – 4,2 kilometer gelopen",
        "Sem (9,5 jaar) deelt de prijs uit",
        "Temperatuur: 7,5 graden",
        "Wiskunde: 3 is een priemgetal",
        "Rekenen: 8 x 7 = 56",
        "Aardrijkskunde: 7 provincies kennen",
        "Spelling: 10 woorden leren",
        "Natuurkunde: 9,8 m/s2 is de valversnelling",
        "Niveau IV betekent onder het gemiddelde",
        "AVI M4 is het niveau van midden groep 4",
        "Uitslag damtoernooi: 1. Noor 2. Sem 3. Kai",
        "Uitslag: De Vlinder - De Bron 3-1",
        "Het advies is havo als je een 7 staat",
        "Toelatingseisen: gemiddeld een 7 voor wiskunde",
        "Advies: neem een regenjas mee",
        "Uitslag loterij: Lieke 7, Tijn 9.",
        "Engels: 3,5 bladzijde lezen",
        "Resultaten van de sponsorloop: Noor 12 rondjes",
    ],
)
def test_arithmetic_a_distance_and_a_norm_are_no_result(text: str) -> None:
    found = result.find(Text.of(text))

    assert found == ()
