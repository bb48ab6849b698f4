"""Birthdays without a year of birth: 'op 3 maart jarig', 'wordt op 8 mei 11', and lists of them. Possible, never more.

A feast is no birthday, and neither is that of the school, the king or a lamb: nobody's date of birth stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finders.dates import short_dates
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, before, behind, listed, words
from magdit.check.text.text import Text

_BIRTHDAY = listed("birthday", r"w(?:ordt|erd) (?:ze |zij |hij |dan |al )?\d{1,2}", r"turns \d{1,2}")
_FEAST = listed("feast")
_NOBODY = listed("born_nobody", r"school (?:is|werd|wordt|viert|bestaat|heeft|al)")
_DEFINITELY = listed("born_surely", r"geb\. ?datum")
_BORN = listed("born", r"geboorte[- ]?datum")
_TURNS = re.compile(r"\)? (?:al |alweer )?\d{1,2}(?: jaar|[.!,?]|\Z)")
_TURNS_BEHIND = re.compile(r",? (?:wordt|werd|word) (?:[\w'-]{1,20} ){0,3}\d{1,2}(?= jaar|[.!,?\n]|\Z)")
_FALLS_ON = re.compile(r"verjaardag van [^.,!?\n]{2,24} (?:is|valt|was)(?: \w{2,8}){0,2} op (?:\w{4,6}dag )?\Z")
_WILL_BE = words("wordt", "werd", "word")
_RIGHT_BEFORE = words("jarig", "verjaardag", "geb", "geboren", "jarig op")
_LIST = re.compile(r"(?<![^\W_])(?:verjaardag|jarig)[a-z]{0,12}(?:[ ][^.!?:\n]{0,30})?(?::|(?=\n))")
_LONGEST_LIST = 400


def birthdays(text: Text) -> Iterator[Finding]:
    """Days and months beside 'jarig', 'verjaardag' or 'wordt … jaar', and all of those in a list of birthdays."""
    rows = (
        [(match.end(), _list_end(text, match.end())) for match in _LIST.finditer(text.folded)]
        if "jarig" in text.folded or "verjaardag" in text.folded
        else []
    )
    for span in short_dates(text):
        in_list = any(begin <= span[0] < end for begin, end in rows)
        if (in_list or _is_near(text, span)) and not is_nobody(text, span) and not around(text, span, _FEAST):
            yield found("dob", text.span(*span), sure=False, code="birthday")


def is_birthday(text: Text, span: tuple[int, int]) -> bool:
    """Whether a date is told to be a birthday, and not the day of the party."""
    return around(text, span, _BIRTHDAY, reach=30) and not around(text, span, _FEAST)


def is_nobody(text: Text, span: tuple[int, int]) -> bool:
    """A school, an animal or somebody from a book was born that day; unless a form asks for it."""
    return around(text, span, _NOBODY, reach=60) and not around(text, span, _DEFINITELY)


def _is_near(text: Text, span: tuple[int, int]) -> bool:
    start, end = span
    if text.folded[start:end].replace("/", "").replace("-", "").isdigit():
        return before(text, start, _RIGHT_BEFORE, reach=14) is not None
    turns = _TURNS.match(text.folded, end) and before(text, start, _WILL_BE, reach=30)
    turns = turns or _TURNS_BEHIND.match(text.folded, end)
    return bool(turns or _has_birthday(text, span) or before(text, start, _BORN, reach=20))


def _has_birthday(text: Text, span: tuple[int, int]) -> bool:
    """'Op zondag 3 april viert Guus zijn verjaardag': behind the day there may be more between."""
    falls = _FALLS_ON.search(text.folded, max(0, span[0] - 48), span[0])
    return bool(falls or before(text, span[0], _BIRTHDAY, reach=25) or behind(text, span[1], _BIRTHDAY, reach=30))


def _list_end(text: Text, begin: int) -> int:
    """A list of birthdays ends at an empty line, or where a sentence begins behind a full stop."""
    end = re.compile(r"\n\s?\n|[.!?]\s").search(text.folded, begin, begin + _LONGEST_LIST)
    return end.start() if end else begin + _LONGEST_LIST
