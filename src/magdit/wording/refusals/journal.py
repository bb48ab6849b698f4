"""Refusals about the journal and its keys."""

SENTENCES: dict[str, str] = {
    "journal_only_grows": (
        "Het journaal groeit alleen: een regel wordt nooit veranderd of weggehaald. Er is niets veranderd."
    ),
    "not_a_ref": (
        "In het journaal staat bij '{kind}' alleen een nummer of code, nooit een naam. Er is niets veranderd. Dit is"
        " een fout in magdit: meld het."
    ),
    "not_a_verb": (
        "Een daad in het journaal is een kort woord in kleine letters. Er is niets veranderd. Dit is een fout in"
        " magdit: meld het."
    ),
    "personal_in_details": (
        "Bij '{key}' in het journaal hoort een getal, code of datum, geen naam of vrije tekst. Er is niets veranderd."
        " Dit is een fout in magdit: meld het."
    ),
    "file_destroyed": (
        "De gegevens van deze persoon of zaak zijn vernietigd. Er kan niets meer onder worden bewaard. Er is niets"
        " veranderd."
    ),
    "key_lost": (
        "Het bestand {file} ontbreekt of is leeg, terwijl het register al in gebruik is. Er is niets veranderd. Zet het"
        " terug uit uw eigen bewaarplaats of met 'magdit restore'; maak geen nieuw."
    ),
    "key_broken": (
        "Een sleutel in de database is veranderd of hoort bij andere hoofdsleutels. Er is niets veranderd. Kijk met"
        " 'magdit journal verify' wat er is gebeurd."
    ),
    "sealed_broken": (
        "Versleutelde gegevens zijn veranderd of verplaatst en niet meer te lezen. Er is niets veranderd. Kijk met"
        " 'magdit journal verify' wat er is gebeurd."
    ),
}
