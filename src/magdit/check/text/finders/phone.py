"""Finds telephone numbers of the Netherlands and its neighbours, checked against their number plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.text import Text

# At most 20 digits with one or two signs between: a bound on every part keeps long rows of digits cheap.
_CANDIDATE = re.compile(r"(?<![\w.,/-])(?:\(?\+ ?|00|\(?0)\d?(?:[ ./()-]{0,3}\d){5,16}(?![\d@])")
_ABOUT_PHONES = words(
    "tel", "telefoon", "telefoonnummer", "telefoonnr", "mobiel", "mob", "bel", "bellen", "belt", "app", "appen",
    "whatsapp", "nummer", "nr", "06", "sms", "bereikbaar", "phone", "call",
)  # fmt: skip
_NEIGHBOURS = ("BE", "DE")
_LIKE_A_DATE = re.compile(r"0?\d[-/. ]\d{1,2}[-/. ](?:19|20)\d\d|00[-/. ]")


def find(text: Text) -> tuple[Finding, ...]:
    """Numbers that exist in a number plan for certain; a mistyped 06 number or a neighbour's own style as possible."""
    return tuple(_found(text))


def _found(text: Text) -> Iterator[Finding]:
    for match in _CANDIDATE.finditer(text.folded):
        start, end = match.span()
        end = start + len(match[0].rstrip(" ./()-"))
        written = text.folded[start:end]
        if written[0] == "(" and ")" not in written:
            start, written = start + 1, written[1:]
        if _LIKE_A_DATE.match(written):
            continue
        span = text.span(start, end)
        if _is_valid(written, "NL"):
            yield found("phone", span, sure=True, code="phone")
        elif around(text, (start, end), _ABOUT_PHONES):
            country = next((region for region in _NEIGHBOURS if _is_valid(written, region)), None)
            if country or written.replace("(", "").startswith("06"):
                yield found("phone", span, sure=False, code="phone_unsure", country=country or "NL")


def _is_valid(written: str, region: str) -> bool:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)
