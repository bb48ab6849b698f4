"""Refusals about what is asked, in which words, their translations, and the proof of an answer."""

SENTENCES: dict[str, str] = {
    "item_exists": "Het bestuur heeft al een onderwerp '{code}'. Kies een andere code, of verander dat onderwerp.",
    "item_field": "Dit is aan een onderwerp niet te veranderen: {fields}. Er is niets veranderd.",
    "item_answered": (
        "Over onderwerp '{code}' zijn al antwoorden gegeven. Waar het over gaat, ligt daarom vast."
        " Haal het uit gebruik en maak een nieuw onderwerp."
    ),
    "item_channel": "'{channel}' is geen kanaal dat wij kennen. Het lijkt op: {near}. Er is niets veranderd.",
    "item_covers": "Zeg waarover het onderwerp gaat. Kies uit: {covers}. Er is niets veranderd.",
    "item_basis": "Een onderwerp gaat over leerlingen of medewerkers, met toestemming of een gerechtvaardigd belang.",
    "item_pupils_consent": "Over leerlingen vraagt u altijd toestemming; gerechtvaardigd belang kan daar niet.",
    "item_pictogram": "Dat pictogram is er niet. Kies uit: {known}. Er is niets veranderd.",
    "text_empty": "Een tekst heeft een vraag en een uitleg nodig. Vul beide in.",
    "text_long": "De tekst is te lang: een vraag tot 200 tekens, uitleg tot 4.000, een reden tot 1.000. Kort haar in.",
    "text_place": (
        "Tussen accolades kan alleen {{naam}} of {{school}} staan: daar vullen wij iets in. Haal andere weg."
    ),
    "text_language": "'{language}' is geen taal voor een vertaling. Gebruik een code zoals en, ar of uk.",
    "text_source": "Onderwerp '{code}' heeft nog geen Nederlandse tekst. Schrijf die eerst.",
    "no_texts": "Dit bestuur heeft nog geen teksten. Leg eerst de catalogus: magdit teksten leg --bestuur NAAM",
    "translation_unreadable": (
        "Dit bestand is niet te lezen als vertaling. Stuur het terug zoals u het kreeg: een XLSX-bestand van"
        " 'magdit teksten uit'. Er is niets veranderd."
    ),
    "translation_large": "Dit bestand is te groot voor een vertaling (meer dan {most} MB). Er is niets veranderd.",
    "translation_headings": (
        "De kolommen van dit bestand kloppen niet. Ze horen zo te heten: {headings}. Er is niets veranderd."
    ),
    "translation_broken": (
        "In dit bestand kloppen {count} regels niet. Er is niets ingelezen. Verbeter ze, of bekijk ze met --proef."
    ),
    "proof_incomplete": (
        "Dit bewijs is niet compleet, dus we geven het niet af. Wat ontbreekt: {missing}."
        " Vul bij het bestuur naam, adres en e-mail in, of meld het ons."
    ),
    "proof_no_answers": "Er is nog geen antwoord, dus er is ook geen bewijs te geven.",
    "proof_no_address": "Van deze persoon is geen e-mailadres bekend. Geef het bewijs op papier (PDF).",
    "proof_not_sent": "Het bewijs is gemaakt, maar de e-mail ging niet weg. Probeer het straks weer, of druk het af.",
    "proof_not_yours": "Een bewijs is er voor uw eigen antwoorden. Vraag het zelf op, of vraag het aan de FG.",
    "evidence_by_parent": (
        "Wie nog niet zelf over toestemming beslist, vraagt dit niet zelf op. Dat doet een ouder of voogd. Vraag het"
        " thuis, of aan de FG."
    ),
    "letter_language": "In deze taal hebben we geen brief: {language}. Kies nl of en.",
}

# What is wrong with one line of a translation; the row and the code of the item stand before it.
LINE_FAULTS: dict[str, str] = {
    "translation_code": "dit onderwerp kennen we niet (of niet meer)",
    "translation_part": "het onderdeel moet vraag, uitleg of waarom zijn",
    "translation_formula": "hier staat een formule; typ gewone tekst",
    "translation_twice": "dit onderdeel staat er twee keer in",
    "translation_places": "deze invulplek ontbreekt of is te veel: {places}",
    "text_empty": "de vraag of de uitleg is leeg",
    "text_long": "de tekst is te lang",
    "text_place": "er staat een losse accolade in de tekst",
}
