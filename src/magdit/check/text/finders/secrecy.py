"""Finds hints that a grown-up and a child are to be alone, or to hide something: 'vertel het niet aan je ouders'.

A flag for whoever looks after the children, nothing more. A surprise for mother's day is a secret too, and left alone.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_HOME = r"(?:je|jouw|jullie|hun)\s(?:ouders?|vader|moeder|papa|mama|pa|ma|ouders|verzorgers|mentor|juf|meester)"
_FROM = rf"(?:aan|tegen|met)\s(?:{_HOME}|niemand|anderen|de anderen|iemand anders|de juf|de meester)"
_HUSH = words(
    rf"(?:vertel|zeg|bespreek|deel)\s(?:het|dit|dat|hier|er)?\s?(?:maar\s|nog\s|even\s|liever\s|verder\s"
    rf"|vooral\s){{0,2}}(?:niet|niks|niets|nooit)\s(?:over\s)?{_FROM}",
    rf"(?:niet|niks|niets)\s(?:hierover\s|hiervan\s)?{_FROM}\s(?:zeggen|vertellen|bespreken|delen)",
    rf"(?:vertel|zeg|bespreek|deel)\s(?:het|dit|dat)\s(?:maar\s|vooral\s)?{_FROM}\sniet",
    rf"{_HOME}\s(?:hoeven|hoeft|mogen|mag)\s(?:het|dit|hier|er|dat)\s?(?:\w{{1,10}}\s){{0,2}}?(?:niet|niks"
    rf"|niets)\s(?:van\s|over\s)?(?:te\s)?weten",
    r"(?:ons|een|jouw en mijn) (?:geheimpje|klein geheim|geheim)(?: van (?:ons|jou en mij))?(?=\s?[.!,)]|\s?$"
    r"|\shoor)",
    rf"laat\s(?:{_HOME}|niemand)\s(?:dit|het|onze app|dit gesprek)\s(?:niet|maar niet|nooit)?\s?(?:lezen|zien|weten"
    rf"|horen)",
    r"niemand (?:hoeft|mag|hoeven) (?:dit |het |er ){0,2}(?:te )?weten (?:dat (?:wij|we|jij|ik)|van ons)",
    r"(?:iets|geheim) tussen (?:jou en mij|jij en ik|ons tweeen)"
    r"|zeg maar (?:\w{1,10} ){0,4}dat je bij een vriend(?:in)?",
    r"(?:blijft|houden we|hou dit|houd dit|laat dit)\s(?:\w{1,10}\s){0,2}?tussen (?:ons|jou en mij"
    r"|jij en ik)(?: tweeen)?",
    r"(?:verwijder|wis|gooi)\s(?:dit|deze|die)\s(?:bericht(?:je)?s?|app(?:je)?s?|foto's?|gesprek)\s(?:meteen|daarna"
    r"|direct|weer|maar|even|na)",
    r"don't tell (?:your (?:parents|mom|mum|dad|teacher)|anyone)|our (?:little )?secret|just between (?:you and me"
    r"|the two of us)",
)
_APART = words(
    r"kom je (?:dan |wel )?alleen(?=\?)",
    r"kom (?:maar |dan |wel |gewoon ){0,2}(?:alleen(?! maar| als| kijken| voor)|zonder je (?:ouders|moeder|vader"
    r"|vrienden))",
    r"(?:zullen|kunnen) we (?:vanavond laat|vannacht|stiekem) (?:\w{1,10} ){0,3}?(?:appen|bellen|chatten|afspreken"
    r"|praten)",
    r"(?:op|via) (?:snap(?:chat)?|insta(?:gram)?|telegram|discord) (?:\w{1,10} ){0,2}?(?:praten|appen|chatten"
    r"|kletsen)",
    r"(?:dan|zo) (?:ziet|leest|weet|merkt|hoort) niemand (?:het|dit|iets|er iets)",
    r"stiekem (?:\w{1,10} ){0,2}?(?:afspreken|appen|chatten)|alleen naar mijn (?:lokaal|kamer|huis)",
    r"(?:alleen )?wij (?:met z'n )?tweeen|met z'n tweetjes|alleen jij en ik|jij en ik alleen"
    r"|onder vier ogen bij mij thuis",
    r"(?:kom je|kom jij|kom maar|kom dan|kom eens|kun je|wil je)\s(?:\w{1,10}\s){0,4}?"
    r"(?:bij|naar) (?:mij thuis|mijn huis|mijn kamer)",
    r"(?:app|stuur|dm|bel|mail|snap|sms)\s(?:me|mij)\s(?:maar\s|even\s|liever\s|gerust\s){0,2}(?:prive"
    r"|op mijn prive\w{0,10}|in een prive\w{0,10}|vanavond laat|als je alleen bent|vannacht)",
    r"(?:prive|geheime?) ?(?:chat|appje|gesprekje|groepje|account)\s(?:met (?:mij|jou|je)|voor ons)",
    r"(?:ben je|is je) (?:\w{1,10}\s){0,2}?(?:nog wakker|al in bed|alleen thuis)",
    r"stuur (?:me|mij) (?:eens |nog |een |wat |maar ){0,3}(?:leuke |mooie |sexy |blote |prive ?)?(?:foto'?s?"
    r"|selfies?) van (?:jezelf|je lichaam|jou)",
)
# A present, a party, Sinterklaas: secrets that children keep with pleasure.
_SURPRISE = words(
    r"verrassing\w*|surprise\w*|cadeau\w*|moederdag\w*|vaderdag\w*|feest\w*|sinterklaas\w*|sint|piet\w*|kerst\w*"
    r"|jarig\w*|verjaardag\w*",
    r"lied\w*|toneel\w*|musical|puzzel\w*|speurtocht|schat\w*|recept\w*|agent\w*|boek|verhaal|spel\w*|afscheid\w*"
    r"|vertrouwenspersoon|meldcode",
    r"nooit|mag niet|mogen niet|regels?|les|voorlichting|veilig|afspraak|afspraken",
)
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("ouders", "vader", "moeder", "papa", "mama", "je pa", "je ma", "niemand", "anderen", "geheim", "tussen"),
    *("verwijder", "wis", "gooi", "tell", "secret", "between", "alleen", "zonder je", "tweeen", "tweetjes"),
    *("vier ogen", "thuis", "mijn huis", "mijn kamer", "prive", "vanavond", "vannacht", "wakker", "stiekem"),
    *("snap", "insta", "telegram", "discord", "mijn lokaal", "vriend", "in bed", "van jezelf", "je lichaam"),
    *("van jou", "private", "verzorgers", "mentor"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Always 'mogelijk'. A rule that warns of it ('een leerkracht vraagt nooit ...') is no hint."""
    if not _STEMS.are_in(text):
        return ()
    seen = [(match, "secret") for match in _HUSH.finditer(text.folded)]
    seen += [(match, "apart") for match in _APART.finditer(text.folded)]
    return tuple(
        found("secrecy", text.span(*match.span()), sure=False, code=code)
        for match, code in seen
        if not around(text, match.span(), _SURPRISE, reach=80) and not _is_asked_of_many(text, match)
    )


def _is_asked_of_many(text: Text, match: re.Match[str]) -> bool:
    """'Wij tweeën' in a report of a walk is about the past, not about meeting."""
    behind = text.folded[match.end() : match.end() + 12]
    return match[0].endswith("tweeen") and behind.startswith((" hebben", " gingen"))
