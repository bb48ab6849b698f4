"""Refusals about sending a post out, and about taking it back."""

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "not_for_school": (
        f"Van dit bericht is niet gezegd dat het namens de school is. {AGAIN} "
        "Ga terug en kies een account van de school, of zeg namens wie het is."
    ),
    "account_not_in_use": f"Op dit account plaatst de school nu niets. {AGAIN} Kies een ander account.",
    "may_not_go": (
        "Dit bericht mag zo niet naar buiten (artikel: {clauses}). Er is niets geplaatst. "
        "Open het bericht: daar staat wat het tegenhoudt en wat er kan."
    ),
    "someone_said_no": (
        "Over iemand in dit bericht is nee gezegd voor dit kanaal. Er is niets geplaatst. "
        "Laat die persoon eruit, of kies een ander kanaal."
    ),
    "no_way_down": f"Dit kan magdit niet zelf weghalen. {AGAIN} Haal het zelf weg, en schrijf op waar dat uit blijkt.",
    "not_taken_down": (
        "Het is niet gelukt om dit weg te halen. De taak staat nog open. Probeer het later, of haal het zelf weg."
    ),
    "not_ticked": (
        "Er zijn nog {count} dingen waar iemand naar moet kijken. Er is niets geplaatst. Kijk ernaar en vink ze aan."
    ),
    "copy_shows_more": (
        "Op {count} van de schone kopieën is nog iets te zien wat weg moest zijn. Er is niets geplaatst. "
        "Kijk die foto's na, of laat ze weg."
    ),
    "not_approved": "Iemand moet dit bericht nog goedkeuren. Er is niets geplaatst. Vraag erom, of wacht.",
    "no_longer_allowed": (
        "Dit bericht mag niet meer worden geplaatst: er is intussen iets veranderd. Plaats het niet, "
        "en maak zo nodig een nieuw bericht."
    ),
    "publication_not_now": f"Dit kan nu niet met deze publicatie. {AGAIN} Kijk eerst hoe het ervoor staat.",
    "too_late_to_restore": f"Terugzetten kan niet meer: de termijn is voorbij. {AGAIN} Maak een nieuw bericht.",
    "down_already": "Dit is al weggehaald. U hoeft niets meer te doen.",
    "asked_away": (
        f"Iemand die erop staat of een ouder vroeg om dit weg te halen. {AGAIN} Plaats het alleen opnieuw als zij dat "
        "goed vinden, met een nieuw bericht."
    ),
    "paper_stays": (
        f"Dit is gedrukt en kan niet meer ongedaan worden gemaakt. {AGAIN} Vraag de school om het bij een nieuwe druk "
        "weg te laten."
    ),
    "no_reason_away": f"Schrijf op waarom het weg moet. {AGAIN}",
    "not_on_paper": f"Dit staat niet op papier. {AGAIN} Haal het weg, en schrijf op waaraan dat te zien is.",
    "proof_no_picture": f"Dit bestand is geen foto of schermafbeelding. {AGAIN} Kies een ander bestand.",
    "publication_gone": "De inhoud van deze publicatie is vernietigd, en is niet meer te lezen.",
}
