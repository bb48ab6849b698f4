"""Finds Dutch licence plates in the sidecodes that are in use. Without dashes it needs a word about cars nearby."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.text import Text

# L a letter, D a digit; the fourteen sidecodes of the register, and the special ones left out.
_SIDECODES = (
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD", "LL-DDD-L",
    "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D",
)  # fmt: skip
# Vowels, C and Q are not used since 1978, so that no words appear; older plates are museum pieces.
_SIGNS = {"L": "[bdfghjklmnprstvwxyz]", "D": r"\d"}


def _shapes(dash: str) -> re.Pattern[str]:
    codes = "|".join("".join(_SIGNS.get(sign, dash) for sign in code) for code in _SIDECODES)
    return re.compile(rf"(?<![\w-])(?:{codes})(?![\w-])")


_PLATE, _LOOSE = _shapes("-"), _shapes("[ -]?")
_ABOUT_CARS = words(
    "kenteken", "kentekenplaat", "auto", "busje", "bus", "bestelbus", "wagen", "geparkeerd", "nummerplaat"
)


def find(text: Text) -> tuple[Finding, ...]:
    """With dashes and capitals for certain; otherwise only near a word about cars, and as possible."""
    findings = []
    for match in _PLATE.finditer(text.folded):
        span = text.span(*match.span())
        capitals = not any(sign.islower() for sign in text.original[slice(*span)])
        if capitals or around(text, match.span(), _ABOUT_CARS):
            findings.append(found("plate", span, sure=capitals, code="plate"))
    taken = {finding.start for finding in findings}
    for match in _LOOSE.finditer(text.folded):
        span = text.span(*match.span())
        if span[0] not in taken and around(text, match.span(), _ABOUT_CARS):
            findings.append(found("plate", span, sure=False, code="plate_without_dashes"))
    return tuple(findings)
