"""Hints that a grown-up and a child are to be alone or hide something; a surprise and a rule are none."""

import pytest

from magdit.check.text.finders import secrecy
from magdit.check.text.text import Text

LOUD = [
    "Dan ziet niemand het.",
    "Zullen we samen op Snapchat verder praten?",
    "Laat je ouders dit niet lezen",
    "Niemand hoeft te weten dat wij contact hebben",
    "Kom je na schooltijd alleen naar mijn lokaal?",
    "Dit is iets tussen jou en mij",
    "Zullen we vanavond laat nog even appen?",
    "Wis dit gesprek daarna",
    "Zeg maar tegen je moeder dat je bij een vriendin bent",
    "Vertel het niet aan je ouders",
    "Niet tegen je ouders zeggen dat wij appen.",
    "zeg dit maar niet tegen je moeder",
    "Dit blijft tussen ons tweeën",
    "Je ouders hoeven dit niet te weten",
    "Ons geheimpje!",
    "Kom je alleen? Dan praten we even",
    "kom maar zonder je ouders",
    "app me privé",
    "Ben je nog wakker?",
    "Verwijder dit bericht meteen",
    "Kom je vanavond bij mij thuis?",
    "stuur me een foto van jezelf",
    "Don't tell your parents",
]
SILENT = [
    "Op Instagram staan de foto's van het kamp.",
    "We praten in de kring verder.",
    "Beste ouders, morgen gaan we op excursie naar het museum. Neem een lunchpakket mee.",
    "Wij zoeken leesouders. Opgeven kan bij de leerkracht.",
    "Foto's van de sportdag staan vanaf vrijdag in Parro.",
    "Denk aan de rust: de kinderen maken vandaag hun toets.",
    "Deel deze post en maak kans op een prijs!",
    "We gebruikten ketchup en mayo.",
    "In de verkiezingsles kozen de leerlingen hun eigen partij.",
    "Sem is gek op pannenkoeken.",
    "Vertel aan je ouders wat je geleerd hebt.",
    "Wij zijn samen naar zee geweest, met z'n tweeën in een kano.",
    "Stuur me een mail voor 12 juni.",
    "Verwijder de bladeren van de stoep.",
    "Wie het weet mag het zeggen.",
    "Dit mag niemand weten: het heerlijkste recept voor poffertjes!",
    "Thanks to our parents for all the help!",
    "De foto's zijn van Parro te downloaden.",
    "Foto's met dank aan alle ouders!",
    "Vertel je vrienden over de open dag.",
    "Laat je ouders dit briefje lezen.",
    "Zeg maar tegen je moeder dat ze mag komen.",
    "Kom je alleen met de fiets?",
    "Kom maar bij mij zitten, zei de juf tegen Noor.",
    "Kunnen we bij u thuis komen schilderen?",
    "Onze trainer is streng maar rechtvaardig.",
    "De juf is moe maar voldaan.",
    "Wij drinken thee, de kinderen een pakje.",
    "De pastoor zegende de palmpaasstokken.",
    "De ramadan begint maandag.",
    "Stemmen maar! De kinderen kozen hun partij.",
    "Het is een geheim: we maken een verrassing voor moederdag",
    "Niets zeggen tegen papa, het is voor vaderdag!",
    "Kom je alleen kijken of doe je mee?",
    "Kom je ook?",
    "Een leerkracht appt nooit privé met een leerling.",
    "Vertel het aan je ouders!",
    "App me gerust bij vragen",
    "Neem alleen een tas mee",
    "We zijn samen alleen op de wereld",
    "De kinderen blijven thuis.",
    "Het geheim van de smid",
    "Er zit een hek tussen ons en de buren.",
    "Vraag je ouders om een doos",
    "Wie is er nog wakker na de musical?",
]


def certainties(text: str) -> set[str]:
    return {finding.certainty for finding in secrecy.find(Text.of(text))}


@pytest.mark.parametrize("text", LOUD)
def test_a_secret_or_meeting_apart_asks_a_person(text: str) -> None:
    assert certainties(text) == {"mogelijk"}


@pytest.mark.parametrize("text", SILENT)
def test_surprises_rules_and_ordinary_appointments_stay_silent(text: str) -> None:
    assert certainties(text) == set()
