"""Finds alcohol and drugs spoken of as fun or as one's own. A lesson, a warning or a rule about them is left alone.

Only a protocol that forbids it is bothered with it (check/draft/facts.py); by itself it is no fault.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_DRUGS = words(
    r"jointjes?|joints?|blowen|geblowd|blowend|blowde|wiet(?:je)?|stoned|knetterstoned|xtc"
    r"|pillen slikken",
    r"coke (?:snuiven|gesnoven)|lijntje (?:coke|snuiven)|lachgas|lachgasballon(?:nen)?|aan de (?:drugs|coke"
    r"|ketamine)",
    r"paddo's|spacecake|speed gebruikt|ketamine|high worden|(?:was|waren|ben|zijn|lekker) high(?! tea| five| on"
    r"| school"
    r"| light)|drugs (?:gebruikt|gebruiken)",
    r"smoking weed|got high|getting high",
)
_DRINK = (
    r"(?:bier(?:tje)?s?|pils(?:je)?s?|wijntjes?|wijn|wodka|whisky|rum|rose|prosecco|champagne|shotjes?|shots"
    r"|cocktails?|drank)"
)
_DRUNK = words(
    r"(?:lam|straal|stom)(?:dronken|bezopen)|bezopen|laveloos|ladderzat|teut",
    r"(?:was|waren|is|ben|bent|zijn|werd|werden|beetje|te|zo|weer|allemaal|half|echt|hartstikke|lekker|helemaal"
    r"|compleet|flink) (?:dronken"
    r"|aangeschoten)(?! van)",
    r"zuipen|gezopen|zuipfestijn|doorzakken|doorgezakt|kater van (?:gisteren|vannacht|het feest)"
    r"|wakker met een kater|katerdag",
    r"(?:biertjes?|pilsjes?|wijntjes?|cocktails)|shotjes? (?:met|in|aan|op|bij|na|tijdens|doen|drinken|gedaan"
    r"|wodka)|(?:wodka"
    r"|drank)shotjes?",
    rf"(?:aan (?:de|het)|veel|lekker|flink wat|krat(?:je|ten)?|nog een|een rondje)\s{_DRINK}",
    rf"{_DRINK} (?:drinken|gedronken|hijsen|gehesen|zuipen)(?! bij)",
    r"(?:neem|neemt|nemen|breng|brengt|koop|koopt|haal|haalt|regelt?) (?:\w{1,12} ){0,3}(?:wodka|whisky|rum|drank"
    r"|bier|wijn"
    r"|bacardi|likeur)(?: mee)?",
    r"(?:getting|got|so|was) (?:drunk|wasted|hammered)",
)
# Who talks about it to warn, to teach, to forbid or to leave it out, has nothing to do with it.
_LESSON = words(
    r"\w{0,20}(?:voorlichting|preventie|verslaving|verslaafd|beleid|protocol|gastles|project|thema|training)"
    r"|\w{2,20}les(?:sen)?",
    r"les(?:sen)?(?: over| blok|:)|wat doe(?:t|n)|leer(?:t|de)? over|maatschappijleer|biologie|scheikunde|ggd"
    r"|effect(?:en)?|campagne"
    r"|onderzoek|invloed|vuurwerk|wijkagent|agent|stelling|debat|quiz",
    r"(?:in|tijdens|bij) (?:de|een|onze|deze) les(?:sen)?|lesbrief|lespakket",
    r"waarschuw\w*|gevaren|gevaar|risico's?|regels?|verbod(?:en)?|verboden|gevaarlijk|schadelijk|mag niet"
    r"|mogen niet|geen|zonder|nooit",
    r"alcoholvrije?|0\.0|werkstuk|boek|film|museum|toneelstuk|geschiedenis|jellinek|trimbos|politie|halt|wet|leren"
    r"|leerden|uitleg",
    r"medicijn\w*|tandarts|ziekenhuis|operatie|verdoving|apotheek|slagroom\w*",
)
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("joint", "blow", "wiet", "stoned", "xtc", "coke", "lachgas", "drugs", "paddo", "spacecake", "speed"),
    *("ketamine", "high", "weed", "bezopen", "laveloos", "ladderzat", "teut", "dronken", "aangeschoten", "zuip"),
    *("gezopen", "doorza", "doorgezakt", "kater", "bier", "pils", "wijn", "wodka", "whisky", "rum", "rose"),
    *("prosecco", "champagne", "shot", "cocktail", "drank", "drunk", "wasted", "hammered", "slikken"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Always 'mogelijk': whether it goes too far a person says."""
    if not _STEMS.are_in(text):
        return ()
    found_here = [(match, "drugs") for match in _DRUGS.finditer(text.folded)]
    found_here += [(match, "drink") for match in _DRUNK.finditer(text.folded)]
    return tuple(
        found("substances", text.span(*match.span()), sure=False, code=code)
        for match, code in found_here
        if not around(text, match.span(), _LESSON, reach=90) and not _is_a_name(text, match)
    )


def _is_a_name(text: Text, match: re.Match[str]) -> bool:
    """'Rose' and 'Rum' with a capital in the middle of a sentence are somebody or somewhere."""
    return match[0] in ("rose", "speed") and text.original[text.span(*match.span())[0]].isupper()
