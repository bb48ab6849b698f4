"""Refusals about keys, and what a program hears when it asks for something that cannot be: what, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "key_name": f"Een sleutel heeft een naam van 1 tot en met 80 tekens nodig. {AGAIN} Schrijf op waarvoor hij is.",
    "key_scopes": f"Deze sleutel zou niets mogen, of iets wat wij niet kennen. {AGAIN} Kies ten minste één ding.",
    "key_made": (
        f"Met dit formulier is al een sleutel gemaakt. {AGAIN} Kijk bij de sleutels welke dat is. Wilt u er nog een?"
        " Klik dan nog eens op de knop."
    ),
    "key_until": f"Een sleutel geldt vanaf vandaag, en niet langer dan tot {{last}}. {AGAIN} Kies een dag daartussen.",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a program hears: the status of HTTP, what is the matter, and what to do."""

    status: int
    message: str
    do: str


MEND = "Verbeter de aanvraag en stuur hem opnieuw. Hetzelfde nog eens sturen helpt niet."
LATER = "Wacht even en stuur dezelfde aanvraag opnieuw. De kop Retry-After zegt na hoeveel seconden."

TROUBLE: Mapping[str, Trouble] = {
    "not_understood": Trouble(
        400, "Deze aanvraag is niet te lezen.", "Stuur geldige JSON in UTF-8, elke sleutel één keer."
    ),
    "key_needed": Trouble(
        401,
        "Deze sleutel kennen we niet, of hij geldt niet (meer).",
        "Stuur de kop 'Authorization: Bearer magdit_…' mee. Een nieuwe sleutel maakt de beheerder bij Instellingen.",
    ),
    "scope_missing": Trouble(
        403,
        "Met deze sleutel mag dit niet: hij mist '{scope}'.",
        "Vraag de beheerder om een sleutel die dit mag.",
    ),
    "not_there": Trouble(
        404,
        "Dit is er niet, of deze sleutel is er niet voor.",
        "Kijk het adres na. GET /schools zegt welke scholen er zijn.",
    ),
    "method_wrong": Trouble(405, "Dit kan zo niet op dit adres.", "Gebruik een werkwoord uit de kop Allow."),
    "refused": Trouble(409, "Dit kan nu niet.", "Lees wat er aan de hand is. Hetzelfde nog eens sturen helpt niet."),
    "too_large": Trouble(
        413, "Deze aanvraag is te groot: hij mag {most} MB zijn.", "Stuur minder tegelijk, of kleinere foto's."
    ),
    "wrong_input": Trouble(422, "Iets in de aanvraag klopt niet.", MEND),
    "too_often": Trouble(429, "Er kwamen te veel aanvragen met deze sleutel.", LATER),
    "went_wrong": Trouble(
        500,
        "Bij ons ging iets mis. Er is geen antwoord, dus ook geen 'mag'.",
        "Probeer het later opnieuw. Blijft het zo, vraag het wie de server beheert; in het log staat waar het misging.",
    ),
    "busy": Trouble(503, "De server is nu te druk om dit te doen.", LATER),
}
