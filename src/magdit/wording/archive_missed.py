"""Why something of an archive was not read or looked at, as who has to look at it reads it."""

from __future__ import annotations

from collections.abc import Mapping

NOT_READ: Mapping[str, str] = {
    "bomb": "het bestand groeit bij het openen tot een onmogelijke grootte",
    "damaged": "het bestand is beschadigd",
    "elsewhere": "het staat op een ander adres, en daar kijkt magdit niet",
    "embedded": "het is ingevoegd van een andere site",
    "encrypted": "er zit een wachtwoord op",
    "failed": "er ging iets mis bij het bekijken",
    "file_inside": "er zit nog een bestand in dit bestand",
    "film": "films en geluid bekijkt deze controle niet; gebruik `magdit check` of kijk zelf",
    "forbidden_xml": "er staat XML in die magdit uit voorzorg niet leest",
    "gone": "het is er niet (meer)",
    "link": "het is een verwijzing naar een andere plek",
    "locked": "de site laat het niet zien zonder wachtwoord",
    "loop": "de site verwijst te vaak door",
    "model_missing": "het gezichtenmodel ontbreekt",
    "no_address": "dit is geen gewoon webadres",
    "no_answer": "de site gaf geen goed antwoord",
    "no_docx": "dit is geen Word-document",
    "no_host": "deze site is niet te vinden",
    "no_sitemap": "dit is geen sitemap",
    "no_text": "dit is geen leesbare tekst",
    "no_wordpress": "de site geeft geen lijst zoals WordPress die geeft",
    "other_kind": "dit soort bestand leest magdit niet",
    "outside": "het ligt buiten de map",
    "private": "dit adres ligt binnen een eigen netwerk",
    "robots": "de site vraagt in robots.txt om hier niet te kijken",
    "too_deep": "de inhoud zit te diep in elkaar",
    "too_many_addresses": "de lijst is te lang",
    "too_many_pictures": "er staan meer afbeeldingen op dan magdit bekijkt",
    "too_many_sheets": "het heeft te veel bladzijden",
    "too_many_words": "de tekst is te lang; alleen het begin is gelezen",
    "too_slow": "het duurde te lang",
    "words_in_picture": "er is bijna geen tekst te lezen; staat er tekst in het beeld, lees die dan zelf",
    # Of a picture, as it was refused when it was taken in.
    "animated": "het beeld beweegt",
    "empty": "het bestand is leeg",
    "no_heic": "HEIC kan deze installatie niet lezen",
    "not_a_file": "dit is geen gewoon bestand",
    "not_an_image": "dit is geen foto",
    "not_found": "het bestand is er niet",
    "out_of_memory": "de foto is te groot voor het geheugen van deze computer",
    "timeout": "het bekijken duurde te lang",
    "too_large": "het is te groot",
    "too_many_bytes": "het is te groot",
    "too_many_pixels": "de foto heeft te veel beeldpunten",
    "truncated": "het bestand houdt halverwege op",
    "unreadable": "het bestand mag of kan niet gelezen worden",
    "unsupported_format": "dit soort afbeelding kan magdit niet bekijken",
}


def missed_sentence(where: str, code: str) -> str:
    """What was not read, and why."""
    return f"{where}: niet bekeken, want {NOT_READ.get(code, NOT_READ['failed'])}."
