"""Finds marks and results of tests: 'haalde een 7,5 voor de toets', 'schooladvies havo'. Not whose they are."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

_MARK = r"(?:10(?:[.,]0)?|[1-9](?:[.,]\d{1,2})?(?:\s?(?:plus|min))?[+-]?)"
_SPELLED = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
_TEST = (
    r"(?:[a-z]{0,24}toets(?:en)?|[a-z]{0,20}examens?|proefwerk(?:en)?|so|tentamens?|dictee|cito(?:toets|score)?|spreekbeurt"
    r"|werkstuk|boekverslag|presentatie|repetitie|rapport|rekenen|taal|spelling|lezen|wiskunde|engels|nederlands|frans|duits"
    r"|biologie|geschiedenis|aardrijkskunde|natuurkunde|scheikunde|economie|gym)"
)
_LEVEL = r"(?:pro|vmbo(?:-?(?:bb|kb|gl|tl|basis|kader|t))?(?:/havo)?|mavo|havo(?:/vwo)?|vwo|gymnasium|atheneum)"
_NO_WORD = r"(?<![^\W_])"
_ENDS = r"(?![^\W_]|[.,:]\d)"

_CERTAIN = (
    # haalde een 7,5 (voor de rekentoets) · scoorde een 9 · kreeg een 4,5 · staat een 6 voor wiskunde
    rf"(?:haal\w{{0,3}}|behaal\w{{0,3}}|scoor\w{{0,3}}|kreeg|krijgt|gekregen|gehaald|staat|stond|had)\s(?:\w{1, 20}\s){{0,3}}een\s{_MARK}"
    rf"(?:\s(?:voor|op|bij|in)\s(?:\w{1, 20}\s){{0,3}}?{_TEST})?",
    # een 7,5 voor de toets · een 4 op zijn rapport
    rf"een\s{_MARK}\s(?:voor|op|bij)\s(?:\w{1, 20}\s){{0,3}}?{_TEST}",
    # cijfer: 7,5 · toets 8,4 · rapportcijfer 6 · gemiddelde van 7,2 · eindcijfer 5
    rf"(?:[a-z]{{0,20}}cijfer|gemiddelde|eindscore|punt)(?:\s(?:is|was|van|een|voor\s(?:\w{1, 20}\s){{0,2}}{_TEST})){{0,3}}\s?[:=]?\s?{_MARK}",
    rf"{_TEST}\s?[:=]\s?{_MARK}",
    rf"{_TEST}\s[1-9][.,]\d",
    # scores of national tests and reading levels
    r"(?:cito|iep|dia|route ?8|amn|doorstroomtoets|eindtoets)[- ]?(?:score)?\s?(?:is|was|van|[:=])?\s?[1-5]\d{2}",
    r"(?:tl?iq|iq)(?:\s?(?:van|is|was|[:=]))?\s?\d{2,3}",
    r"(?:vaardigheids|standaard|toets)score\s?(?:van|is|was|[:=])?\s?\d{1,3}",
    r"avi[- ]?(?:start|plus|[me][3-7]|[1-9])",
    r"(?:niveau(?:waarde)?)\s?[:=]\s?(?:iv|v|i{1,3}|[a-e])(?:[+-]|\s?(?:plus|min))?",
    r"(?:dle|dl)\s?[:=]\s?\d{1,2}",
    rf"(?:school|basisschool)?advies\s?(?:is|was|[:=]|van)?\s?{_LEVEL}",
    rf"{_LEVEL}[- ](?:school)?advies",
    rf"{_SPELLED}\s(?:onvoldoendes?|onvoldoende punten)",
    r"(?:referentieniveau|rekenniveau|taalniveau)\s?[:=]?\s?[1-3][fs]",
)
_POSSIBLE = (
    r"(?:een\s)?(?:dikke\s|zware\s|kleine\s)?onvoldoende\s(?:voor|op|bij|gehaald|gescoord|gekregen)",
    r"(?:is|was|blijft|bleef|gaat|ging)\s(?:\w{1,20}\s){0,2}(?:zitten|gezakt|blijven zitten|doubleren)",
    r"(?:doubleert|doubleren|zittenblijver|zakte voor)",
    rf"(?:gezakt|geslaagd)\svoor\s(?:\w{1, 20}\s){{0,3}}?{_TEST}",
    r"(?:zwak|laagste|slechtste|beneden gemiddeld)\s(?:in|voor|op|van de klas|scoort|gescoord)",
)


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_NO_WORD}(?:{'|'.join(patterns)}){_ENDS}")


_SURE, _UNSURE = _compiled(_CERTAIN), _compiled(_POSSIBLE)
_NOT_SOMEONES = re.compile(
    r"\b(?:gemiddelde leeftijd|cijfer van de week)\b|een\s\d{1,2}\s(?:jaar|euro|uur|km|kilometer|meter)"
)


def find(text: Text) -> tuple[Finding, ...]:
    """A mark with what it was for is certain; 'een onvoldoende voor' without a mark is possible."""
    sure = [found("result", text.span(*match.span()), sure=True, code="result") for match in _matches(text, _SURE)]
    unsure = [found("result", text.span(*m.span()), sure=False, code="result_words") for m in _matches(text, _UNSURE)]
    return (*sure, *unsure)


def _matches(text: Text, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    return [m for m in pattern.finditer(text.folded) if not _NOT_SOMEONES.search(text.folded, m.start(), m.end() + 12)]
