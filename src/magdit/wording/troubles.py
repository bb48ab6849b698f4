"""The sentence for what kept a connector from placing or removing a post: what, where, and what you can do now.

A row keeps the code alone, so a sentence needs no facts. `unknown` is for a code of a connector that others made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

SENTENCES: Mapping[str, str] = {
    # the account as it was set up
    "by_hand": "Dit account bedient een mens. Plaats of verwijder het bericht zelf, en zet het daarna in magdit.",
    "setting_missing": "Bij dit account ontbreekt een gegeven. Vul het aan bij de instellingen van het account.",
    "setting_unfit": "Een gegeven van dit account klopt niet. Kijk de instellingen van het account na.",
    "bad_address": (
        "Het adres van dit account klopt niet. Het begint met https:// en heeft geen naam of wachtwoord erin."
    ),
    "not_https": "Het adres van dit account begint met http://. Gebruik https://, anders gaat het wachtwoord open mee.",
    "private_address": (
        "Het adres van dit account ligt in een eigen netwerk, en dat mag magdit niet bereiken. "
        "Is het goed, vraag dan de beheerder van de computer om dit adres toe te staan."
    ),
    "no_folders": (
        "Op deze computer is geen map waarin magdit mag plaatsen. "
        "Vraag de beheerder van de computer om een map voor magdit in te stellen."
    ),
    "folder_outside": (
        "De map van dit account ligt niet waar magdit mag plaatsen. "
        "Gebruik een korte naam van kleine letters, cijfers en streepjes, zoals nieuws."
    ),
    "folder_unwritable": (
        "magdit kan niet in de map van dit account schrijven. "
        "Vraag de beheerder van de computer naar ruimte en rechten. magdit probeert het opnieuw."
    ),
    # the way there
    "unreachable": "De andere kant is niet te bereiken. magdit probeert het opnieuw; kijk intussen of het adres klopt.",
    "slow": "De andere kant antwoordt niet op tijd. magdit probeert het opnieuw.",
    "cut_off": (
        "De verbinding met de andere kant brak af. magdit probeert het opnieuw; "
        "het bericht komt er niet dubbel te staan."
    ),
    "certificate": (
        "Het certificaat van de andere kant klopt niet, dus weten we niet met wie we praten. "
        "Vraag wie die site beheert het certificaat te herstellen, en probeer het daarna opnieuw."
    ),
    "redirected": (
        "De andere kant stuurt door naar een ander adres, en daar gaat magdit niet heen. "
        "Zet bij het account het adres waar u in de browser uitkomt."
    ),
    # what the other side said
    "signed_out": (
        "De andere kant herkent de aanmelding niet. "
        "Maak een nieuw wachtwoord of een nieuwe code, en zet die bij het account."
    ),
    "forbidden": (
        "De andere kant staat dit niet toe. Kijk welke rechten de gebruiker daar heeft, en of iets magdit tegenhoudt."
    ),
    "too_few_rights": (
        "De gebruiker van dit account mag daar te weinig. "
        "Geef een rol die berichten en media mag plaatsen en verwijderen, zoals redacteur."
    ),
    "no_such_door": "Op dit adres is niet wat magdit zoekt. Kijk of het adres klopt en of de koppeling daar aan staat.",
    "too_large": (
        "De bestanden zijn te groot voor de andere kant. "
        "Kies minder of kleinere bestanden, of vraag daar om meer ruimte."
    ),
    "not_accepted": (
        "De andere kant neemt dit bericht niet aan. "
        "Misschien is het te lang, of zijn er te veel of andere bestanden bij dan daar mag."
    ),
    "too_often": "De andere kant vraagt om te wachten. magdit probeert het later opnieuw.",
    "their_fault": (
        "Bij de andere kant gaat iets mis. magdit probeert het opnieuw; blijft het, vraag het dan wie die site beheert."
    ),
    "nonsense": (
        "De andere kant antwoordt iets wat magdit niet begrijpt, misschien een pagina over onderhoud. "
        "magdit probeert het opnieuw."
    ),
    "too_much": (
        "De andere kant antwoordt veel meer dan kan kloppen. magdit heeft niet alles gelezen, en probeert het opnieuw."
    ),
    "cannot_find": (
        "Het plaatsen brak af, en magdit kan niet zien of het bericht er staat. "
        "Kijk zelf op het account, en verwijder het bericht daar als u het ziet."
    ),
    # what was to go out
    "file_gone": "Een bestand van dit bericht is er niet meer. Er is niets verstuurd. Maak het bericht opnieuw.",
    "file_changed": (
        "Een bestand is niet meer zoals het is beoordeeld. Er is niets van verstuurd. Maak het bericht opnieuw."
    ),
    "unknown_file": (
        "Een bestand is geen foto, film of geluid dat magdit kent. Het is niet verstuurd. Kies een ander bestand."
    ),
    # what magdit itself found
    "connector_missing": (
        "De koppeling van dit account is er niet (meer). Kies bij het account een andere, of zet haar terug."
    ),
    "connector_failed": "De koppeling van dit account liep vast. magdit probeert het opnieuw.",
    "still_there": (
        "Het bericht is nog te zien, hoewel magdit het liet weghalen. magdit kijkt later opnieuw; "
        "kijk zelf of een tussenopslag het nog laat zien."
    ),
    "picture_gone": "Een bestand van dit bericht is er niet meer. Er is niets verstuurd. Maak het bericht opnieuw.",
    "publication_gone": "De inhoud van dit bericht is vernietigd. Er is niets verstuurd. Maak het bericht opnieuw.",
    "channel_secret_gone": (
        "Waarmee dit account aanmeldt, is niet meer te lezen. "
        "Zet bij het account een nieuw wachtwoord of een nieuwe code."
    ),
    "unknown": (
        "De koppeling van dit account meldt een fout die magdit niet kent. "
        "Vraag wie de koppeling maakte ernaar te kijken."
    ),
}


def trouble_sentence(code: str) -> str:
    """The Dutch sentence for a code of a Trouble."""
    return trouble_in(code, translate=str)


def trouble_in(code: str, *, translate: Callable[[str], str]) -> str:
    """The same in another language."""
    return translate(SENTENCES.get(code, SENTENCES["unknown"]))
