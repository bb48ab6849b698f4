"""Finds addresses: a street with a house number, and a street alone behind 'woont in'. Knows endings, not a map.

Looks back from each number. 'Dorpsstraat 4a' shows by its ending that it is a street; 'De Wilg 3' and '’t Zand 9' need
a postcode or a town behind them, or a word like 'woont' or 'adres' before. `street.py` says how a street's name looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.data import word_list
from magdit.check.text.finders.street import Street, street_before
from magdit.check.text.finders.street_abroad import streets_abroad
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, has_digit, listed
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_ADDITION = re.compile(
    r"(?:[a-z]-\d{1,3}(?![^\W_])|[ \t]?[a-h](?![^\W_]|'[a-z]|\.[a-z])|[ \t]?[a-z](?=[^\w']|\Z)(?<![ ][a-z])|["
    r" \t]?(?:bis|hs|rood|zwart|boven|beneden|huis)(?![^\W_])"
    r"|[ \t]?(?:-|/)[ \t]?(?:\d{1,4}|[ivx]{1,4}|[a-z]{1,2})(?![^\W_])|[ \t](?:i{1,3}|iv)(?![^\W_])|[ \t]bus"
    r" \d{1,3}| \d-?hoog)?"
    r"(?:[-/ ]?(?:\d{1,3}|i{1,3}|iv)(?:hoog)?(?=[,.;)\n]|\Z))?"
)
_NO_HOUSE = re.compile(
    r"\d|[.,:]\d|%|(?:ste|de|e)(?![^\W_])(?=[ -][a-z])| ?(?:uur|u\.|euro|km|kilometer|jaar|jarige|cm|m|meter|min"
    r"|minuten|keer|x|kinderen"
    r"|leerlingen|ouders|deelnemers|punten|dagen|weken|maanden|stuks|personen|mensen|plaatsen|kramen|graden|procent|doelpunten|lokalen"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt"
    r"|nov|dec|am|pm|teams?|groepen|klassen|boeken|bomen|liter|kilo|gram|rondes?|t/m|huizen|woningen"
    r"|winkels)(?![^\W_])| ?- ?\d{1,2}(?:[.:]\d\d| uur)"
)
_POSTCODE = re.compile(r"[,;|/]?\s{1,3}(?:nl-?)?(?:[1-9]\d{3} ?[a-z]{2}(?![^\W_])|(?:[bd]e?-)?\d{4,5} [^\W\d_]{3})")
_TOWN = re.compile(
    r"(?:,| in| te| \||;| -|/)?\s{1,2}(?P<town>(?:(?:'s|den|de|het|ter|ten|sint|oud|nieuw|bad)["
    r" -])?[^\W\d_][\w'-]{1,30})"
)
_SCORE = re.compile(r"1?\d(?: ?- ?1?\d(?!\d)| - [^\W\d_]| \(\d)")  # of a match between schools: 'De Regenboog 3-1'
_LIVES = listed(
    "lives",
    r"woont(?: \w{1,12}){0,2}",
    r"woon(?: \w{1,12}){0,2}",
    r"wonen(?: \w{1,12}){0,2}",
    r"verhuis(?:de|d|t|en)? naar",
)
_LIVING = ("woon", "wonen", "adres", "verhui", "liv", "address", "thuis", "woning", "gevestigd", "gelegen")
_MEET = listed("meet")
_FAMILY = re.compile(r"(?<![^\W_])(?:fam\.?|familie) [^,;\n\d]{2,28}, ?(?:')?\Z")
_AT_MY_PLACE = re.compile(
    r"(?:[ :,=]|-(?= )|aan|op|in|bij|naar|is|te|de|het|'t|van|onze|haar|zijn|hun|mijn|ons|at|on|the|nu|ook|daar"
    r"|\w{0,14}adres|[^\W\d_]{2,14}(?= is| :|:))*\Z"
)
_ALONE = re.compile(
    r"(?<![^\W_])(?:(?:oude|nieuwe|grote|kleine|lange|korte|hoge|lage) (?:markt|haven|vest|wal|brink|(?=[gwskd]))"
    r"|[^\W\d_]{2,25})(?:straat|straatje|laan|laantje|plein|kade|gracht|singel|dreef|steeg|plantsoen|boulevard|weg"
    r"|allee|dijk|hof|pad|(?<= markt)|(?<= haven)|(?<= vest)|(?<= wal)|(?<= brink))(?![^\W_])"
)


def find(text: Text) -> tuple[Finding, ...]:
    """A street with a number: certain with a capital. A street alone only where someone lives there."""
    alone = _alone(text) if has_any(text, _LIVING) else ()
    return (*_with_number(text), *alone, *_abroad(text)) if has_digit(text) else tuple(alone)


def _with_number(text: Text) -> Iterator[Finding]:
    for place, word in enumerate(text.words):
        if not (word.plain.isdigit() and len(word.plain) <= 4 and place) or word.plain.startswith("0"):
            continue
        end = word.at + len(word.plain)
        if _NO_HOUSE.match(text.folded, end):
            continue
        street = street_before(text, place)
        if street:
            end = _ADDITION.match(text.folded, end).end()  # type: ignore[union-attr]  # every part is optional
            proof = _proof(text, street, end)
            doubt = _is_year(word.plain) or (street.kind != "clear" and _SCORE.match(text.folded, word.at) is not None)
            if street.stands_alone(proof=proof, doubt=doubt):
                yield found("address", text.span(street.start, end), sure=street.capital, code="address")


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("19", "20"))


def _proof(text: Text, street: Street, end: int) -> bool:
    """A postcode or a known town behind it, or 'woont op', 'adres:' right before it."""
    town = _TOWN.match(text.folded, end)
    if _POSTCODE.match(text.folded, end) or (town and town["town"] in word_list("places")["dutch"]):
        return True
    if street.capital and _FAMILY.search(text.folded, max(0, street.start - 40), street.start):
        return True
    words_before = [_LIVES] if street.ordinary or not street.capital else [_LIVES, _MEET]
    told = (before(text, street.start, pattern, reach=45) for pattern in words_before)
    return any(word and _AT_MY_PLACE.match(text.folded, word.end(), street.start) for word in told)


def _alone(text: Text) -> Iterator[Finding]:
    for match in _ALONE.finditer(text.folded):
        lives = before(text, match.start(), _LIVES, reach=34)
        if not lives or word_list("no_streets")["word"] & {match[0]} or "school" in match[0]:
            continue
        if not _AT_MY_PLACE.match(text.folded, lives.end(), match.start()):
            continue
        if not re.match(r" \d", text.folded[match.end() : match.end() + 2]):
            yield found("address", text.span(*match.span()), sure=False, code="street_alone")


def _abroad(text: Text) -> Iterator[Finding]:
    for span in streets_abroad(text):
        yield found("address", text.span(*span), sure=True, code="address")
