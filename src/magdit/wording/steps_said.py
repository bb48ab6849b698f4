"""A step to yes as one says it to whoever does it: a short order in plain Dutch, for a page with buttons.

Not for the terminal or a program: there a step keeps its label, by which cases and scripts know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magdit.norms.answer import Step
from magdit.wording.dates import say_wait
from magdit.wording.rows import spoken


@dataclass(frozen=True, slots=True)
class Order:
    """What is said of someone ("{who}"), and of the post where that differs; `done`: when all that is carried out."""

    one: str
    whole: str = ""
    done: str = ""


ORDERS: Mapping[str, Order] = {
    "onherkenbaar_maken": Order(
        "Maak {who} onherkenbaar", "Maak wie hier niet mag onherkenbaar",
        "{who} is onherkenbaar gemaakt: kijk of dat genoeg is",
    ),
    "beeld_weglaten": Order("Laat de foto of film met {who} weg", "Laat de foto of film weg"),
    "persoon_weglaten": Order("Zorg dat {who} niet in beeld is", "Zorg dat er niemand herkenbaar in beeld is"),
    "geluid_weglaten": Order("Zet het geluid uit: {who} is te horen", "Zet het geluid uit"),
    "naam_weglaten": Order("Laat de naam van {who} weg", "Laat de namen weg"),
    "gegevens_weglaten": Order("Laat weg wat over {who} privé is", "Laat de persoonlijke gegevens weg"),
    "bron_vermelden": Order("Gebruik eigen of vrij materiaal"),
    "disclaimer_toevoegen": Order("Zet erbij dat u dit voor uzelf schrijft"),
    "functie_vermelden": Order("Zet erbij dat u bij de school werkt"),
    "hoedanigheid_vermelden": Order("Zeg namens wie u dit plaatst"),
    "terugtrekken": Order("Ga het gesprek met {who} niet verder aan", "Ga het gesprek niet verder aan"),
    "schoolaccount_gebruiken": Order("Gebruik een account van de school"),
    "schoolsysteem_gebruiken": Order("Gebruik een systeem van de school"),
    "ander_medium": Order("Kies een ander kanaal"),
    "in_groep_sturen": Order("Stuur het in de groep, niet alleen aan {who}", "Stuur het in de groep, niet aan één"),
    "wachten": Order("Wacht tot het mag"),
    "herkenbaar_als_school": Order("Maak de pagina herkenbaar als van de school"),
    "nagaan_wie_het_is": Order("Ga na wie {who} is", "Ga na wie de ander is"),
    "medium_leren_kennen": Order("Zoek eerst uit hoe dit kanaal werkt"),
    "online_nakijken": Order("Kijk na wat er online over u staat"),
    "pagina_nakijken": Order("Kijk na wat anderen op de pagina zetten"),
    "afschermen": Order("Scherm uw eigen gegevens af"),
    "overleggen": Order("Overleg eerst"),
    "plicht_doen": Order("Doe eerst wat het protocol hier vraagt"),
    "toestemming_vragen": Order("Vraag toestemming voor {who}", "Vraag toestemming"),
    "akkoord_vragen": Order("Vraag akkoord"),
    "beoordeling_vragen": Order("Laat het beoordelen"),
    "platformafspraken_maken": Order("Maak eerst afspraken met het platform"),
}  # fmt: skip


def order(step: Step, *, is_done: bool = False) -> str:
    """The sentence of this step. `is_done`: it was carried out, and a person has yet to look whether it is enough."""
    if step.until is not None:
        return f"Wacht {say_wait(step.until)}"
    said = ORDERS.get(step.remedy)
    if said is None:
        return _capital(spoken(step.label))
    if is_done and said.done:
        return _capital(said.done.format(who=step.person or "Wie hier niet mag"))
    return said.one.format(who=step.person) if step.person else said.whole or said.one


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
