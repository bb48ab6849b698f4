"""Finds licence plates: Dutch ones in every sidecode, Belgian, German, French and British ones near a word about cars.

Without dashes, in small letters or with letters the register does not hand out, a plate needs such a word too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, has_digit, listed, listed_stems
from magdit.check.text.text import Text

# L a letter, D a digit; the fourteen sidecodes of the register.
_SIDECODES = (
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD", "LL-DDD-L",
    "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D",
)  # fmt: skip
# Vowels, C and Q are not used since 1978, so that no words appear; older plates are museum pieces.
_HANDED_OUT, _ANY_LETTER = "[bdfghjklmnprstvwxyz]", "[a-z]"
_EDGE, _CLOSE = r"(?<![^\W_])(?<![^\W_]-)", r"(?![^\W_]|-[^\W_]|[.,:]\d)"


def _shapes(*, letter: str, dash: str) -> re.Pattern[str]:
    signs = {"L": letter, "D": r"\d"}
    codes = "|".join("".join(signs.get(sign, dash) for sign in code) for code in _SIDECODES)
    return re.compile(rf"{_EDGE}(?:{codes}){_CLOSE}")


_PLATE = _shapes(letter=_HANDED_OUT, dash="-")
_LOOSE = _shapes(letter=_ANY_LETTER, dash="[ .·-]?")
_SPACED = _shapes(letter=_HANDED_OUT, dash=" ")
_ABROAD = re.compile(
    rf"{_EDGE}(?:[1-9][- ]?[a-z]{{3}}[- ]?\d{{3}}|[a-z]{{3}}[- ]\d{{3}}|[a-z]{{2}}-\d{{3}}-[a-z]{{2}}"
    rf"|[a-z]{{2}}\d\d ?[a-z]{{3}}"
    rf"|[a-z]{{1,3}}[- :][a-z]{{1,2}}[- ]?\d{{1,4}}){_CLOSE}"
)
_ABOUT_CARS, _CAR_STEMS = listed("car"), listed_stems("car")
_CARS_LOOSE = listed("surely_car")
_NO_PLATE = listed("no_plate")
_PAIRS = re.compile(
    r"(?<![a-z])(?:nr|km|kg|mm|cm|tm|st|ml|vs|wk|tv|op|in|om|en|de|te|of|is|we|uur|mei|dan|per|min|met|tot|van|had)(?![a-z])"
)


def find(text: Text) -> tuple[Finding, ...]:
    """With dashes and capitals for certain; otherwise only near a word about cars, and as possible."""
    if not has_digit(text):
        return ()
    sure = list(_with_dashes(text)) if text.folded.count("-") > 1 else []
    taken = {finding.start for finding in sure}
    near = _near_cars(text) if _CAR_STEMS.are_in(text) and _ABOUT_CARS.search(text.folded) else ()
    return (*sure, *(finding for finding in near if finding.start not in taken))


def _with_dashes(text: Text) -> Iterator[Finding]:
    for match in _PLATE.finditer(text.folded):
        span = text.span(*match.span())
        capitals = not any(sign.islower() for sign in text.original[slice(*span)])
        if around(text, match.span(), _ABOUT_CARS):
            yield found("plate", span, sure=capitals, code="plate")
        elif capitals and not around(text, match.span(), _NO_PLATE):
            yield found("plate", span, sure=True, code="plate")


def _near_cars(text: Text) -> Iterator[Finding]:
    for match in (*_LOOSE.finditer(text.folded), *_ABROAD.finditer(text.folded)):
        span = text.span(*match.span())
        capitals = not any(sign.islower() for sign in text.original[slice(*span)])
        # In capitals with a space for each dash, as on the plate itself, any word about cars will do.
        as_on_the_car = capitals and _SPACED.fullmatch(match[0]) is not None
        about = _ABOUT_CARS if as_on_the_car else _CARS_LOOSE
        if (_PAIRS.search(match[0]) and not capitals) or not around(text, match.span(), about):
            continue
        if match.re is _LOOSE or capitals:
            yield found("plate", span, sure=False, code="plate_without_dashes")
