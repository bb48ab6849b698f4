"""Finds dates of birth: a date with 'geboren', 'geb.' or 'jarig' near it. Other dates are the school's calendar."""

from __future__ import annotations

import re
from datetime import date

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, before, behind, words
from magdit.check.text.text import Text

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec",
)  # fmt: skip
_NAME = "|".join(_MONTHS)
_WHOLE = re.compile(
    r"(?<![\w./-])(?:(?P<d>\d{1,2})(?P<sep>[-/. ])(?P<m>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d{2}|\d{2})"
    r"|(?P<iy>(?:19|20)\d{2})-(?P<im>\d{1,2})-(?P<id>\d{1,2})"
    rf"|(?P<nd>\d{{1,2}})(?:e|ste|de)?[ -](?P<nm>{_NAME})\.?[ -](?P<ny>(?:19|20)\d{{2}}))(?![\w/-]|[.,]\d)"
)
_NO_YEAR = re.compile(rf"(?<![\w./-])\d{{1,2}}(?:e|ste|de)?[ -](?:{_NAME})(?![\w-])(?! ?(?:19|20)\d\d)")
_BORN = words(
    "geboren", "geb", "geboortedatum", "geboortedag", "geb.datum", "geb.dat", "gebdatum", "geboorte", "dob", "born",
    "date of birth", "ter wereld", "geboortekaartje",
)  # fmt: skip
_BIRTHDAY = words("jarig", "verjaardag", "verjaart", "birthday", "verjaardagsfeest", "verjaardagsfeestje")
_SCHOOL_ITSELF = words(
    "school is jarig", "schoolverjaardag", "verjaardag van de school", "juf en meesterdag", "meesterdag"
)


def find(text: Text) -> tuple[Finding, ...]:
    """Certain with a year and 'geboren'; a day and month with 'jarig' is possible."""
    findings = []
    for match in _WHOLE.finditer(text.folded):
        if not _can_be_a_birth(match) or around(text, match.span(), _SCHOOL_ITSELF):
            continue
        born = before(text, match.start(), _BORN, reach=30) or behind(text, match.end(), _BORN, reach=15)
        if born:
            findings.append(found("dob", text.span(*match.span()), sure=True, code="birth_date"))
        elif around(text, match.span(), _BIRTHDAY, reach=30):
            findings.append(found("dob", text.span(*match.span()), sure=False, code="birthday"))
    for match in _NO_YEAR.finditer(text.folded):
        near = around(text, match.span(), _BIRTHDAY, reach=25) or before(text, match.start(), _BORN, reach=20)
        if near and not around(text, match.span(), _SCHOOL_ITSELF):
            findings.append(found("dob", text.span(*match.span()), sure=False, code="birthday"))
    return tuple(findings)


def _can_be_a_birth(match: re.Match[str]) -> bool:
    """Whether the date exists and someone now alive can be born on it."""
    month_name = match["nm"]
    month = _MONTHS.index(month_name) if month_name else int(match["m"] or match["im"]) - 1
    year = int(match["y"] or match["iy"] or match["ny"])
    year += 0 if year > 99 else 2000 if year < 40 else 1900
    try:
        date(year, 1 if month_name else month + 1, int(match["d"] or match["id"] or match["nd"]))
    except ValueError:
        return False
    return year > 1905
