"""Finds bank account numbers by their country's length and their check digits."""

from __future__ import annotations

import re

from stdnum import iban

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, words
from magdit.check.text.text import Text

_LENGTHS = {
    "nl": 18, "be": 16, "de": 22, "fr": 27, "lu": 20, "gb": 22, "es": 24, "it": 27, "at": 20, "ch": 21, "pl": 28,
    "ie": 22, "pt": 25, "dk": 18, "se": 24, "no": 15, "lt": 20, "ro": 24, "bg": 22, "hu": 28, "cz": 24, "tr": 26,
}  # fmt: skip
_START = re.compile(rf"(?<![^\W_])(?:{'|'.join(_LENGTHS)}) ?\d\d")
_SIGNS = re.compile(r"[a-z0-9](?:[ .-]?[a-z0-9]){13,33}")
_ABOUT_MONEY = words("iban", "rekening", "rekeningnummer", "rekeningnr", "bank", "overmaken", "maak over", "t.n.v")


def find(text: Text) -> tuple[Finding, ...]:
    """With right check digits for certain; a mistyped one next to a word about money as possible."""
    findings = []
    for start in _START.finditer(text.folded):
        end = _end(text.folded, start.start(), _LENGTHS[start[0][:2]])
        if end is None:
            continue
        span = text.span(start.start(), end)
        if iban.is_valid(text.folded[start.start() : end], check_country=False):
            findings.append(found("iban", span, sure=True, code="iban"))
        elif before(text, start.start(), _ABOUT_MONEY):
            findings.append(found("iban", span, sure=False, code="iban_mistyped"))
    return tuple(findings)


def _end(folded: str, start: int, length: int) -> int | None:
    """Where the number ends when its country's count of letters and digits is full; None if that is inside a word."""
    run = _SIGNS.match(folded, start)
    if not run:
        return None
    seen = 0
    for place in range(start, run.end()):
        seen += folded[place].isalnum()
        if seen == length:
            return place + 1 if not folded[place + 1 : place + 2].isalnum() else None
    return None
