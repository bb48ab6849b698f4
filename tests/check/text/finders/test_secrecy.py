"""Hints that a grown-up and a child are to be alone or hide something; a surprise and a rule are none."""

import pytest

from magdit.check.text.finders import secrecy
from magdit.check.text.text import Text

LOUD = [
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
