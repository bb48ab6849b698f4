"""The Dutch words for connectors: what each is called, what it does, and what it asks of an account."""

from __future__ import annotations

from collections.abc import Iterator

from magdit.connectors.asking import Ask

NAMES = {
    "hand": "Met de hand",
    "folder": "Map met een feed (RSS en Atom)",
    "webhook": "Webhook",
    "mastodon": "Mastodon",
    "wordpress": "WordPress",
}
ABOUT = {
    "hand": "magdit verstuurt niets. U plaatst het bericht zelf en vult daarna het adres in.",
    "folder": "magdit zet het bericht als pagina in een map van uw website, en houdt de feed bij.",
    "webhook": "magdit stuurt het bericht ondertekend naar een ander programma, dat het plaatst.",
    "mastodon": "magdit plaatst het bericht op Mastodon en haalt het daar ook weer weg.",
    "wordpress": "magdit plaatst het bericht met de foto's op uw WordPress-site en haalt het daar ook weer weg.",
}
# What is asked, and the line below the field. "connector.name" goes before "name".
ASKED = {
    "address": ("Adres", "Het adres dat mensen zien, met https:// ervoor."),
    "wordpress.address": ("Adres van de site", "De voorpagina van de WordPress-site, met https:// ervoor."),
    "wordpress.user": ("Gebruiker", "De inlognaam waarmee magdit plaatst. Maak er een aan met de rol redacteur."),
    "wordpress.password": (
        "Applicatiewachtwoord",
        "Maak het in WordPress bij uw profiel, onder Applicatiewachtwoorden. Niet uw gewone wachtwoord.",
    ),
    "wordpress.featured": ("Eerste foto uitgelicht", "Zet dit aan als uw thema die foto boven het bericht toont."),
    "mastodon.address": ("Adres van de server of het profiel", "Bijvoorbeeld https://mastodon.nl/@uwschool."),
    "mastodon.token": (
        "Toegangscode",
        "Maak haar in Mastodon bij Voorkeuren, Ontwikkeling, met de rechten read, write:media en write:statuses.",
    ),
    "mastodon.visibility": ("Wie het ziet", "Openbaar staat in de tijdlijnen, minder openbaar alleen op het profiel."),
    "webhook.endpoint": ("Adres van de webhook", "Waar magdit het bericht heen stuurt, met https:// ervoor."),
    "webhook.secret": ("Gedeeld geheim", "Minstens 16 tekens. Het andere programma herkent magdit eraan."),
    "folder.address": ("Adres van de map", "Waar bezoekers deze map op uw website vinden."),
    "folder.folder": ("Map", "De naam van de map die de beheerder van de computer klaarzette, bijvoorbeeld nieuws."),
    "folder.title": ("Titel van de feed", "Zo heet de feed bij wie zich erop abonneert."),
}
CHOICES = {"public": "openbaar", "unlisted": "minder openbaar", "private": "alleen volgers"}


def connector_name(code: str) -> str:
    """What a connector is called on screen; one that others made is called by its code."""
    return NAMES.get(code, code)


def connector_about(code: str) -> str:
    """What a connector does, in a sentence; empty for one that others made."""
    return ABOUT.get(code, "")


def asked_words(code: str, ask: Ask) -> tuple[str, str]:
    """What stands beside a field and below it, for what this connector asks."""
    return ASKED.get(f"{code}.{ask.name}") or ASKED.get(ask.name) or (ask.name, "")


def choice_word(choice: str) -> str:
    """What one of the things to choose from is called."""
    return CHOICES.get(choice, choice)


def spoken() -> Iterator[str]:
    """Every word and sentence that stands here."""
    yield from (*NAMES.values(), *ABOUT.values(), *CHOICES.values())
    yield from (said for words in ASKED.values() for said in words)
