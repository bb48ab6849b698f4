"""Refusals about signing in through the school's own system."""

ASK = "Vraag de administratie van uw school om dit na te kijken."

SENTENCES: dict[str, str] = {
    "sso_nobody": (
        "Bij dit account van uw school vinden we geen medewerker of leerling."
        " Vraag de administratie van uw school of in magdit hetzelfde e-mailadres of nummer staat als daar."
    ),
    "sso_several": f"Dit account van uw school past bij meer dan één persoon. {ASK}",
    "sso_other": (
        "U kwam eerder binnen met een ander account van uw school. Gebruik dat account. Hebt u dat niet meer?"
        " Vraag wie magdit beheert om het oude te vergeten."
    ),
    "sso_left": f"U hoort nu niet (meer) bij een school van dit bestuur. Klopt dat niet? {ASK}",
    "sso_closed": f"Uw account bij magdit is gesloten. Klopt dat niet? {ASK}",
}
