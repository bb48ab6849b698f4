"""How bad something in an archive is, in words: what to do with it, by whom and before when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """A group of the report: its title, what it means, what is to be done, and in how many days."""

    title: str
    means: str
    do: str
    days: int | None


LEVELS: Mapping[str, Level] = {
    "zeker": Level(
        "Mag zo niet blijven staan",
        "Dit mag volgens het protocol vandaag niet geplaatst worden. Begin hier.",
        "Haal het weg, of pas het aan zoals erbij staat.",
        1,
    ),
    "gezichten_groep": Level(
        "Gezichten, en een groep die genoemd wordt",
        "Er staan mensen op en niemand zei wie. In de tekst staat een groep: kijk of de kinderen van die groep"
        " zonder zeker ja erop staan.",
        "Leg de lijst van de groep naast de foto's. Staat er iemand op zonder ja? Haal de foto weg of maak het gezicht"
        " onherkenbaar.",
        7,
    ),
    "gezichten": Level(
        "Gezichten: niemand zei wie",
        "Er staan mensen op en niemand zei wie. magdit herkent niemand; dat kan alleen iemand van de school.",
        "Kijk wie het zijn, en of van iedereen een ja bekend is.",
        14,
    ),
    "niet_bekeken": Level(
        "Niet (helemaal) bekeken",
        "Hier kon magdit niet alles lezen of bekijken. Dat is niet hetzelfde als in orde.",
        "Kijk het zelf na.",
        30,
    ),
    "kijken": Level(
        "Kijk er even naar",
        "Hier is iets dat alleen een mens kan beoordelen, of een foto waarop geen gezicht is gezien.",
        "Kijk of er toch iemand op staat, en of de tekst kan.",
        30,
    ),
    "niets": Level("Niets gevonden", "Hier zag magdit niets dat vandaag niet zou mogen.", "", None),
}
