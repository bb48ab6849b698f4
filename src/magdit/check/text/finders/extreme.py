"""Finds slogans of extreme politics or religion. An ordinary faith, a feast, an election or a lesson is none.

Only a protocol that speaks of it is bothered with it (check/draft/facts.py). Whether it is extreme a person says.
"""

from __future__ import annotations

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

_PEOPLE = (
    r"(?:moslims|joden|christenen|ongelovigen|buitenlanders|asielzoekers|vluchtelingen|gelukszoekers|homo's|zionisten"
    r"|marokkanen|turken|negers|zigeuners|blanken|politici|elite|linksen|rechtsen|links|rechts|islam|israel|kerk)"
)
_SLOGAN = words(
    rf"(?:dood aan|weg met|opsluiten|uitroeien|deporteren|afknallen)\s(?:al die\s|alle\s|die\s|de\s|het\s)?{_PEOPLE}",
    rf"(?:alle|al die|die|de)\s{_PEOPLE}\s(?:\w{{1,15}}\s){{0,3}}?(?:het land uit|eruit|oprotten|opsluiten"
    rf"|terug naar|dood|branden|uitroeien)",
    rf"{_PEOPLE}\s(?:moeten|horen)\s(?:\w{{1,15}}\s){{0,2}}?(?:dood|branden|weg|verdwijnen|het land uit|oprotten"
    rf"|sterven)",
    rf"{_PEOPLE}\shoren hier niet(?: thuis)?",
    r"heil hitler|sieg heil|white power|wit(?:te)? macht|eigen volk eerst|blood and honou?r|ku klux klan|88 ?hh"
    r"|rassenoorlog",
    r"omvolking(?:stheorie)?|volksverraders?|landverraders?|tribunalen? voor|de grote vervanging|deep state"
    r"|globalisten",
    r"(?:leve|lang leve) (?:de jihad|het kalifaat|isis|de gewapende strijd)|heilige oorlog tegen|jihad tegen"
    r"|kuff?ar|kafirs?",
    r"(?:branden|brandt|branden zullen) (?:jullie |ze |zij |allemaal |voor eeuwig ){0,3}in de hel",
    r"(?:alleen|enige) (?:ons geloof|de ware gelovigen|het ware geloof)",
    r"gewapende (?:opstand|revolutie)|hang (?:ze(?= op(?:[!.]|$))|(?:die|de|alle) (?:politici|verraders|elite)) op"
    r"|aan de galg"
    r"|death to|kill all",
)
_LESSON = words(
    r"\w{0,20}(?:les|lessen|gastles|project|werkstuk|geschiedenis|thema|museum|herdenking|herdenken|voorlichting)",
    r"oorlog|tweede wereldoorlog|bezetting|leerden|leren|boek|film|spreekbeurt|racistisch|discriminatie|nooit meer"
    r"|verboden",
)
_QUOTES = "\"'‘’“”„«»"
# Without one of these there is nothing to find.
_STEMS = Stems(
    *("dood", "weg", "opsluiten", "uitroei", "deport", "afknal", "land uit", "oprotten", "eruit", "terug"),
    *("branden", "brandt", "verdwijnen", "sterven", "heil", "white power", "macht", "eigen volk", "honour"),
    *("honor", "klux", "88", "oorlog", "omvolking", "verrader", "tribuna", "vervanging", "deep state", "globalist"),
    *("jihad", "kalifa", "isis", "strijd", "kufar", "kuffar", "kafir", "geloof", "gelovigen", "gewapend", "hang"),
    *("galg", "death to", "kill all"),
)


def find(text: Text) -> tuple[Finding, ...]:
    """Always 'mogelijk', and only what is shouted in so many words."""
    if not _STEMS.are_in(text):
        return ()
    return tuple(
        found("extreme", text.span(*match.span()), sure=False, code="extreme")
        for match in _SLOGAN.finditer(text.folded)
        if not around(text, match.span(), _LESSON, reach=80) and not _is_quoted(text, match.start(), match.end())
    )


def _is_quoted(text: Text, start: int, end: int) -> bool:
    """Between quotation marks, in a sentence that says something about it."""
    opens = text.folded[max(0, start - 2) : start].strip()[-1:]
    shuts = text.folded[end : end + 2].strip()[:1]
    return bool(opens and shuts) and opens in _QUOTES and shuts in _QUOTES + "!." and len(_rest(text, start, end)) > 1


def _rest(text: Text, start: int, end: int) -> list[str]:
    return (text.folded[:start] + " " + text.folded[end:]).split()
