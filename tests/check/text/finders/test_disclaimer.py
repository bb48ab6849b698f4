"""The sentence that the views are one's own: in full, in half, denied, or told to others."""

import pytest

from magdit.check.text.finders import disclaimer
from magdit.check.text.text import Text

CERTAIN = [
    "Mijn mening is niet de mening van de school",
    "Uitspraken op eigen titel",
    "Dit is mijn persoonlijke kijk, los van mijn werkgever",
    "Het is mijn mening, niet die van onze school",
    "Mijn standpunt is niet dat van het bestuur",
    "Meningen zijn van mijzelf",
    "Mijn berichten geven niet de mening van de school weer",
    "Dit bericht is op persoonlijke titel geschreven",
    "Ik tweet op persoonlijke titel",
    "Dit staat los van mijn werk voor de school",
    "Let op: dit is een persoonlijke mening.",
    "Ik spreek voor mezelf en niet voor mijn werkgever",
    "Deze tweet is op eigen titel",
    "Opinions my own",
    "Tweets are my own",
    "Ik schrijf dit op persoonlijke titel.",
    "Op persoonlijke titel: ik vind het jammer",
    "Dit is mijn persoonlijke mening",
    "Ik spreek niet namens de school",
    "Mijn eigen mening en niet die van de school",
    "Mijn mening, niet die van mijn werkgever",
    "Wat ik hier schrijf is mijn eigen mening en niet die van de school.",
    "Mijn tweets zijn niet die van mijn werkgever",
    "Views are my own",
    "All opinions are my own.",
    "This is my personal opinion",
    "I'm posting in a personal capacity",
    "Meningen in dit account zijn van mijzelf.",
    "Dit is mijn privémening en niet die van mijn werkgever",
    "Uitspraken op dit profiel zijn volledig van mezelf",
]
POSSIBLE = [
    "Dit is puur mijn mening",
    "Ik ben hier als mezelf, niet als leerkracht",
    "Ik reageer hier puur als moeder en niet als leerkracht",
    "Ik zeg dit als privépersoon, niet als leerkracht",
    "Alles wat ik hier post is mijn eigen mening",
    "Naar mijn eigen mening klopt het",
    "Ik ben niet verantwoordelijk voor reacties van anderen",
    "Ik reageer hier als particulier",
    "Dit is uw eigen mening, niet die van de school.",
    "Privémening: die rotonde is onhandig",
    "Aan dit bericht kunnen geen rechten worden ontleend.",
    "Wijzigingen voorbehouden",
]
SILENT = [
    "Deel jouw mening over het nieuwe plein.",
    "Laat ons weten wat u vindt, uw mening telt!",
    "In de leerlingenraad mag iedereen zijn mening geven en luisteren we naar elkaar.",
    "Namens alle kinderen van groep 4: dank u wel!",
    "My opinion counts, says the student council.",
    "Ik ben directeur van mijn eigen winkel, zei Sem in het spel.",
    "Mijn dochter zei het zelf.",
    "Plaats nooit iets op persoonlijke titel.",
    "Vermeld altijd 'op persoonlijke titel'.",
    "Iedereen mag zijn mening geven.",
    "De mening van de school telt.",
    "De titel van het boek",
    "De burgemeester sprak op persoonlijke titel met kinderen.",
    "een leerkracht schrijft op persoonlijke titel: eerst weten of het de school raakt",
    "Wat is jullie mening over het plein?",
    "Namens de school bedankt!",
    "Mijn mening telt ook.",
    "Great views from the tower",
    "De uitzichten waren mooi",
    "De meningen over het plein zijn verdeeld",
    "Geef je eigen mening over het boek",
    "In een betoog staat je persoonlijke mening",
    "Ouders worden op persoonlijke titel lid van de MR",
    "Kinderen hebben rechten, ook op school",
    "De ene mening is de andere niet",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in disclaimer.find(Text.of(text))}


@pytest.mark.parametrize("text", CERTAIN)
def test_said_in_full_it_is_certain(text: str) -> None:
    assert "zeker" in certainties(text)


@pytest.mark.parametrize("text", POSSIBLE)
def test_half_a_sentence_is_possible(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_having_a_view_or_telling_of_others_is_no_disclaimer(text: str) -> None:
    assert certainties(text) == set()
