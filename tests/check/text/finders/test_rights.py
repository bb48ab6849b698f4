"""Hints that someone else made it: a sign, a credit, a picture bank, a photographer."""

import pytest

from magdit.check.text.finders import rights
from magdit.check.text.text import Text

CERTAIN = [
    "Foto Piet Hartman ©",
    "Deze foto komt van Unsplash",
    "© school",
    "beeld: Pixabay",
    "Alle rechten voorbehouden aan de fotograaf",
    "© 2026 Piet Hartman",
    "Alle rechten voorbehouden",
    "(c) 2024",
    "beeld van Shutterstock",
    "Afbeelding via Pixabay",
]
POSSIBLE = [
    "foto's: Piet Hartman Fotografie",
    "Tekening: Anna (8)",
    "Bron: Google",
    "Rechten: Studio Licht",
    "Foto's met dank aan Jan de Wit Fotografie",
    "Credits: Anna",
    "Deze afbeelding mag niet zonder toestemming gebruikt worden",
    "Foto: ANP/Koen van Weel",
    "Foto - Piet Hartman",
    "Picture: Anna Smith",
    "Bron afbeelding: Wikipedia",
    "Met dank aan fotograaf Piet Hartman",
    "Foto's: Studio Licht",
    "(foto Piet Hartman)",
    "Foto door: Piet",
    "Fotografie Anna Kuiper",
    "Deze foto is van Piet Hartman",
    "Illustratie van Dick Bruna",
    "Tekst: Annie M.G.",
    "Niets uit deze uitgave mag worden overgenomen",
    "overgenomen van nu.nl",
    "Gevonden op Pinterest",
    "Zie krantenartikel (bron AD)",
    "Bron AD.nl",
    "Muziek: Coldplay",
    "Foto gemaakt door Piet Hartman",
    "de schoolfotograaf maakte deze foto",
    "Foto: Piet Hartman",
    "Bron: de Volkskrant",
    "Photo by John Smith",
    "📸 @studio.licht",
    "Fotograaf: Anna Kuiper",
    "De foto is gemaakt door de schoolfotograaf",
    "De klassenfoto's van de schoolfotograaf zijn binnen",
    "Niet gebruiken zonder toestemming van de maker",
    "Denk aan het portretrecht",
    "plaatje van Google",
    "Foto's gemaakt door een ouder",
    "Beeldmateriaal: Stichting Kijk",
    "Foto: Bo van der Lent",
]
SILENT = [
    "Bron van inspiratie!",
    "Fotografie is een mooi vak.",
    "Illustraties in het boek",
    "De foto is van vorig jaar.",
    "Foto's: zie het album",
    "Foto's door ons gemaakt",
    "de bron van de rivier",
    "een mooie tekening",
    "Foto's volgen",
    "Bron van inspiratie",
    "Via de app",
    "Bron: er staat nog niets",
    "Morgen komt de schoolfotograaf!",
    "Uitleg over het portretrecht",
    "We maakten een foto",
    "De kinderen tekenden een stilleven",
    "Beeld: Noor speelt schaak tegen zichzelf",
    "Foto: Sem blaast de kaarsjes uit",
    "Wanneer mag je een foto van internet gebruiken?",
    "Mag ik een plaatje van Google gebruiken?",
    "Foto: Kai op de glijbaan",
    "Beeld: Tijn, trots met beker",
    "Film: Dunya en Desie",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in rights.find(Text.of(text))}


@pytest.mark.parametrize("text", CERTAIN)
def test_said_in_full_it_is_certain(text: str) -> None:
    assert "zeker" in certainties(text)


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_credit_or_a_photographer_is_possible(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_ones_own_photos_and_springs_are_nobodys_work(text: str) -> None:
    assert certainties(text) == set()
