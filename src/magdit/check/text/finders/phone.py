"""Finds telephone numbers of the Netherlands and its neighbours, checked against their number plans. Calls nobody.

Dutch numbers and those with a country code need no word beside them. A neighbour's number in its own style, a mistyped
06 and a number without its area code do. Service numbers (0800, 0900, 112) are nobody's own and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import OTHER_NUMBER, around, before, digits, listed
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

# At most 17 digits with a few signs between: a bound on every part keeps long rows of digits cheap.
_SIGNS = r"[ ./()\[\]_\u2010\u2012\u2212\u00b7-]{0,4}"
_DIGITS = rf"(?:\(?\+ ?\(?[1-9]|\(?00[1-9]|\(?[0o](?:{_SIGNS}[1-9]|[1-9])|(?:31 ?)?6)(?:{_SIGNS}\d){{5,15}}"
_CANDIDATE = re.compile(rf"(?:(?<![^\W_])|(?<=tel)|(?<=mob))(?<!\d[.,/:-])(?<!\+){_DIGITS}")
_ROW, _STROKE = re.compile(_DIGITS), re.compile(r" ?[/|,;] ?")
_ABOUT_PHONES, _ANY_NUMBER = listed("phone"), listed("phone", "nummer", "nr", "number", "06nr", "contact", "t", "m")
# Right behind its word a row of digits is a number, also without an area code or outside every plan: 'tel. 234 56 78'.
_LABELLED = re.compile(
    r"(?:(?<![^\W_])(?:tel|telefoon|telefoonnummer|telefoonnr|telnr|gsm|mobiel|noodnummer|06-nummer|whatsapp|phone|mobile"
    r"|(?:bel|bellen|app|appen|call)(?: (?:naar|met|op|me|mij|even|ff))?|bereikbaar (?:op|via|onder))"
    r"\.?(?: is| nr| nummer)?[ :.]{1,3}"
    r"|(?<![^\W_])06(?:-?(?:nr|nummer))?(?: (?:van|voor) \w{2,15}){0,2}(?: is(?: nu)? |[:=] ?)"
    r"|(?<![^\W_])(?:bel|app|sms|telefoon|mobiel)(?: [a-z]{1,12}){1,4}: ?)"
    r"(?P<number>\(?\+?\d{2,}\)?(?:[ .-]?\d){4,12}|\d(?:[ .-]?\d){5,12})(?![\w-]"
    r"|[.,:]\d)"
)
_OTHER_NUMBER = listed("no_phone", OTHER_NUMBER)
_TIMES = re.compile(r"\d\d[.:]\d\d ?(?:-|/|tot|en)? ?\d\d[.:]\d\d(?!\d)")
_DATES = re.compile(
    r"0?\d[-/. ]{1,3}[01]?\d[-/. ]{1,3}(?:19|20)\d\d(?!\d)|[0-3]\d([-/.])[01]\d[ /,-]{1,3}[0-3]\d\1[01]\d(?!\d)"
    r"|00[-/. ]"
)
_MOBILE = re.compile(r"\(?06\)?[ -]{1,3}\d{8}|06-\d{2}(?:[ .-]\d{2}){3}|06[ -]\d{4} \d{4}|\+31 ?(?:\(0\))?6[ -]?\d{8}")
_LABELS = ("06", "tel", "gsm", "mobi", "nood", "06-n", "whats", "phone", "bel", "app", "call")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d(?!\d)|(?:19|20)\d\d[01]\d[0-3]\d(?!\d)")
_COUNTRY = re.compile(r"\+ ?[1-9]|00(?:3[0-9]|4[0-9]|90|212|35[0-9]|1 )")
_SERVICES = ("0800", "0900", "0906", "0909")  # of a helpline, a bus line, a shop: nobody's own
_LONG_SERVICE = 11
_FEWEST = 6  # digits of the shortest number that is looked for
_ROWS = ("NL", "BE", "DE", "GB", "FR", "LU")
_SPELLED = re.compile(
    r"(?<![^\W_])nul[ ,-]{0,2}zes(?:[ ,-]{1,3}(?:nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien|tien|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en)?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|\d{1,4}(?!\d))){4,8}(?![^\W_])"
    r"|(?<![^\W_])nul[ ,-]{0,2}zes[ ,:-]{1,3}\d{8}(?!\d)|(?<![\w.,:-])0[ -]6(?:[ -]\d){8}(?![ -]?\w)"
)


_SPELLED_STEMS = ("nul", "0 6 ", "0-6-")


def find(text: Text) -> tuple[Finding, ...]:
    """Numbers that exist in a number plan for certain; a mistyped 06 number or a neighbour's own style as possible."""
    in_digits = (*_in_digits(text), *_labelled(text)) if digits(text) >= _FEWEST else ()
    return (*in_digits, *_in_words(text)) if has_any(text, _SPELLED_STEMS) else in_digits


def _in_words(text: Text) -> Iterator[Finding]:
    for match in _SPELLED.finditer(text.folded):
        yield found("phone", text.span(*match.span()), sure=False, code="phone_unsure", country="NL")


def _in_digits(text: Text) -> Iterator[Finding]:
    match = _CANDIDATE.search(text.folded)
    while match:
        skip = _DATES.match(match[0].lstrip("(")) or _TIMES.match(match[0])
        finding_end = None if skip else _number(text, match)
        if finding_end:
            yield finding_end[0]
        match = _next(text.folded, match, finding_end[1] if finding_end else 0)


def _next(folded: str, match: re.Match[str], end: int) -> re.Match[str] | None:
    """Behind a number the search goes on where it ended: '06-12345678/030-2345678' are two."""
    stroke = _STROKE.match(folded, end) if end else None
    return (stroke and _ROW.match(folded, stroke.end())) or _CANDIDATE.search(folded, end or match.end())


def _number(text: Text, match: re.Match[str]) -> tuple[Finding, int] | None:
    """The longest part of the row of digits that is a number somewhere, with where it ends."""
    start = match.start() + (match[0][0] == "(" and ")" not in match[0])
    ends = list(_group_ends(text.folded, start, match.end()))
    plain = text.folded[start : match.end()].lstrip("( ")
    if plain.startswith(_SERVICES):
        return _of_a_firm(text, start, ends)
    if not plain.startswith(("o", "6", "31")):
        for end in _by_plan(text.folded, start, ends):
            return _certain(text, (start, end))
    if not around(text, (start, match.end()), _ANY_NUMBER if plain.startswith(("06", "o6", "+")) else _ABOUT_PHONES):
        return _like_a_mobile(text, start, ends)
    return _possible(text, start, ends) or _like_a_mobile(text, start, ends)


def _of_a_firm(text: Text, start: int, ends: list[int]) -> tuple[Finding, int] | None:
    """'0900-2025544' is a firm's own, as 088 is; the short ones belong to everyone."""
    for end in ends:
        if sum(map(str.isdigit, text.folded[start:end])) == _LONG_SERVICE and not _goes_on(text.folded, end):
            return found("phone", text.span(start, end), sure=False, code="phone_unsure", country="NL"), end
    return None


def _like_a_mobile(text: Text, start: int, ends: list[int]) -> tuple[Finding, int] | None:
    """'06-99887766' is not handed out, but it is written as a mobile number and as nothing else."""
    for end in ends:
        written = text.folded[start:end].lstrip("(")
        if (_MOBILE.fullmatch(text.folded, start, end) or _is_abroad(written)) and not _goes_on(text.folded, end):
            told = before(text, start, _OTHER_NUMBER, reach=30)
            return (
                None
                if told
                else (found("phone", text.span(start, end), sure=False, code="phone_unsure", country="NL"), end)
            )
    return None


def _is_abroad(written: str) -> bool:
    """A country's code with as many digits as a number there can have."""
    if not _COUNTRY.match(written):
        return False
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(written, "NL"))
    except phonenumbers.NumberParseException:
        return False


def _by_plan(folded: str, start: int, ends: list[int]) -> Iterator[int]:
    for end in ends:
        written = folded[start:end]
        if _is_valid(written, "NL") and _dutch_groups(written) and not _goes_on(folded, end):
            yield end


def _certain(text: Text, span: tuple[int, int]) -> tuple[Finding, int] | None:
    other = before(text, span[0], _OTHER_NUMBER, reach=30)
    phone = before(text, span[0], _ABOUT_PHONES, reach=30)
    if other and not (phone and phone.start() > other.start()):
        return None
    return found("phone", text.span(*span), sure=True, code="phone"), span[1]


def _possible(text: Text, start: int, ends: list[int]) -> tuple[Finding, int] | None:
    """Near a word about phones: a neighbour's own style, or an 06 number with a digit too few or too many."""
    for country in _ROWS:
        for end in ends:
            written = text.folded[start:end].replace("o", "0", 1)
            national = f"+{written}" if written.startswith("31") else f"0{written}" if written[0] == "6" else written
            if _is_valid(national, country) and not _goes_on(text.folded, end):
                return found("phone", text.span(start, end), sure=False, code="phone_unsure", country=country), end
    mistyped = [end for end in ends if 8 <= sum(map(str.isdigit, text.folded[start:end])) <= 13]
    if mistyped and text.folded[start:].lstrip("(").startswith(("06", "o6", "+31", "0031")):
        return found("phone", text.span(start, mistyped[0]), sure=False, code="phone_unsure", country="NL"), mistyped[0]
    return None


def _labelled(text: Text) -> Iterator[Finding]:
    for match in _LABELLED.finditer(text.folded) if has_any(text, _LABELS) else ():
        written = match["number"].lstrip("(")
        if not (
            written.startswith(_SERVICES) or _DATES.match(written) or _TIMES.match(written) or _YEARS.match(written)
        ):
            yield found("phone", text.span(*match.span("number")), sure=False, code="phone_unsure", country="NL")


def _group_ends(folded: str, start: int, end: int) -> Iterator[int]:
    """Where a group of digits ends, from the longest row to the shortest."""
    for place in range(end, start + 6, -1):
        if folded[place - 1].isdigit() and not folded[place : place + 1].isdigit():
            yield place


def _goes_on(folded: str, end: int) -> bool:
    """The row goes on: '06-12-2026', '0612 3456 78.90'. A new number behind a stroke or a space is another one."""
    return re.compile(r"[.,:-]\d|[^\W\d_]{1,2}\d|@").match(folded, end) is not None


def _dutch_groups(written: str) -> bool:
    """'06', '030' and '0475' open a number; '01 02 03 04 05' counts, and '0-306-40615-2' is a book."""
    digits = written.lstrip("(")
    if digits.startswith(("+", "00")):
        return True
    opening = re.match(r"\d+", digits)
    return opening is not None and (len(opening[0]) >= 3 or opening[0] == "06")


def _is_valid(written: str, region: str) -> bool:
    try:
        number = phonenumbers.parse(written.replace("_", " "), region)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)
