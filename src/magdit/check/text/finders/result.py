"""Finds marks and results of tests: 'haalde een 7,5 voor de toets', 'schooladvies havo'. Not whose they are."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

# Every repetition has a bound, so that no text makes these patterns slow.
_SOME = r"(?:\w{1,20}\s)"
_MARK = r"(?:10(?:[.,]0)?|[1-9](?:[.,]\d{1,2})?(?:\s?(?:plus|min))?[+-]?)"
_TEST = (
    r"(?:[a-z]{0,24}toets(?:en)?|[a-z]{0,20}examens?|proefwerk(?:en)?|so|tentamens?|dictee|cito(?:toets|score)?"
    r"|spreekbeurt|werkstuk|boekverslag|presentatie|repetitie|rapport|rekenen|taal|spelling|lezen|wiskunde|engels"
    r"|nederlands|frans|duits|biologie|geschiedenis|aardrijkskunde|natuurkunde|scheikunde|economie|gym)"
)
_LEVEL = r"(?:pro|vmbo(?:-?(?:bb|kb|gl|tl|basis|kader|t))?(?:/havo)?|mavo|havo(?:/vwo)?|vwo|gymnasium|atheneum)"
_GOT = r"(?:haal\w{0,3}|behaal\w{0,3}|scoor\w{0,3}|kreeg|krijgt|gekregen|gehaald|staat|stond|had)"
_IS = r"(?:is|was|van|een)"

_CERTAIN = (
    # haalde een 7,5 (voor de rekentoets) · staat een 6 voor wiskunde
    rf"{_GOT}\s{_SOME}{{0,3}}een\s{_MARK}(?:\s(?:voor|op|bij|in)\s{_SOME}{{0,3}}?{_TEST})?",
    # een 7,5 voor de toets · een 4 op zijn rapport
    rf"een\s{_MARK}\s(?:voor|op|bij)\s{_SOME}{{0,3}}?{_TEST}",
    # cijfer: 7,5 · rapportcijfer voor rekenen is een 6 · gemiddelde van 7,2 · toets 8,4
    rf"(?:[a-z]{{0,20}}cijfer|eindscore|punt)(?:\svoor\s{_SOME}{{0,2}}{_TEST})?(?:\s{_IS}){{0,2}}\s?[:=]?\s?{_MARK}",
    rf"{_TEST}\s?[:=]\s?{_MARK}",
    rf"{_TEST}\s[1-9][.,]\d",
    # national tests, reading levels, intelligence
    rf"(?:cito|iep|dia|route ?8|amn|doorstroomtoets|eindtoets)[- ]?(?:score)?\s?(?:{_IS}|[:=])?\s?[1-5]\d{{2}}",
    rf"(?:tl?iq|iq)(?:\s?(?:{_IS}|[:=]))?\s?\d{{2,3}}",
    rf"(?:vaardigheids|standaard|toets)score\s?(?:{_IS}|[:=])?\s?\d{{1,3}}",
    r"avi[- ]?(?:start|plus|[me][3-7]|[1-9])",
    r"niveau(?:waarde)?\s?[:=]\s?(?:iv|v|i{1,3}|[a-e])(?:[+-]|\s?(?:plus|min))?",
    r"dle?\s?[:=]\s?\d{1,2}",
    rf"(?:school|basisschool)?advies\s?(?:{_IS}|[:=])?\s?{_LEVEL}",
    rf"{_LEVEL}[- ](?:school)?advies",
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\sonvoldoendes",
    r"(?:referentie|reken|taal)niveau\s?[:=]?\s?[1-3][fs]",
)
_POSSIBLE = (
    rf"gemiddelde?\s(?:cijfer\s)?(?:van|is|was|[:=])\s?(?:een\s)?{_MARK}",
    r"(?:dikke\s|zware\s)?onvoldoende\s(?:voor|op|bij|gehaald|gescoord|gekregen)",
    rf"(?:blijft|bleef|is blijven)\s{_SOME}{{0,2}}zitten",
    r"(?:doubleert|doubleren|zittenblijver|zakte voor)",
    rf"(?:gezakt|geslaagd)\svoor\s{_SOME}{{0,3}}?{_TEST}",
    r"(?:laagste|slechtste|beneden gemiddeld)\s(?:score|cijfer|van de klas|scoort|gescoord)",
)


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_]|[.,:]\d)")


_SURE, _UNSURE = _compiled(_CERTAIN), _compiled(_POSSIBLE)
_NOT_A_MARK = re.compile(
    r"gemiddelde leeftijd|cijfer van de week|een\s\d{1,2}\s(?:jaar|euro|uur|km|kilometer|meter|voor 1)"
)


def find(text: Text) -> tuple[Finding, ...]:
    """A mark with what it was for is certain; 'een onvoldoende voor' without a mark is possible."""
    sure = [found("result", text.span(*match.span()), sure=True, code="result") for match in _matches(text, _SURE)]
    unsure = [found("result", text.span(*m.span()), sure=False, code="result_words") for m in _matches(text, _UNSURE)]
    return (*sure, *unsure)


def _matches(text: Text, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    return [m for m in pattern.finditer(text.folded) if not _NOT_A_MARK.search(text.folded, m.start(), m.end() + 12)]
