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
    "backup_broken": (
        "Deze back-up is beschadigd of niet heel: niet elke byte is nog zoals hij geschreven werd. Er is niets"
        " veranderd. Neem een andere back-up."
    ),
    "backup_newer": (
        "Deze back-up is van een nieuwere magdit. Er is niets veranderd. Werk eerst magdit bij en probeer het weer."
    ),
    "backup_other_engine": (
        "Deze back-up is van een register op {engine}, en hier staat {here} ingesteld. Er is niets veranderd. Zet"
        " DATABASE_URL goed en probeer het weer."
    ),
    "backup_name": (
        "In de map met gegevens staat een bestand met een naam die niet in een back-up kan: {name}. Er is geen back-up"
        " gemaakt. Geef het een naam van letters, cijfers, punten en streepjes."
    ),
    "register_in_use": (
        "Hier staat al een register. Er is niets veranderd. Kies een lege map met MAGDIT_DATA (en een lege database),"
        " of maak eerst een back-up en neem dan --overschrijf: wat er nu staat, is daarna weg."
    ),
    "keys_needed": (
        "De sleutels van dit register zitten niet in de back-up en staan hier niet. Er is niets veranderd. Zet uw eigen"
        " kopie van de map 'sleutels' in de map met gegevens en probeer het weer."
    ),
    "passphrase_needed": (
        "De sleutels zitten in de back-up achter een wachtzin. Er is niets veranderd. Geef het bestand met de wachtzin"
        " mee: --wachtzin BESTAND."
    ),
    "passphrase_wrong": (
        "Met deze wachtzin gaan de sleutels niet open. Er is niets veranderd. Neem de wachtzin van toen deze back-up"
        " werd gemaakt."
    ),
    "passphrase_short": "Deze wachtzin is te kort. Neem er een van ten minste {least} tekens.",
    "schema_not_ours": (
        "In deze database mag magdit het schema 'public' niet vervangen. Er is niets veranderd. Laat de beheerder van"
        " PostgreSQL dit doen en probeer het weer: ALTER SCHEMA public OWNER TO de gebruiker van magdit."
    ),
    "program_missing": (
        "Het programma {program} ontbreekt op deze computer. Er is niets veranderd. Installeer het: apt-get install"
        " postgresql-client."
    ),
    "program_failed": "Het programma {program} stopte: {said}. Er is niets veranderd.",
}
