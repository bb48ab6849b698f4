"""Refusals about the accounts and pages of a school."""

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "channel_exists": f"Dit account of deze pagina staat al op de lijst. {AGAIN} Kies een andere naam of gebruik die.",
    "channel_medium": f"Dit medium kennen we niet. {AGAIN} Kies er een uit de lijst.",
    "channel_name": f"Er ontbreekt een naam. {AGAIN} Schrijf hoe het account of de pagina heet.",
    "channel_address": (
        f"Dit is geen adres van het web. {AGAIN} Schrijf het zo: https://www.voorbeeld.nl,"
        " zonder naam of wachtwoord erin."
    ),
    "channel_address_open": (
        f"Naar dit adres gaat een inlog onbeveiligd over het internet. {AGAIN} Gebruik een adres dat met https begint."
    ),
    "channel_under": f"Daar kan dit niet bij horen. {AGAIN} Kies een account in gebruik dat zelf nergens bij hoort.",
    "channel_owner": f"Deze persoon werkt hier niet (meer). {AGAIN} Kies iemand van de school.",
    "channel_secret_missing": f"Er is niets ingevuld om mee in te loggen. {AGAIN} Vul de velden in.",
    "channel_secret_long": f"In een veld van de inlog past niet meer dan {{most}} tekens. {AGAIN} Kijk wat u plakte.",
    "channel_secret_gone": "De inlog van dit account is niet meer te lezen. Vul hem opnieuw in.",
    "agreement_elsewhere": f"Hier gelden de afspraken van het account erboven. {AGAIN} Besluit het daar.",
    "agreement_past": f"Die dag is al voorbij. {AGAIN} Kies een dag die nog komt, of laat hem leeg.",
}
