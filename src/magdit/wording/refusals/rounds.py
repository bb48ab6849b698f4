"""Refusals about rounds of asking."""

SENTENCES: dict[str, str] = {
    "round_exists": "Er is al een ronde voor schooljaar {year}. Pas die aan, of vraag de nieuwe leerlingen daarin.",
    "round_not_open": "De ronde loopt niet op {day}. Er is niemand herinnerd. Geef de ronde een later einde, of wacht"
    " tot ze begint.",
    "asked_elsewhere": "Deze school vraagt toestemming in de leerlingadministratie. Open de ronde daar; hier lezen we"
    " de antwoorden in.",
    "round_ends_before_it_begins": "De ronde zou eindigen op {closes}, voor het begin op {opens}."
    " Kies een later einde.",
    "round_over_two_years": "De ronde zou doorlopen tot {closes}, in het volgende schooljaar. Kies een einde"
    " voor 1 augustus.",
    "no_round": "Er is geen ronde voor {school} in dit schooljaar. Open er een: magdit ronde open --school {school}.",
}
