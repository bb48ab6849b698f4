"""Where authors say that they work at the school, or speak for it. It counts for them, so it is strict."""

import pytest

from magdit.check.text.finders import self_identification
from magdit.check.text.text import Text

CERTAIN = [
    "Ik ben mentor van 3B op het Linde College",
    "ik werk als juf bij obs De Wilg",
    "Ik ben docente Frans op het Linde Lyceum",
    "Ik ben werkzaam bij OSVS",
    "Ik zit in het team van deze school",
    "Als medewerker van deze school moet ik even reageren",
    "Ik sta zelf voor de klas op deze school",
    "Ik ben als docent verbonden aan deze school",
    "Als directeur van deze school wil ik reageren",
    "Ik ben intern begeleider op de school waar dit over gaat",
    "Ik werk bij de school waar dit over gaat.",
    "ik geef les aan het Linde College",
    "Ik ben docent bij het Linde College",
    "Zelf werk ik op deze school",
    "Als leerkracht op deze school vind ik dat",
    "Ik geef les op obs De Wilg",
    "ik ben juf op een basisschool",
    "I teach at this school",
    "I am a teacher at our school",
    "Ik werk als conciërge op de Regenboog",
    "Ik geef wiskunde op Het Baken",
    "Ik sta voor groep 6 op De Brug",
]
POSSIBLE = [
    "Namens het bestuur van de school",
    "Zelf ben ik leraar op De Wilg, dus ik weet hoe het zit",
    "Ter info: ik ben leerkracht van groep 5 op De Wilg",
    "Even voor de duidelijkheid: ik werk hier zelf",
    "Namens de directie",
    "Wij van obs De Wilg",
    "Als juf op De Wilg zie ik dat anders",
    "Namens het team van obs De Wilg",
    "Namens de MR",
    "Namens onze school",
    "Wij als school vinden dit belangrijk",
    "On behalf of the school",
    "Mijn leerlingen deden het geweldig",
    "Als leraar van De Vlieger schrijf ik dit",
]
SILENT = [
    "Wij als groep 8 nemen afscheid.",
    "Ik ben zo trots op mijn groep!",
    "Kom alleen als je gezond bent.",
    "Kom naar mijn huis op de kijkdag, zegt de kunstenaar.",
    "App je even als je later bent?",
    "I am a teacher and I love it",
    "A big thank you on behalf of all the children!",
    "Stuur de foto door naar de ouderraad als je hem leuk vindt.",
    "Wij als team wensen u fijne dagen.",
    "Wij van de ouderraad zoeken hulp.",
    "Als ouder ben ik blij met deze school.",
    "Ik ben een meester in puzzelen.",
    "Ben ik de juf of ben jij de juf?",
    "Als juf op kamp maak je wat mee!",
    "Alleen naar de wc mag als je het vraagt.",
    "Ik sta voor de deur van de school.",
    "Als ouder op school zie ik veel.",
    "Mijn klas heeft 28 leerlingen.",
    "Ik werk niet op deze school",
    "Ik ben leerling van deze school.",
    "Als ouder van deze school vind ik dat",
    "Ik werk veel op school.",
    "Nu ben ik moeder van een leerling op deze school",
    "Als medewerker van de school let je hierop.",
    "Iedereen is welkom op school.",
    "Namens alle ouders bedankt",
    "I love this school",
    "I work at the bakery near school",
    "Ik werk als vrijwilliger op de boerderij",
    "Hij werkt als kok op Het Schip",
    "Ik geef les aan mijn cavia op de bank",
    "Als leraar leer je elke dag",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in self_identification.find(Text.of(text))}


@pytest.mark.parametrize("text", CERTAIN)
def test_said_in_full_it_is_certain(text: str) -> None:
    assert "zeker" in certainties(text)


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_hint_or_speaking_for_the_school_is_possible(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_a_parent_a_pupil_and_a_rule_do_not_work_here(text: str) -> None:
    assert certainties(text) == set()
