"""Finds dates of birth: a date with 'geboren', 'geb.' or 'jarig' near it. Other dates are the school's calendar."""

from __future__ import annotations

import re

from magdit.check.text.finders.birthdays import birthdays, is_birthday, is_nobody
from magdit.check.text.finders.dates import Dated, bare_dates, whole_dates
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, behind, has_digit, listed, words
from magdit.check.text.people.known import first_names
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_OLDEST = 1926  # someone born earlier stands in the history book, not in the class
_LEAD = re.compile(r" ?[(]\Z|(?<=[^\W\d_])(?:,|;|:| -| \||\t) ?\Z")
_YOUNGEST = 2023  # a later date between brackets is the day of something
_TELLING = (
    "geb",
    "jarig",
    "verja",
    "born",
    "birth",
    "dob",
    "d.o.b",
    "wereld",
    "licht",
    "*",
    "°",
    "†",
    "(",
    "bday",
    "b-day",
    "word",
    "werd",
    "turns",
    "gb",
    "b.",
)
_FULL_NAME = re.compile(
    r"(?<!\w)[^\W\d_a-z][\w'-]{1,20} (?:(?:van|de|der|den|ter|ten|el|al|'t|v\.?d\.?|la|te)"
    r" ){0,3}[^\W\d_a-z][\w'-]{1,25} ?\Z"
)
# 'Wie geboren is na 1 oktober': a rule for a whole year of children.
_RULE = words(r"geboren (?:is |zijn )?(?:na|tussen|voor|vanaf|tot|op of na)")
_BORN = listed(
    "born",
    r"geb(?:oorte)?[ .-]{0,2}(?:datum|dat|dtm|dag)",
    r"geboorte(?:gegevens|datums?|dd|dtm)",
    r"geb\. ?datum",
    r"geb\. ?dat",
)
_SIGN = re.compile(r"(?<![\w*])[*°†]\s?\Z|(?<![^\W_])b\. ?\Z")
_AGE = re.compile(r",? ?\(?(?:nu )?\d{1,2} (?:jaar|jr|years old)(?! geleden| ago)(?![^\W_])")
_HEADING = re.compile(
    r"(?:\A|\n)(?=[^\n]{0,160}[;|\t,])[^\n]{0,160}(?:geboortedatum|geb\. ?datum|geb\.? ?dat|geboren|dob|date of"
    r" birth)[^\n]{0,160}\n"
)


def find(text: Text) -> tuple[Finding, ...]:
    """Certain with a year and 'geboren'; a day and month with 'jarig' is possible."""
    if not (has_digit(text) and has_any(text, _TELLING)):
        return ()
    heading = _HEADING.search(text.folded)
    table = heading.end() if heading else len(text.folded)
    whole = [finding for dated in whole_dates(text) if (finding := _born(text, dated, in_table=dated.start >= table))]
    bare = [
        found("dob", text.span(d.start, d.end), sure=True, code="birth_date")
        for d in bare_dates(text)
        if _names_it(text, d)
    ]
    return (*whole, *bare, *birthdays(text))


def _born(text: Text, dated: Dated, *, in_table: bool) -> Finding | None:
    span = text.span(dated.start, dated.end)
    if dated.year < _OLDEST or is_nobody(text, (dated.start, dated.end)):
        return None
    if in_table or _is_told(text, dated):
        return found("dob", span, sure=True, code="birth_date")
    if _is_somebodys(text, dated):
        return found("dob", span, sure=False, code="birth_date")
    if is_birthday(text, (dated.start, dated.end)):
        return found("dob", span, sure=False, code="birthday")
    return None


def _is_told(text: Text, dated: Dated) -> bool:
    if before(text, dated.start, _RULE, reach=45):
        return False
    told = before(text, dated.start, _BORN, reach=45) or behind(text, dated.end, _BORN, reach=30)
    return bool(told or _SIGN.search(text.folded, max(0, dated.start - 4), dated.start))


def _is_somebodys(text: Text, dated: Dated) -> bool:
    """'Storm de Graaff (12-08-2015)', 'Fenna (3-3-2015)', and a name that opens its line: a year one can be born in."""
    if dated.year <= _YOUNGEST and _AGE.match(text.folded, dated.end):
        return True
    lead = _LEAD.search(text.folded, max(0, dated.start - 3), dated.start)
    if dated.year > _YOUNGEST or lead is None:
        return False
    begin = max(text.folded.rfind("\n", 0, dated.start) + 1, dated.start - 42)
    written = text.original[text.span(begin, begin + 1)[0] : text.span(lead.start(), dated.start)[0]]
    full, last = _FULL_NAME.search(written), written.rpartition(" ")[2].strip()
    if lead[0].strip() != "(":
        return full is not None and full.start() == 0
    return full is not None or (last[:1].isupper() and last.lower() in first_names())


def _names_it(text: Text, dated: Dated) -> bool:
    return dated.year >= _OLDEST and before(text, dated.start, _BORN, reach=25) is not None
