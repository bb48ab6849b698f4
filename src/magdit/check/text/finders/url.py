"""Finds web addresses: with https, with www, or bare as in 'school.nl/groep5'. Does not open them."""

from __future__ import annotations

import re

from magdit.check.text.finding import Finding, found
from magdit.check.text.near import before, words
from magdit.check.text.text import Text

_SCHEME = re.compile(r"(?:https?://|www\.)[^\s<>\"'()\[\]{}|\\^`]{3,2000}")
# Endings that a Dutch word seldom has behind a forgotten space; the doubtful ones ('klaar.de kinderen') need a path.
_CLEAR = "nl|be|com|org|net|eu|info|app|io|edu|school|online|fr|lu|uk|tv|frl|amsterdam|gov|biz|site|shop|blog|youtube"
_DOUBTFUL = "de|me|is|nu|it|in|to|ly|gl|gle|co|li|al|en|er|om"
_BARE = re.compile(
    rf"(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,5}}(?:(?:{_CLEAR})(?:/[^\s<>\"'()]{{0,500}})?"
    rf"|(?:{_DOUBTFUL})/[^\s<>\"'()]{{1,500}})(?![\w@-])"
)
_LINK_WORDS = words("site", "website", "kijk op", "ga naar", "link", "klik", "via", "lees meer", "meer info", "op")
_DOUBTFUL_BARE = re.compile(rf"(?<![\w.@/-])[a-z0-9][a-z0-9-]{{1,62}}\.(?:{_DOUBTFUL})(?![\w@/-])")


def find(text: Text) -> tuple[Finding, ...]:
    """Each address without the full stop or bracket that closes the sentence."""
    certain = [match.span() for pattern in (_SCHEME, _BARE) for match in pattern.finditer(text.folded)]
    doubtful = [
        match.span()
        for match in _DOUBTFUL_BARE.finditer(text.folded)
        if before(text, match.start(), _LINK_WORDS, reach=12)
    ]
    return tuple(
        found("url", text.span(start, _trimmed(text, start, end)), sure=True, code="url")
        for start, end in _outermost([*certain, *doubtful])
    )


def _trimmed(text: Text, start: int, end: int) -> int:
    return start + len(text.folded[start:end].rstrip(".,;:!?*_~'\""))


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
