"""Finds bank account numbers by their country's length and their check digits. Knows no banks but the Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, digits, listed
from magdit.check.text.text import Text

# The register of ISO 13616: country and length, check digits included.
_LENGTHS = dict(
    re.findall(
        r"([a-z]{2})(\d\d)",
        "ad24ae23al28at20az28ba20be16bg22bh22br29by28ch21cr22cy28cz24de22dk18do28ee20eg29es24fi18fo18fr27gb22ge22gi23gl18gr27"
        "gt28hr21hu28ie22il23iq23is26it27jo30kw30kz20lb28lc32li21lt20lu20lv21ly25ma28mc27md24me22mk19mr27mt31mu30nl18no15pk24"
        "pl28ps29pt25qa29ro24rs22sa24sc31se24si19sk24sm27sn28st25sv28tl23tn24tr26ua29va22vg24xk20",
    )
)
_START = re.compile(r"(?<![^\W_])[a-z]{2}[ -]?\d ?\d(?=[ .-]?[a-z0-9])")
_SIGNS = re.compile(r"[a-z0-9](?:[ ./-]{0,2}[a-z0-9]){10,33}")
_DUTCH_SHAPE = re.compile(r"(?<![^\W_])nl[ .-]?\d\d[ .-]?(?P<bank>[a-z]{4})(?:[ .-]?\d){8,11}(?![^\W_])")
_BANKS = frozenset(
    "abna abnc asnb bitk bunq fvlb hand ingb isbk knab ntsb nnba rabo rbrb revo snsb teba trio bngb".split()
)
_ABOUT_MONEY = listed("money")
_FEWEST = 2  # the check digits


def find(text: Text) -> tuple[Finding, ...]:
    """With right check digits for certain; a mistyped one near a word about money or with a Dutch bank as possible."""
    if digits(text) < _FEWEST:
        return ()
    starts = list(_START.finditer(text.folded))
    valid = list(_valid(text, starts))
    taken = [match.start() for match, _ in valid]
    dutch = _DUTCH_SHAPE.finditer(text.folded) if "nl" in text.folded else ()
    mistyped = [match for match in dutch if match.start() not in taken]
    return (
        *(found("iban", text.span(match.start(), end), sure=True, code="iban") for match, end in valid),
        *(
            found("iban", text.span(*match.span()), sure=False, code="iban_mistyped")
            for match in mistyped
            if match["bank"] in _BANKS or around(text, match.span(), _ABOUT_MONEY)
        ),
        *_other_mistyped(text, starts, taken),
    )


def _valid(text: Text, starts: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
    for start in starts:
        end = _end(text.folded, start.start(), _length(start))
        if end is not None and iban.is_valid(_bare(text.folded[start.start() : end]), check_country=False):
            yield start, end


def _other_mistyped(text: Text, starts: list[re.Match[str]], taken: list[int]) -> Iterator[Finding]:
    """Of another country only in capitals, right behind the word: 'rekening BE69 5390 0754 7034'."""
    for start in starts:
        at = text.span(start.start(), start.start() + 2)
        if start.start() in taken or start[0].startswith("nl") or not text.original[slice(*at)].isupper():
            continue
        end = _end(text.folded, start.start(), _length(start))
        if end is not None and around(text, (start.start(), end), _ABOUT_MONEY) and _mostly_digits(text, start, end):
            yield found("iban", text.span(start.start(), end), sure=False, code="iban_mistyped")


def _mostly_digits(text: Text, start: re.Match[str], end: int) -> bool:
    signs = _bare(text.folded[start.start() : end])
    return 2 * sum(map(str.isdigit, signs)) > len(signs)


def _bare(written: str) -> str:
    return "".join(sign for sign in written if sign.isalnum())


def _length(start: re.Match[str]) -> int:
    return int(_LENGTHS.get(start[0][:2], 0))


def _end(folded: str, start: int, length: int) -> int | None:
    """Where the number ends when its country's count of letters and digits is full; None if that is inside a word."""
    run = _SIGNS.match(folded, start) if length else None
    if not run:
        return None
    seen = 0
    for place in range(start, run.end()):
        seen += folded[place].isalnum()
        if seen == length:
            return place + 1 if not folded[place + 1 : place + 2].isalnum() else None
    return None
