"""Finds postcodes: Dutch ones, and Belgian and German ones beside a street or a known town.

Whether a year or an amount with two letters behind it is a postcode ('2026 WK', '1500 KM'), the words around it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, behind, digits, listed, sentence_start
from magdit.check.text.text import Text

_SHAPE = re.compile(
    r"(?:(?<![^\W_])|(?<=nl-)|(?<=nl))(?<!\d[.,:-])(?<![€$#])[1-9]\d{3}(?P<gap> {0,2}|-)(?!sa|sd"
    r"|ss)(?P<letters>[a-z]{2})(?![^\W_]|@|'[a-z]|-[^\W\d_])"
)
_STREET = listed(
    "postcode",
    r"[^\W\d_]{2,30}(?:straat|str\.|laan|weg|plein|kade|gracht|singel|hof|dijk|pad|steeg|dreef|plantsoen|markt"
    r"|strasse|park) \d{1,4}",
    r"postcode[ /-]plaats",
)
_OTHER_CODE = re.compile(
    r"(?<![^\W_])(?:code|lokaal|pin|artikel|nummer|nr|model|type|kamer|kluis(?:je)?|versie|lot|lotnummer|lootje|ticket|bon|kaart|prijs)["
    r" :.]{1,2}\Z"
)
_NUMBER_BEHIND = re.compile(r",? (?:nr|huisnr|huisnummer|nummer)\.?:? \d{1,4}(?![\d.:])")
_FOUR_DIGITS = re.compile(r"\d{4}")
_TOWN_BEHIND = re.compile(
    r",?[ ]{1,2}(?P<town>(?:(?:'s|den|de|het|ter|ten|sint|st|nieuw|oud|bad)[ -])?[^\W\d_][\w'-]{2,30})"
)
_NEIGHBOUR = re.compile(
    r"(?<![^\W_])(?<!\d[.,:-])(?:(?P<land>b|be|d|de)-)?(?P<digits>[1-9]\d{3}|\d{5}) (?P<town>[^\W\d_][^\W\d_-]{2,25})"
)
_STREET_BEFORE = re.compile(
    r"[^\W\d_](?:straat|laan|weg|plein|lei|baan|steenweg|str\.|strasse|platz|allee|dreef|kaai|markt|gasse) \d{1,4}"
    r" ?[a-z]?(?: bus \d{1,3})?,?\s{1,2}\Z"
)


def find(text: Text) -> tuple[Finding, ...]:
    """In capitals for certain; in lower case it needs an address nearby, or its two letters joined to it."""
    return (*_dutch(text), *_of_neighbours(text)) if digits(text) > 3 and _FOUR_DIGITS.search(text.folded) else ()


def _dutch(text: Text) -> Iterator[Finding]:
    for match in _SHAPE.finditer(text.folded):
        letters = text.original[slice(*text.span(*match.span("letters")))]
        told = around(text, match.span(), _STREET, reach=60)
        if not told and _OTHER_CODE.search(text.folded, max(0, match.start() - 16), match.start()):
            continue
        town = _town_behind(text, match.end())
        joined_or_shouted = letters.isupper() or not match["gap"]
        if _is_word(match["letters"], small=letters.islower()) and not (joined_or_shouted and (told or town)):
            continue
        if match["gap"] == "-" and not (told or town):
            continue
        if told or town or (letters.isupper() and not _shouted(text, match)):
            yield found("postcode", text.span(*match.span()), sure=True, code="postcode")
        elif not match["gap"] or _joined_to_number(text, match):
            yield found("postcode", text.span(*match.span()), sure=False, code="postcode_lower_case")


def _is_word(letters: str, *, small: bool) -> bool:
    lists = word_list("no_postcodes")
    return letters in lists["unit"] | lists["word"] or (small and letters in lists["small"])


def _town_behind(text: Text, end: int) -> bool:
    """A known town behind it, or in capitals and small letters some other name of a place: '9999 ZZ Verzonnendorp'."""
    match = _TOWN_BEHIND.match(text.folded, end)
    return match is not None and (match["town"] in word_list("places")["dutch"])


def _joined_to_number(text: Text, match: re.Match[str]) -> bool:
    """'lindelaan 14 1234 ab', '1234 ab, nr 14': a house number right beside it."""
    if _NUMBER_BEHIND.match(text.folded, match.end()):
        return True
    return (
        re.search(r"[a-z]{4} \d{1,4} ?[a-z]?,? \Z", text.folded[max(0, match.start() - 16) : match.start()]) is not None
    )


def _shouted(text: Text, match: re.Match[str]) -> bool:
    """A whole sentence in capitals: then two letters are as likely a word. A town or a street tells otherwise."""
    begin = sentence_start(text, match.start(), reach=30)
    around_it = text.original[text.span(begin, begin + 1)[0] : text.span(match.start(), match.end())[0]]
    letters = [sign for sign in around_it if sign.isalpha()]
    return len(letters) > 6 and all(sign.isupper() for sign in letters)


def _of_neighbours(text: Text) -> Iterator[Finding]:
    for match in _NEIGHBOUR.finditer(text.folded):
        before = text.folded[max(0, match.start() - 45) : match.start()]
        written = text.original[text.span(*match.span("town"))[0]]
        street, known = _STREET_BEFORE.search(before), match["town"] in word_list("places")["neighbours"]
        year = match["digits"].startswith(("19", "20")) and len(match["digits"]) == 4
        if (
            written.isupper()
            and (known if year else street or known)
            and (street or (known and _is_place(text, match)))
        ):
            span = text.span(match.start(), match.end("digits"))
            yield found("postcode", span, sure=False, code="postcode_neighbour")


def _is_place(text: Text, match: re.Match[str]) -> bool:
    """'2000 Antwerpen' alone: with B- before it, or a word about addresses beside it."""
    return bool(match["land"] or around(text, match.span(), _STREET) or behind(text, match.end(), _STREET, reach=20))
