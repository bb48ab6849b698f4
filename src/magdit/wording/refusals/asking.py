"""Refusals around a question about a post: doubt, approval, and asking other parents."""

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "too_many_periods": "Er passen {most} regels in een lijst. Er is niets bewaard. Maak de lijst korter.",
    "unreadable_period": (
        "Regel {line} is niet te lezen. Er is niets bewaard. Schrijf een regel zo: Voorjaarsvakantie; 20-02-2027;"
        " 28-02-2027."
    ),
    "period_without_name": "Er ontbreekt een naam, zoals Studiedag. Er is niets bewaard.",
    "no_such_period": (
        "Deze dagen kloppen niet. Er is niets bewaard. Kies een laatste dag die niet voor de eerste ligt, en hooguit"
        " {most} dagen later."
    ),
    "no_words": f"Hier ontbreken woorden. {AGAIN} Schrijf in een zin wat u wilt vragen of zeggen.",
    "asked_already": f"Over dit bericht loopt al een vraag. {AGAIN} Wacht op het antwoord, of trek die vraag eerst in.",
    "answered_no": "Het antwoord op uw vraag was dat dit zo niet mag. Pas het bericht aan en leg het opnieuw voor.",
    "nobody_to_ask": f"Op deze school is niemand aan wie u dit kunt voorleggen. {AGAIN} Vraag de beheerder om hulp.",
    "no_such_answer": f"Dit antwoord kan hier niet. {AGAIN} Kies een van de antwoorden op de pagina.",
    "answered_already": f"Hierop is al geantwoord. {AGAIN} Kijk welk antwoord er staat.",
    "no_such_deputy": f"Deze collega kan hier niet vervangen. {AGAIN} Kies een andere collega van de school.",
    "day_gone": f"Deze dag is al voorbij. {AGAIN} Kies vandaag of een dag die nog komt.",
    "no_such_setting": f"Deze keuze kan niet. {AGAIN} Kies een van de mogelijkheden op de pagina.",
    "still_names": f"Hier staat nog iets in dat naar een persoon wijst. {AGAIN} Haal namen en gegevens weg.",
    "own_change": f"U hebt dit bericht zelf als laatste veranderd. {AGAIN} Laat een ander kijken of het goed is.",
    "not_in_class": f"U kunt alleen kinderen noemen uit de klas van uw eigen kind. {AGAIN}",
    "nobody_chosen": f"Er is nog geen kind gekozen. {AGAIN} Kies wie er op het beeld staat.",
    "no_parent_to_ask": f"Van een gekozen kind is geen ouder bekend die ja kan zeggen. {AGAIN}",
    "too_late": "De tijd om te antwoorden is voorbij. Wie niets zei, zei nee.",
}
