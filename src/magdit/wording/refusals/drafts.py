"""Refusals about a post on its way out: its words, its pictures and what is said of them."""

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "draft_ended": f"Dit bericht is al klaar of weggegooid. {AGAIN} Begin een nieuw bericht.",
    "draft_changed": "Iemand anders veranderde dit bericht intussen. Kijk wat er nu staat en doe het dan opnieuw.",
    "draft_not_now": f"Dit kan nu niet met dit bericht. {AGAIN} Kijk eerst hoe het ervoor staat.",
    "text_too_long": f"De tekst is te lang: er passen {{most}} tekens in. {AGAIN} Maak hem korter.",
    "too_many_pictures": f"Er passen {{most}} beelden in een bericht. {AGAIN} Laat er een weg.",
    "picture_too_big": f"Dit bestand is groter dan {{most}} MB. {AGAIN} Kies een kleiner bestand.",
    "picture_empty": f"Dit bestand is leeg. {AGAIN} Kijk of u het goede koos.",
    "picture_gone": "Dit bestand is er niet meer: het is vernietigd of beschadigd. Voeg het opnieuw toe.",
    "no_such_face": f"Dit gezicht staat niet (meer) in de foto. {AGAIN} Kijk opnieuw naar de foto.",
    "face_twice": f"Deze persoon heeft hier al een ander gezicht. {AGAIN} Zet het andere gezicht eerst op open.",
    "no_such_person": f"Hier ontbreekt wie het is. {AGAIN} Kies iemand van de school.",
    "nobody_named": f"Niemand van de school heet zo. {AGAIN} Controleer de naam, of zoek in de hele school.",
    "several_named": f"Zo heten er meer mensen. {AGAIN} Typ de hele naam, of zoek in de hele school.",
    "answer_unfit": f"Dit antwoord past niet bij de vraag. {AGAIN} Kies of typ het opnieuw.",
    "step_gone": f"Dit is niet meer nodig of kan niet meer. {AGAIN} Kijk wat er nu staat.",
    "face_beside_still": f"Dit kader ligt niet op een van de beeldjes. {AGAIN} Teken het binnen één beeldje.",
    "face_too_small": f"Dit kader is te klein, of ligt naast de foto. {AGAIN} Teken het om het hele gezicht.",
    "days_out_of_range": f"Kies een aantal dagen van 1 tot en met {{most}}. {AGAIN}",
    "cannot_be_held": f"Hiervoor kan de vernietiging niet worden gestopt. {AGAIN}",
    "no_reason": f"Er ontbreekt een reden. {AGAIN} Schrijf in een zin waarom.",
    "held_already": f"Hiervoor geldt al een bewaarstop. {AGAIN}",
    "file_held": "Voor dit dossier geldt een bewaarstop. Hef die eerst op.",
}
