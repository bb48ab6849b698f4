"""Finds Dutch postcodes. Whether a year with two letters behind it is one, the words around it decide."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.text import Text

_SHAPE = re.compile(r"(?<![\w.,-])[1-9]\d{3} ?(?!sa|sd|ss)[a-z]{2}(?![\w@])")
_STREET = words(
    r"[a-z]{2,30}(?:straat|laan|weg|plein|kade|gracht|singel|hof|dijk|pad|steeg|dreef|plantsoen|markt) \d{1,4}",
    "adres", "postcode", "woont", "wonen", "woonadres", "postbus",
)  # fmt: skip
# In capitals too these are words first: 'SCHOOLJAAR 2026 IN BEELD'.
_SMALL_WORDS = frozenset(
    "in op de en is te we al om nu zo je er na of ik ze om uw km cm mm kg nl pk eu ml gb mb tb".split()
)


def find(text: Text) -> tuple[Finding, ...]:
    """In capitals for certain; in lower case it needs an address nearby, or its two letters joined to it."""
    findings = []
    for match in _SHAPE.finditer(text.folded):
        span = text.span(*match.span())
        letters = text.original[span[1] - 2 : span[1]]
        near_address = around(text, match.span(), _STREET, reach=60)
        if match[0][-2:] in _SMALL_WORDS and not near_address:
            continue
        if letters.isupper() or near_address:
            findings.append(found("postcode", span, sure=True, code="postcode"))
        elif " " not in match[0]:
            findings.append(found("postcode", span, sure=False, code="postcode_lower_case"))
    return tuple(findings)
