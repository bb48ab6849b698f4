"""The words near a number or a date that say what it is. Answers one question: is one of these words close by?"""

from __future__ import annotations

import re

from magdit.check.text.text import Text

REACH = 40
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words, over the folded text. Write them without accents and in lower case."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


def before(text: Text, start: int, pattern: re.Pattern[str], *, reach: int = REACH) -> re.Match[str] | None:
    """The last such word in the same sentence, at most `reach` signs before folded[start]."""
    window_start = max(0, start - reach)
    window = text.folded[window_start:start]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(window) if not _abbreviates(window, match.start())]
    begin = window_start + (ends[-1] if ends else 0)
    return next(reversed(list(pattern.finditer(text.folded, begin, start))), None)


def behind(text: Text, end: int, pattern: re.Pattern[str], *, reach: int = REACH) -> re.Match[str] | None:
    """The first such word in the same sentence, at most `reach` signs behind folded[end]."""
    stop = _SENTENCE_ENDS.search(text.folded, end, end + reach)
    return pattern.search(text.folded, end, stop.start() if stop else end + reach)


def around(text: Text, span: tuple[int, int], pattern: re.Pattern[str], *, reach: int = REACH) -> bool:
    """Whether such a word stands on either side."""
    start, end = span
    return bool(before(text, start, pattern, reach=reach) or behind(text, end, pattern, reach=reach))


def _abbreviates(window: str, full_stop: int) -> bool:
    """'tel. 06…', 'geb. 3 maart': the full stop of an abbreviation ends no sentence."""
    return window[:full_stop].rpartition(" ")[2] in (
        "tel",
        "geb",
        "nr",
        "llnr",
        "gr",
        "bijv",
        "o.a",
        "mob",
        "nl",
        "a.s",
    )
