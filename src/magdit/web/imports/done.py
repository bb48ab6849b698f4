"""What became of a list that was taken over, in sentences, and what is to be done next. Counts and names nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from magdit.areas.people.models import School
from magdit.areas.people.queries import pupils_without_guardian


def people(told: Mapping[str, int]) -> list[str]:
    """What changed about people; what did not change is left out."""
    made = {code: told.get(code, 0) for code in ("nieuw", "gewijzigd", "groepen", "rollen", "in-groep", "verzorgers")}
    sentences = {
        "nieuw": ngettext("%d nieuwe mens staat in het register.", "%d nieuwe mensen staan in het register.",
                          made["nieuw"]),
        "gewijzigd": ngettext("Van %d mens zijn gegevens veranderd.", "Van %d mensen zijn gegevens veranderd.",
                              made["gewijzigd"]),
        "groepen": ngettext("Er is %d nieuwe groep.", "Er zijn %d nieuwe groepen.", made["groepen"]),
        "rollen": ngettext("%d mens kreeg een rol, zoals leerling of leerkracht.",
                           "%d keer kreeg iemand een rol, zoals leerling of leerkracht.", made["rollen"]),
        "in-groep": ngettext("%d mens kwam in een groep.", "%d keer kwam iemand in een groep.", made["in-groep"]),
        "verzorgers": ngettext("%d verzorger staat nu bij een kind.", "%d keer staat er nu een verzorger bij een kind.",
                               made["verzorgers"]),
    }  # fmt: skip
    return [sentences[code] % count for code, count in made.items() if count] or [_("Er veranderde niets.")]


def consents(told: Mapping[str, int]) -> list[str]:
    """The same of a list of consents."""
    made = {code: told.get(code, 0) for code in ("nieuw", "gewijzigd", "tegen", "taken")}
    sentences = {
        "nieuw": ngettext("%d nieuw antwoord telt nu mee.", "%d nieuwe antwoorden tellen nu mee.", made["nieuw"]),
        "gewijzigd": ngettext("%d antwoord is veranderd.", "%d antwoorden zijn veranderd.", made["gewijzigd"]),
        "tegen": ngettext("%d keer staat in de lijst ja en hier nee: het nee blijft gelden.",
                          "%d keer staat in de lijst ja en hier nee: het nee blijft gelden.", made["tegen"]),
        "taken": ngettext("Er is %d taak bijgekomen om iets weg te halen.",
                          "Er zijn %d taken bijgekomen om iets weg te halen.", made["taken"]),
    }  # fmt: skip
    return [sentences[code] % count for code, count in made.items() if count] or [_("Er veranderde niets.")]


def next_step(school: School, on: date) -> str:
    """Whom the school still misses: pupils with no parent; empty when nobody."""
    alone = pupils_without_guardian(school, on).count()
    if not alone:
        return ""
    return (
        ngettext(
            "%d leerling heeft hier nog geen ouder of verzorger. Lever nu de lijst met verzorgers in.",
            "%d leerlingen hebben hier nog geen ouder of verzorger. Lever nu de lijst met verzorgers in.",
            alone,
        )
        % alone
    )
