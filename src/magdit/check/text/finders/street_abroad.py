"""Streets written as abroad, or with a year for a name: '14 Oak Street', 'Rue de la Loi 16', 'Plein 1813 nr. 4'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.near import digits
from magdit.check.text.stems import has_any
from magdit.check.text.text import Text

_FRENCH = r"(?:rue|avenue|boulevard|place|chemin|chaussee)"
_NAME = r"(?P<name>(?:[^\W\d_][\w'-]{0,20} ){1,4})"
_FORMS = (
    re.compile(
        rf"(?<![\w.,:/-])(?:flat \d{{1,3}},? )?\d{{1,4}}[a-z]?,? {_NAME}(?:street|road|lane|avenue|drive|close|court"
        r"|terrace|gardens|crescent|rd|ave|grove|mews)(?![^\W_])"
    ),
    re.compile(
        rf"(?<![\w.,:/-])\d{{1,4}}(?: bis)?,? {_FRENCH} (?P<name>(?:[^\W\d_][\w'-]{{0,20}}(?: "
        rf"|(?![\w'-]))){{1,4}})"
    ),
    re.compile(rf"(?<![^\W_]){_FRENCH} {_NAME}\d{{1,4}}(?![^\W_]|[.,:]\d)"),
)
_YEAR_NAME = re.compile(
    r"(?<![^\W_])(?:plein|laan|weg|straat|kade|boulevard|square) (?:1[89]\d\d)(?:-(?:1[89]|')?\d\d)?"
    r"(?:,? (?:nr\.?|nummer) \d{1,4}[a-z]?(?![^\W_])"
    r"|,? \d{1,3}[a-z]?(?=\s?(?:\Z|[\n,;)|]|\.(?!\d)| (?:in|te) [^\W\d_])))"
)
_YEAR = re.compile(r"(?<![^\W_])1[89]\d\d(?![^\W_])")
_SIGNS = (
    *("street", "road", "lane", "ave", "drive", "close", "court", "terrace", "gardens", "crescent", " rd", "grove"),
    *("mews", "rue", "boulevard", "place", "chemin", "chaussee"),
)


def streets_abroad(text: Text) -> Iterator[tuple[int, int]]:
    """Their places in the folded text. The name has capitals: 'the 12 children close by' is none."""
    if has_any(text, _SIGNS):
        for match in (match for form in _FORMS for match in form.finditer(text.folded)):
            if _has_capitals(text, match):
                yield match.start(), match.start() + len(match[0].rstrip())
    if digits(text) > 4 and _YEAR.search(text.folded):
        yield from (match.span() for match in _YEAR_NAME.finditer(text.folded))


def _has_capitals(text: Text, match: re.Match[str]) -> bool:
    written = text.original[slice(*text.span(*match.span("name")))].split()
    return written[-1][0].isupper() and all(part[0].isupper() for part in written if len(part) > 3)
