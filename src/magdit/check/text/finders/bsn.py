"""Finds citizen service numbers. Keeps a place and nothing else: the number itself is never stored (UAVG art. 46)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import OTHER_NUMBER, before, behind, digits, listed, sentence_start
from magdit.check.text.text import Text

_ROW = re.compile(r"(?<![^\W_])(?<!\d[.,:])(?<![+€$#])\d(?:[ ./-]{0,2}\d){7,8}(?![^\W_]|[.,/-]\d|%)")
# Without the word beside it only in the ways in which such a number is written.
_USUAL = re.compile(r"\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3}|\d{2}([ .])\d{2}\3\d{2}\3\d{3}")
_LIKE_A_DATE = re.compile(
    r"[0-3]?\d[-/. ]{1,2}[01]?\d[-/. ]{1,2}(?:19|20)\d\d|(?:19|20)\d\d[-/. ]?[01]\d[-/. ]?[0-3]\d(?!\d)"
)
_ABOUT_BSN = listed(
    "bsn",
    r"bsn(?:[- ]?(?:nummers?|nr|code))?s?",
    r"burger[- ]?service[- ]?(?:nummers?|nr)",
    r"b\.s\.n\.?",
    r"sofi(?:[- ]?(?:nummer|nr))?",
)
_OTHER_NUMBER = listed("no_bsn", OTHER_NUMBER)
_NUMBER = re.compile(r"\d{5}")
_FEWEST = 8


def find(text: Text) -> tuple[Finding, ...]:
    """The check digit and a word near it make it certain; one of the two makes it possible."""
    return tuple(_found(text)) if digits(text) >= _FEWEST else ()


def _found(text: Text) -> Iterator[Finding]:
    for match in _ROW.finditer(text.folded):
        number = "".join(sign for sign in match[0] if sign.isdigit())
        valid = bsn.is_valid(number.zfill(9)) and int(number) > 9_999_999
        named = _is_named(text, match, valid=valid)
        if named and not (_LIKE_A_DATE.fullmatch(match[0]) and not (valid and match[0] == number)):
            code = "bsn" if valid else "bsn_mistyped"
            yield found("bsn", text.span(*match.span()), sure=valid, code=code)
        elif valid and len(number) == 9 and _USUAL.fullmatch(match[0]) and not _is_other(text, match):
            yield found("bsn", text.span(*match.span()), sure=False, code="bsn_by_check_digit")


def _is_named(text: Text, match: re.Match[str], *, valid: bool) -> bool:
    """The word stands before it with no other number or kind of number between, or right behind it."""
    word = before(text, match.start(), _ABOUT_BSN, reach=60)
    if word:
        between = text.folded[word.end() : match.start()]
        other = _OTHER_NUMBER.search(text.folded, word.end(), match.start())
        if not other and (valid or not _NUMBER.search(between)):
            return True
    return valid and behind(text, match.end(), _ABOUT_BSN, reach=18) is not None


def _is_other(text: Text, match: re.Match[str]) -> bool:
    """Another kind of number, said before it in the same sentence or right behind it; or a telephone without its 0."""
    begin = sentence_start(text, match.start(), reach=60)
    if _OTHER_NUMBER.search(text.folded, begin, match.start()) or behind(text, match.end(), _OTHER_NUMBER, reach=24):
        return True
    return text.folded[match.end() : match.end() + 2] in (",-", " €") or text.folded[: match.start()].endswith(
        ("€ ", "$ ")
    )
