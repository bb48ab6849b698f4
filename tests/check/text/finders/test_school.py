"""Results and health: what says something about somebody, and not the school's calendar or a theme week."""

import pytest

from tests.check.text.finders.conftest import Valued


@pytest.mark.parametrize(
    "text",
    [
        "Sem haalde een 7,5 voor de rekentoets",
        "hij kreeg een 4 op zijn rapport",
        "cijfer: 8,3",
        "citoscore 545",
        "schooladvies havo",
        "vmbo-tl advies",
        "een 9 voor wiskunde",
        "drie onvoldoendes",
        "AVI-M5",
        "IQ 98",
        "toets: 6,4",
    ],
)
def test_a_mark_is_a_result(valued: Valued, text: str) -> None:
    assert ("result", "zeker") in [(kind, certainty) for _, kind, certainty in valued(text)]


@pytest.mark.parametrize("text", ["een onvoldoende voor taal", "zij blijft misschien zitten", "een gemiddelde van 7,4"])
def test_a_result_in_words_is_possible(valued: Valued, text: str) -> None:
    assert [(kind, certainty) for _, kind, certainty in valued(text) if kind == "result"] == [("result", "mogelijk")]


@pytest.mark.parametrize(
    "text",
    [
        "De toets is op 12 mei",
        "toets 3 gaat over breuken",
        "Rapport 2 gaat mee naar huis",
        "een 10 met een griffel",
        "groep 8 heeft de eindtoets gemaakt",
        "een 5 kilometerloop",
        "3 havo en 4 vwo",
        "Twee havo-klassen gaan op excursie",
        "de iq-puzzel",
        "niveau 2 van het spel",
    ],
)
def test_the_calendar_of_tests_is_no_result(valued: Valued, text: str) -> None:
    assert "zeker" not in [certainty for _, kind, certainty in valued(text) if kind == "result"]


@pytest.mark.parametrize(
    "text", ["Noor heeft ADHD", "Sem is allergisch voor noten", "vanwege haar epilepsie", "hij heeft al jaren astma"]
)
def test_a_diagnosis_somebody_has_is_certain(valued: Valued, text: str) -> None:
    assert [(kind, certainty) for _, kind, certainty in valued(text) if kind == "health"] == [("health", "zeker")]


@pytest.mark.parametrize(
    "text", ["Sem is ziek", "juf Anja ligt in het ziekenhuis", "Noor slikt ritalin", "hij heeft zijn arm gebroken"]
)
def test_an_illness_is_possible(valued: Valued, text: str) -> None:
    assert ("health", "mogelijk") in [(kind, certainty) for _, kind, certainty in valued(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vandaag les over dyslexie",
        "De themaweek over autisme",
        "Collecte voor het diabetesfonds",
        "Er heerst griep",
        "Alle kinderen met dyslexie krijgen extra tijd",
        "Ziek goed gedaan!",
        "Sem is niet ziek",
        "Er zijn luizen in groep 5",
        "Informatieavond over ADHD en autisme",
        "Wij bezochten het poppenziekenhuis",
        "Sponsorloop tegen kanker voor KWF",
    ],
)
def test_health_as_a_theme_is_about_nobody(valued: Valued, text: str) -> None:
    assert [kind for _, kind, _ in valued(text) if kind == "health"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Yusuf had gisteren 38,9 koorts",
        "Een leerling van groep 5 heeft kinkhoest",
        "Bij een kind in groep 2 is roodvonk vastgesteld",
        "Lieke loopt bij jeugdzorg",
        "mijn zoon heeft astma",
    ],
)
def test_one_child_without_a_name_is_somebody(valued: Valued, text: str) -> None:
    kinds = [kind for _, kind, _ in valued(text)]

    assert "health" in kinds


@pytest.mark.parametrize(
    "text",
    [
        "Voor wie hooikoorts heeft: het gras wordt gemaaid",
        "Bij biologie behandelen we diabetes en astma",
        "Wat is epilepsie? Een les van de schoolarts",
        "Boven 38,5 koorts blijft uw kind thuis",
        "De plant in de hal is ziek",
        "De schoolhond heeft een operatie gehad",
        "Als ik jou zie sla ik je het ziekenhuis in",
        "zijn ze ziek in hun hoofd of zo",
    ],
)
def test_lessons_animals_and_threats_are_nobodys_health(valued: Valued, text: str) -> None:
    kinds = [kind for _, kind, _ in valued(text)]

    assert "health" not in kinds
