"""Finds the sentence that says: this is my own view, not the school's. It counts for the author, so it must be plain.

A disclaimer that is denied ('nooit op persoonlijke titel') or that others are told to use is at most possible.
"""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.text import Text

_OWN = r"(?:eigen|persoonlijke|prive|strikt persoonlijke)"
_VIEW = r"(?:mening(?:en)?|opvatting(?:en)?|visie|standpunt(?:en)?|uitlating(?:en)?|tweets?|berichten?|posts?)"
_SOME = r"(?:\w{1,20}[\s,]{1,2})"
_EMPLOYER = r"(?:school|werkgever|bestuur|stichting|organisatie)"
_CERTAIN = words(
    r"op\s(?:strikt\s)?(?:persoonlijke|eigen)\stitel",
    rf"(?:dit|deze|het|bovenstaande|dat)\s{_SOME}{{0,4}}?(?:is|zijn|betreft|geeft|geven|vertolkt)\s{_SOME}{{0,4}}?{_OWN}\s{_VIEW}",
    rf"(?:mijn|m'n)\s{_OWN}\s{_VIEW}\s(?:en|,)\s{_SOME}{{0,2}}?(?:niet|geen)\s{_SOME}{{0,4}}?{_EMPLOYER}",
    rf"{_VIEW}\s{_SOME}{{0,5}}?niet\s(?:noodzakelijk\s|per se\s)?(?:die|dat|namens|van)\s{_SOME}{{0,3}}?{_EMPLOYER}",
    rf"(?:spreek|schrijf|post|reageer|praat|zeg)\s{_SOME}{{0,3}}?(?:niet\snamens\s{_SOME}{{0,3}}?{_EMPLOYER}"
    r"|(?:namens|voor)\s(?:mezelf|mijzelf))",
    rf"niet\snamens\s(?:de|mijn|onze|het)\s(?:\w{{1,20}}\s)?{_EMPLOYER}",
    r"(?:views|opinions|tweets)(?:\sexpressed)?(?:\shere)?\s(?:are\s)?(?:strictly\s)?(?:my|mine)(?:\sown)?",
)
_POSSIBLE = words(
    rf"(?:mijn|m'n)\s{_OWN}\s(?:mening|opvatting|visie)",
    rf"naar mijn {_OWN} mening",
    r"(?:als|op)\s(?:prive|privepersoon|particulier)",
    rf"niet\s(?:verantwoordelijk|aansprakelijk)\s(?:voor|gesteld)\s{_SOME}{{0,4}}?(?:derden|anderen|inhoud|reacties)",
)
_DENIED = re.compile(
    r"(?<![^\W_])(?:geen|nooit|zonder|niet|of|tenzij|moet je|moeten we|vermeld|voeg|zet)"
    r"\s(?:\w{1,20}\s){0,3}['\"]?\Z"
)


def find(text: Text) -> tuple[Finding, ...]:
    """Certain when both halves are there or the set phrase is used; 'mijn eigen mening' alone is possible."""
    certain = [
        found("disclaimer", text.span(*match.span()), sure=not _is_denied(text, match), code="disclaimer")
        for match in _CERTAIN.finditer(text.folded)
    ]
    half = [
        found("disclaimer", text.span(*match.span()), sure=False, code="disclaimer_half")
        for match in _POSSIBLE.finditer(text.folded)
    ]
    return (*certain, *half)


def _is_denied(text: Text, match: re.Match[str]) -> bool:
    return _DENIED.search(text.folded[max(0, match.start() - 45) : match.start()]) is not None
