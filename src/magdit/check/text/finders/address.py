"""Finds addresses: a street with a house number, and a street alone behind 'woont in'. Knows endings, not a map.

Looks back from each number. 'Dorpsstraat 4a' shows by its ending that it is a street; 'De Wilg 3' and '’t Zand 9' need
a postcode or a town behind them, or a word like 'woont' or 'adres' before. `street.py` says how a street's name looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.data import word_list
from magdit.check.text.finders.street import Street, is_counted, street_before
from magdit.check.text.finders.street_abroad import streets_abroad
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, has_digit, listed
from magdit.check.text.stems import Stems, has_any
from magdit.check.text.text import Text

_ADDITION = re.compile(
    r"(?:[a-z]-\d{1,3}(?![^\W_])|[ \t]?[a-h](?![^\W_]|'[a-z]|\.[a-z])|[ \t]?[a-z](?=[^\w']|\Z)(?<![ ][a-z])|["
    r" \t]?(?:bis|hs|rd|zw|rood|zwart|boven|beneden|huis)(?![^\W_])"
    r"|[ \t]?(?:-|/)[ \t]?(?:\d{1,4}|[ivx]{1,4}|[a-z]{1,2})(?![^\W_])|[ \t](?:i{1,3}|iv)(?![^\W_])|[ \t]bus"
    r" \d{1,3}| \d-?hoog)?"
    r"(?:[-/ ]?(?:\d{1,3}|i{1,3}|iv)(?:hoog)?(?=[,.;)\n]|\Z))?"
)
_NO_HOUSE = re.compile(
    r"\d|[.,:]\d|%|(?:ste|de|e)(?![^\W_])(?=[ -][a-z])| ?(?:uur|u\.|euro|km|kilometer|jaar|jarige|cm|m|meter|min"
    r"|minuten|keer|x|kinderen"
    r"|leerlingen|ouders|deelnemers|punten|dagen|weken|maanden|stuks|personen|mensen|plaatsen|kramen|graden|procent|doelpunten|lokalen"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt"
    r"|nov|dec|am|pm|teams?|groepen|klassen|boeken|bomen|liter|kilo|gram|rondes?|huizen|woningen"
    r"|winkels)(?![^\W_])| ?- ?\d{1,2}(?:[.:]\d\d| uur)"
)
_POSTCODE = re.compile(r"\s?[,;|/-]?\s{1,3}(?:nl-?)?(?:[1-9]\d{3} ?[a-z]{2}(?![^\W_])|(?:[bd]e?-)?\d{4,5} [^\W\d_]{3})")
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
# 'adres: op den dries 4', 'we wonen op de hoefslag 9': the label says that it is a street, whatever its name.
_LABELLED = re.compile(
    r"(?<![^\W_])(?:(?:woon|post|thuis|huis|bezoek|ophaal|aflever|kamp|feest|logeer|opvang|bezorg)?adres|straat(?:naam)?"
    r"|straat ?(?:\+|en|&) ?(?:huis)?(?:nr|nummer)|address|street)(?:(?: is| wordt| nu){0,2}\s?[:=]\s?|(?: is| wordt) )"
    r"(?P<street>(?:[^\W\d_][\w'.-]{0,24} ){1,4})(?P<number>\d{1,4})(?![\d:])"
)
_NUMBER_FIRST = re.compile(
    r"(?<![^\W_])(?:huis)?(?:nummer|nr\.?|nrs\.?) \d{1,4} ?[a-z]? (?:in|van|aan|op) (?:de |het )?(?:[a-z]{1,12} ){0,2}"
    r"[a-z]{3,24}(?:straat|laan|weg|plein|kade|gracht|singel|dreef|steeg|plantsoen)(?![^\W_])"
)
_LABELS = Stems("adres", "straat", "address", "street")
_POST_BOX = re.compile(
    r"(?<![^\W_])(?:postbus|p\.? ?o\.? box) \d{1,6}(?=\s?[,;|/-]?\s{1,3}(?:nl-?)?[1-9]\d{3} ?[a-z]{2}(?![^\W_]))"
)
_DOOR = re.compile(
    r",? \(?(?:achterom|achterdeur|voordeur|zijdeur|achteringang|brievenbus|bovenwoning|benedenwoning"
    r"|app(?:artement|\.)|\d(?:e|ste|de) (?:etage|verdieping)|bel(?:len)? (?:twee|2|drie|3) keer)(?![^\W_])"
)
_SENTENCE_ENDS = re.compile(r"\s?(?:\Z|\n|[.!?](?!\d))")
_PHRASE_ENDS = re.compile(r"\s?(?:\Z|[\n,;)|!?]|\.(?!\d))")
_LIVING = ("woon", "wonen", "adres", "verhui", "liv", "address", "thuis", "woning", "gevestigd", "gelegen")
_MEET = listed("meet", r"zit(?:ten)?(?= (?:\w{1,8} )?(?:op|aan|in) | (?:nu|tijdelijk|voorlopig) )")
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
    if not has_digit(text):
        return tuple(alone)
    told = (*_labelled(text), *_post_boxes(text), *_number_first(text))
    return (*_with_number(text), *alone, *told, *_abroad(text))


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
            doubt = doubt or (street.kind != "clear" and text.folded.startswith(" t/m", end))
            if street.stands_alone(proof=proof, doubt=doubt):
                yield found("address", text.span(street.start, end), sure=street.capital, code="address")


def _labelled(text: Text) -> Iterator[Finding]:
    if not _LABELS.are_in(text):
        return
    for match in _LABELLED.finditer(text.folded):
        last = match["street"].split()[-1].strip(".'")
        end = _ADDITION.match(text.folded, match.end()).end()  # type: ignore[union-attr]  # every part is optional
        counted = is_counted(last) or len(last) < 2 or _NO_HOUSE.match(text.folded, match.end())
        if not counted and (_PHRASE_ENDS.match(text.folded, end) or _TOWN.match(text.folded, end)):
            yield found("address", text.span(match.start("street"), end), sure=False, code="address")


def _number_first(text: Text) -> Iterator[Finding]:
    """'Nummer 12 in de Lindelaan'."""
    if "nummer " in text.folded or "nr" in text.folded:
        for match in _NUMBER_FIRST.finditer(text.folded):
            yield found("address", text.span(*match.span()), sure=False, code="address")


def _post_boxes(text: Text) -> Iterator[Finding]:
    """Only with the postcode that makes it an address; 'Postbus 51' alone is an office of the state."""
    if "box" in text.folded or "postbus" in text.folded:
        for match in _POST_BOX.finditer(text.folded):
            yield found("address", text.span(*match.span()), sure=False, code="address")


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("19", "20"))


def _proof(text: Text, street: Street, end: int) -> bool:
    """A postcode or a known town behind it, or 'woont op', 'adres:' right before it."""
    town = _TOWN.match(text.folded, end)
    if _POSTCODE.match(text.folded, end) or (town and town["town"] in word_list("places")["dutch"]):
        return True
    if street.capital and _is_at_a_door(text, street, end):
        return True
    if street.capital and _FAMILY.search(text.folded, max(0, street.start - 40), street.start):
        return True
    by_name_alone = street.kind == "named" and not street.capital
    words_before = [_LIVES] if street.ordinary or by_name_alone else [_LIVES, _MEET]
    told = (before(text, street.start, pattern, reach=45) for pattern in words_before)
    return any(word and _AT_MY_PLACE.match(text.folded, word.end(), street.start) for word in told)


def _is_at_a_door(text: Text, street: Street, end: int) -> bool:
    """'De Hoef 4, achterom', ''t Zand 4' and 'Waar? Ossekamp 21.': nothing else is written so."""
    asked = text.folded[: street.start].rstrip()[-1:] in ("?", ":")
    if street.kind == "doubtful" and asked and not street.ordinary and _SENTENCE_ENDS.match(text.folded, end):
        return True
    if street.kind != "clear" and street.by_adjective and _PHRASE_ENDS.match(text.folded, end):
        return True
    short_article = text.folded.startswith("'t ", street.start) and street.kind != "clear"
    return bool(_DOOR.match(text.folded, end) or (short_article and _PHRASE_ENDS.match(text.folded, end)))


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
