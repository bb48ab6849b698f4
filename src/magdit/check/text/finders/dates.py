"""Dates in a text as people write them: 3-3-2016, 3 maart '16, 'drie maart 2016', March 3rd 2016. Says not what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from magdit.check.text.text import Text

_MONTHS = (
    ("januari", "jan", "january"), ("februari", "feb", "febr", "february"), ("maart", "mrt", "march", "mar"),
    ("april", "apr"), ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"), ("augustus", "aug", "august"),
    ("september", "sep", "sept"), ("oktober", "okt", "october", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_ONES = (
    "een eerste twee tweede drie derde vier vierde vijf vijfde zes zesde zeven zevende acht achtste negen negende"
).split()
_DAY_WORD = (
    rf"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en(?:twintig|dertig)(?:ste)?|(?:twintig|dertig)(?:ste)?|tien(?:de)?|elf(?:de)?"
    rf"|twaalf(?:de)?|(?:der|veer|vijf|zes|zeven|acht|negen)tien(?:de)?|{'|'.join(_ONES)})"
)
_YEAR = r"(?:19|20)\d{2}|'\d{2}"
_EDGE = r"(?<![^\W_])(?<!\d[./-])"
_CLOSE = r"(?![^\W_]|[/-]\d|[.,:]\d)"
_WHOLE = re.compile(
    rf"{_EDGE}(?:(?P<d>\d{{1,2}}) ?(?P<sep>[-/. ]) ?(?P<m>\d{{1,2}}) ?(?P=sep) ?(?P<y>{_YEAR}|\d{{2}})"
    rf"|(?P<d2>\d{{1,2}})[ -](?P<m2>\d{{1,2}})[ /-](?P<y2>(?:19|20)\d{{2}})"
    r"|(?P<iy>(?:19|20)\d{2})(?P<isep>[-/.])(?P<im>\d{1,2})(?P=isep)(?P<id>\d{1,2})"
    rf"|(?P<nd>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?(?: of| van)?[ -]{{0,2}}(?P<nm>{_NAME})\.?,?"
    rf"[ -]{{0,2}}(?P<ny>{_YEAR})"
    rf"|(?P<em>{_NAME}) (?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<ey>(?:19|20)\d{{2}})"
    rf"|(?P<wd>{_DAY_WORD}) (?P<wm>{_NAME}) (?P<wy>(?:19|20)\d{{2}}"
    rf"|(?:tweeduizend|negentien)(?: ?[a-z]{{2,16}})?)){_CLOSE}"
)
_SHORT = re.compile(
    rf"{_EDGE}(?:\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?[ -](?:{_NAME})(?!,? ?(?:\d{{4}}|'\d\d))|(?:{_NAME})"
    rf" \d{{1,2}}(?:st|nd|rd|th)?(?!,? ?\d{{4}})|\d{{1,2}}[-/]\d{{1,2}}"
    rf"|{_DAY_WORD} (?:{_NAME})(?! ?\d{{4}}| tweeduiz| negentienh)){_CLOSE}"
)
_BARE = re.compile(
    r"(?<![^\W_])(?:(?P<d>[0-3]\d)(?P<m>[01]\d)(?P<y>(?:19|20)\d\d)|(?P<Y>(?:19|20)\d\d)(?P<M>[01]\d)(?P<D>[0-3]\d)"
    r"|(?P<sd>[0-3]\d)(?P<sm>[01]\d)(?P<sy>\d\d))(?![^\W_]|[.,-]\d)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that exists, and its place in the folded text. Written in two digits, a year is one near to now."""

    start: int
    end: int
    year: int


def whole_dates(text: Text) -> Iterator[Dated]:
    """Dates with day, month and year that exist in the calendar."""
    for match in _WHOLE.finditer(text.folded):
        parts = match.groupdict()
        day, month, year = (
            _first(parts, keys)
            for keys in (
                ("d", "d2", "id", "nd", "ed", "wd"),
                ("m", "m2", "im", "nm", "em", "wm"),
                ("y", "y2", "iy", "ny", "ey", "wy"),
            )
        )
        known = _dated(day, month, year)
        if known:
            yield Dated(match.start(), match.end(), known)


def bare_dates(text: Text) -> Iterator[Dated]:
    """Eight or six digits without a sign between: 03032016, 20160303 or 030316."""
    for match in _BARE.finditer(text.folded):
        day, month, year = (
            _first(match.groupdict(), keys) for keys in (("d", "D", "sd"), ("m", "M", "sm"), ("y", "Y", "sy"))
        )
        known = _dated(day, month, year)
        if known:
            yield Dated(match.start(), match.end(), known)


def short_dates(text: Text) -> Iterator[tuple[int, int]]:
    """Places of a day and a month without a year: '3 maart', '3-3'."""
    return (match.span() for match in _SHORT.finditer(text.folded))


def _first(parts: dict[str, str | None], keys: tuple[str, ...]) -> str:
    return next(value for key in keys if (value := parts[key]))


def _dated(day: str, month: str, year: str) -> int | None:
    """The year, if the day exists. A day or year in words is taken on trust."""
    number = int(month) if month.isdigit() else _MONTH_OF[month]
    known = _year(year)
    try:
        date(known, number, int(day) if day.isdigit() else 1)
    except ValueError:
        return None
    return known


def _year(written: str) -> int:
    digits = written.lstrip("'")
    if not digits.isdigit():
        return 2000 if written.startswith("twee") else 1950
    year = int(digits)
    return year if year > 99 else 2000 + year if year < 40 else 1900 + year
