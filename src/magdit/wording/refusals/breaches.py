"""Refusals about possible data breaches."""

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "breach_nothing_told": f"Er staat niet wat er gebeurde. {AGAIN} Schrijf het in een paar woorden op.",
    "breach_too_many": (
        f"U meldde vandaag al {{most}} keer iets. {AGAIN} Bel de school: dan kijkt er meteen iemand mee."
    ),
    "breach_moment": f"Dit moment kan niet: het ligt in de toekomst of te lang geleden. {AGAIN} Kijk het na.",
    "breach_no_reason": f"Er ontbreekt een reden. {AGAIN} Schrijf in een paar woorden waarom u dit besluit.",
    "breach_late": (
        f"De termijn was toen al voorbij. {AGAIN} Schrijf op waarom het later is gemeld: de toezichthouder vraagt dat."
    ),
    "breach_how": f"Er staat niet hoe de mensen het hoorden. {AGAIN} Schrijf op: per brief, per e-mail of anders.",
    "breach_open_steps": f"Er moet nog iets gebeuren voor u dit kunt sluiten. {AGAIN} Kijk wat er nog open staat.",
    "breach_closed": f"Deze melding is gesloten. {AGAIN} Is er iets nieuws, maak dan een nieuwe melding.",
    "breach_not_decided": f"Eerst beslist iemand of dit een datalek is. {AGAIN} Beoordeel het risico.",
}
