"""Finds streets with a house number, and a street alone behind 'woont in'. Knows endings of street names; no map."""

from __future__ import annotations

import re

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, words
from magdit.check.text.text import Text

# With these a word is a street; with the others it may be a swimming pool or a lesson, and needs a capital.
_STREET = "straat|str\\.|laan|plein|kade|gracht|singel|dreef|steeg|plantsoen|boulevard|weg|allee"
_OTHER = (
    "dijk|hof|pad|park|markt|wal|ring|baan|veld|kamp|akker|erf|hoek|oord|burg|horst|donk|beek|haven|poort|zoom|brink"
)
_NO_HOUSE = r"(?![\w.,:]\d|\w|%| ?(?:uur|euro|km|kilometer|jaar|cm|m|meter|mei|juni|juli))"
_NUMBER = rf"\d{{1,4}}(?:[ \t]?[a-h]|[ \t]?(?:bis|hs|rood|zwart)|[-/]\d{{1,3}})?{_NO_HOUSE}"
_WITH_NUMBER = re.compile(
    r"(?<![^\W_])(?P<lead>(?:[^\W\d_]{2,20}[ -]){0,3})"
    rf"(?P<street>[^\W\d_]{{2,25}}(?:{_STREET}|{_OTHER})|(?:{_STREET}|{_OTHER}))"
    rf"(?:[ \t]?[,:]?[ \t]?(?:nr\.?|nummer|huisnummer)?[ \t]?){_NUMBER}"
)
_ENDS_AS_STREET = re.compile(rf"(?:{_STREET})\Z")
_ALONE = words(rf"[^\W\d_]{{2,25}}(?:{_STREET})")
_LIVES = words(
    "woont", "wonen", "woon", "woonachtig", "adres", "woonadres", "thuisadres", r"verhuis(?:de|d|t) naar",
)  # fmt: skip
_INFIXES = frozenset({"van", "der", "den", "de", "ter", "ten", "het", "t", "s"})


def find(text: Text) -> tuple[Finding, ...]:
    """A street with a number: certain with a capital. A street alone only where someone lives there."""
    findings = []
    for match in _WITH_NUMBER.finditer(text.folded):
        start = _start(text, match)
        capital = _is_capital(text, start)
        if _is_no_street(match["street"]) or not (capital or _ENDS_AS_STREET.search(match["street"])):
            continue
        findings.append(found("address", text.span(start, match.end()), sure=capital, code="address"))
    findings += [
        found("address", text.span(*match.span()), sure=False, code="street_alone")
        for match in _ALONE.finditer(text.folded)
        if before(text, match.start(), _LIVES, reach=30) and not _is_no_street(match[0])
    ]
    return tuple(findings)


def _start(text: Text, match: re.Match[str]) -> int:
    """Words before the street belong to it when they have a capital: 'Jan van Galenstraat', not 'op de Dorpsstraat'."""
    start = match.start("street")
    for word in reversed(list(re.finditer(r"[^\W\d_]+", match["lead"]))):
        place = match.start("lead") + word.start()
        if _is_capital(text, place):
            start = place
        elif word[0] not in _INFIXES:
            break
    return start


def _is_capital(text: Text, place: int) -> bool:
    return text.original[text.span(place, place + 1)[0]].isupper()


def _is_no_street(word: str) -> bool:
    return word in word_list("no_streets")["word"] or word.endswith(tuple(word_list("no_streets")["ending"]))
