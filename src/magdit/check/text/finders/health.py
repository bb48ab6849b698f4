"""Finds words about someone's health or care. A theme week about allergies says nothing of anyone and stays silent."""

from __future__ import annotations

import re

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

_LISTS = word_list("health")
_SENTENCE = re.compile(r"[^.!?\n]+")


def _words(*sections: str) -> re.Pattern[str]:
    longest_first = sorted({word for section in sections for word in _LISTS[section]}, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


_SERIOUS, _EVERYDAY, _GENERAL = _words("diagnosis", "care"), _words("illness"), _words("general")
# Somebody has it: the word for having, in either order, in the same sentence.
_HAS = re.compile(
    r"(?<![^\W_])(?:heeft|had|hebt|heb|krijgt|kreeg|is|was|wordt|werd|bleek|blijkt|lijdt|leed|ligt|lag|gebruikt|slikt"
    r"|vanwege|wegens|door|zijn|haar|hun|mijn|met|hij|zij|ze|lijkt|zit|zat|gaat|ging|brak|moet|moest)(?![^\W_])"
)
_IS_ILL = re.compile(
    r"(?<![^\W_])(?:is|was|werd|wordt|ligt|lag|zit|blijft|meldt|meldde|heeft|had|kreeg|met|door|wegens|vanwege|zijn|haar|mijn)"
    r"\s(?:\w{1,20},?\s){0,5}?\Z"
)
_NOT_ILL = re.compile(r"(?:ziek (?:goed|veel|leuk|gaaf|nice|hard)|ziek van|ziekmelden|(?:niet|geen|nooit|nog)\s\Z)")


def find(text: Text) -> tuple[Finding, ...]:
    """A diagnosis that somebody has is certain; the other health words are possible."""
    findings: list[Finding] = []
    for sentence in _SENTENCE.finditer(text.folded):
        general = _GENERAL.search(text.folded, *sentence.span()) is not None
        findings.extend(_serious(text, sentence.span(), general=general))
        if not general:
            findings.extend(_everyday(text, sentence.span()))
    return tuple(findings)


def _serious(text: Text, sentence: tuple[int, int], *, general: bool) -> list[Finding]:
    if general:
        return []
    owned = _HAS.search(text.folded, *sentence) is not None
    return [
        found("health", text.span(*match.span()), sure=owned and match[0] in _LISTS["diagnosis"], code="health")
        for match in _SERIOUS.finditer(text.folded, *sentence)
    ]


def _everyday(text: Text, sentence: tuple[int, int]) -> list[Finding]:
    findings = []
    for match in _EVERYDAY.finditer(text.folded, *sentence):
        lead = text.folded[max(sentence[0], match.start() - 60) : match.start()]
        tail = text.folded[match.start() : match.end() + 10]
        if _IS_ILL.search(lead) and not _NOT_ILL.match(tail) and not re.search(r"(?:niet|geen|nooit)\s\Z", lead):
            findings.append(found("health", text.span(*match.span()), sure=False, code="illness"))
    return findings
