"""Finds citizen service numbers. Keeps a place and nothing else: the number itself is never stored (UAVG art. 46)."""

from __future__ import annotations

import re

from stdnum.nl import bsn

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, before, words
from magdit.check.text.text import Text

_NINE = re.compile(r"(?<![\w+.,-])\d(?:[ .-]?\d){7,8}(?![\w-]|[.,]\d)")
_ABOUT_BSN = words(
    "bsn", "bsn-nummer", "bsn nummer", "burgerservicenummer", "burger service nummer", "burgerservicenr", "sofinummer",
    "sofi-nummer", "sofi", "pgn", "persoonsgebonden nummer", "bsnnummer",
)  # fmt: skip
_OTHER_NUMBER = words(
    "bestelnummer", "ordernummer", "order", "factuur", "factuurnummer", "kvk", "kvk-nummer", "rsin", "isbn", "kenmerk",
    "artikelnummer", "klantnummer", "dossiernummer", "btw", "btw-nummer", "brin", "tel", "telefoon", "bestelling",
)  # fmt: skip


def find(text: Text) -> tuple[Finding, ...]:
    """The check digit and a word near it make it certain; one of the two makes it possible."""
    findings = []
    for match in _NINE.finditer(text.folded):
        digits = "".join(sign for sign in match[0] if sign.isdigit())
        named = around(text, match.span(), _ABOUT_BSN)
        valid = len(digits) == 9 and bsn.is_valid(digits)
        if named:
            code = "bsn" if valid else "bsn_mistyped"
            findings.append(found("bsn", text.span(*match.span()), sure=valid, code=code))
        elif valid and len(match[0]) in (9, 11) and not before(text, match.start(), _OTHER_NUMBER):
            findings.append(found("bsn", text.span(*match.span()), sure=False, code="bsn_by_check_digit"))
    return tuple(findings)
