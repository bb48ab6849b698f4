"""The words near a number or a date that say what it is. Answers one question: is one of these words close by?"""

from __future__ import annotations

import re
from functools import lru_cache

from magdit.check.text.data import word_list
from magdit.check.text.lazily import lazily
from magdit.check.text.stems import Stems
from magdit.check.text.text import Text

REACH = 40
# 'bestelnummer', 'factuurnr', 'dossiercode': numbers that are neither a telephone's nor a citizen's.
OTHER_NUMBER = (
    r"\w{0,16}(?:bestel|order|factuur|klant|artikel|dossier|kenmerk|leerling|student|serie|polis|zaak|lid|pas|track"
    r"|kaart|rekening|inschrijf|debiteur|product|ticket|reserverings?|boekings?|licentie|contract|relatie|aanmeld"
    r"|certificaat|vestigings?|aanvraag|inventaris|project)(?:ings?)?-?(?:nummers?|nrs?|codes?|id)"
)
_DIGIT = re.compile(r"\d")
# A line ends a thought too, except behind a heading: 'Telefoon:' with the number on the next line.
_SENTENCE_ENDS = re.compile(r"[.!?]\s|(?<![:=])\s?\n|\n\s?\n")
_ABBREVIATIONS = frozenset(
    "tel telnr geb gebdat nr nrs llnr lln gr bijv o.a mob nl a.s st mr mw mej mevr dhr dr drs ing ir prof burg mgr str"
    " fam evt i.v.m m.b.t t.n.v ca incl excl enz dd d.d rek rekeningnr resp afd vd jan feb mrt apr jun jul aug sept sep"
    " okt nov dec geb.dat dat dtm ph no".split()
)


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words, over the folded text. Write them without accents and in lower case."""
    return lazily(rf"(?<![^\W_])(?:{'|'.join(alternatives)})(?![^\W_])")


def listed(section: str, *patterns: str) -> re.Pattern[str]:
    """Such a pattern from a section of data/near.txt, where * stands for the rest of a word, and patterns besides."""
    plain = sorted(word_list("near")[section], key=len, reverse=True)
    return words(*patterns, *(re.escape(word).replace(r"\*", r"\w{0,16}") for word in plain))


def listed_stems(section: str) -> Stems:
    """Without one of these bits nothing of that section is in a text."""
    return Stems(*(word.strip("*") for word in word_list("near")[section]))


def has_digit(text: Text) -> bool:
    """Whether a digit stands in the text at all: without one, most finders are done."""
    return _has_digit(text.folded)


def digits(text: Text) -> int:
    """How many digits stand in the text: no telephone number has fewer than six, no citizen's fewer than eight."""
    return _digits(text.folded) if _has_digit(text.folded) else 0


@lru_cache(maxsize=8)
def _has_digit(folded: str) -> bool:
    return _DIGIT.search(folded) is not None


@lru_cache(maxsize=8)
def _digits(folded: str) -> int:
    return len(_DIGIT.findall(folded))


def before(text: Text, start: int, pattern: re.Pattern[str], *, reach: int = REACH) -> re.Match[str] | None:
    """The last such word in the same sentence, at most `reach` signs before folded[start]."""
    return next(reversed(list(pattern.finditer(text.folded, sentence_start(text, start, reach=reach), start))), None)


def behind(text: Text, end: int, pattern: re.Pattern[str], *, reach: int = REACH) -> re.Match[str] | None:
    """The first such word in the same sentence, at most `reach` signs behind folded[end]."""
    stop = _SENTENCE_ENDS.search(text.folded, end, end + reach)
    return pattern.search(text.folded, end, stop.start() if stop else end + reach)


def around(text: Text, span: tuple[int, int], pattern: re.Pattern[str], *, reach: int = REACH) -> bool:
    """Whether such a word stands on either side."""
    start, end = span
    return bool(before(text, start, pattern, reach=reach) or behind(text, end, pattern, reach=reach))


def sentence_start(text: Text, start: int, *, reach: int = REACH) -> int:
    """Where the sentence of folded[start] begins, but no further back than `reach` signs."""
    window_start = max(0, start - reach)
    window = text.folded[window_start:start]
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(window) if not _abbreviates(window, match)]
    return window_start + (ends[-1] if ends else 0)


def _abbreviates(window: str, end: re.Match[str]) -> bool:
    """'tel. 06…', 'geb. 3 maart': an abbreviation ends no sentence; a line of one or two words is a heading."""
    if end[0][0] in "\n ":
        line = window[: end.start()].rpartition("\n")[2]
        return "\n" not in end[0][1:] and 0 < len(line.split()) <= 2
    word = window[: end.start()].rpartition(" ")[2].rpartition("\n")[2].lstrip("([\"'-,;:/")
    return end[0][0] == "." and (word in _ABBREVIATIONS or word.endswith("nr") or (len(word) == 1 and word.isalpha()))
