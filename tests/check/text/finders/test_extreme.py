"""Slogans of extreme politics or religion; a feast, an election and a lesson are none."""

import pytest

from magdit.check.text.finders import extreme
from magdit.check.text.text import Text

LOUD = [
    "Moslims horen hier niet, weg ermee",
    "Hang de politici op",
    "Weg met alle moslims",
    "Dood aan de ongelovigen",
    "Alle buitenlanders het land uit",
    "Eigen volk eerst!",
    "Heil Hitler",
    "Jullie branden in de hel",
    "Volksverraders!",
    "asielzoekers moeten oprotten",
    "Lang leve de jihad",
]
SILENT = [
    "De wedstrijd was spannend, we moesten tot het einde alles geven. Weg met de zenuwen!",
    "Weg met afval: groep 5 ruimt op.",
    "Dood hout, levend bos: les van de boswachter.",
    "De imam en de dominee vertelden over hun geloof.",
    "Hang de jassen op en de tassen onder de kapstok.",
    "Hang ze op aan de waslijn!",
    "Illustraties van de kinderen hangen in de hal.",
    "Laat je ouders weten dat we later terug zijn.",
    "Het is oorlog op het schaakbord.",
    "De macht der gewoonte.",
    "Dood of levend: wie vindt de schat?",
    "Kerstviering in de kerk",
    "Suikerfeest vieren we samen.",
    "Eid mubarak!",
    "De leerlingenraad houdt verkiezingen.",
    "Politieke debatten in 5 havo",
    "We leerden over de Tweede Wereldoorlog en Hitler.",
    "De leraar vertelt over de jihad in de geschiedenisles.",
    "Weg met de kou, op naar de lente!",
    "We bidden voor het eten.",
    "Dood hout in het bos",
    "Het spandoek met 'weg met de joden' is meteen weggehaald",
    'De leus "eigen volk eerst" hoort hier niet',
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in extreme.find(Text.of(text))}


@pytest.mark.parametrize("text", LOUD)
def test_a_slogan_asks_a_person(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_an_ordinary_faith_an_election_and_a_lesson_stay_silent(text: str) -> None:
    assert certainties(text) == set()
