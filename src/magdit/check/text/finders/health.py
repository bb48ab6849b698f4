"""Finds words about someone's health or care. A theme week about allergies says nothing of anyone and stays silent."""

from __future__ import annotations

import re

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import around, words
from magdit.check.text.text import Text

_LISTS = word_list("health")


def _listed(*sections: str) -> re.Pattern[str]:
    every = {word for section in sections for word in _LISTS[section]}
    return words(*map(re.escape, sorted(every, key=len, reverse=True)))


_SERIOUS, _EVERYDAY, _GENERAL = _listed("diagnosis", "care"), _listed("illness"), _listed("general")
# Somebody has it: a verb or 'zijn', 'haar' just before, with a few words between.
_HAS = re.compile(
    r"(?<![^\W_])(?:heeft|had|hebt|krijgt|kreeg|is|was|wordt|werd|bleek|blijkt|lijdt|ligt|lag|gebruikt|slikt|blijft|meldt"
    r"|meldde|zit|vanwege|wegens|door|(?<!er )zijn|haar|mijn)\s(?P<between>(?:[\w-]{1,20},?\s){0,5})\Z"
)
_ABOUT_IT = words(
    "over", r"thema\w{0,10}", r"\w{0,10}week", "dag", r"les\w{0,4}", "tegen", "boek", "film", "bezoek", "naar het"
)
_DENIED = re.compile(r"(?<![^\W_])(?:niet|geen|nooit)\s(?:\w{1,12}\s)?\Z")
_NOT_ILL = re.compile(r"ziek (?:goed|veel|leuk|gaaf|nice|hard)(?![^\W_])")


def find(text: Text) -> tuple[Finding, ...]:
    """A diagnosis that somebody has is certain; other words are possible, everyday ones only if somebody has it."""
    serious = [_serious(text, match) for match in _SERIOUS.finditer(text.folded)]
    everyday = [_everyday(text, match) for match in _EVERYDAY.finditer(text.folded)]
    return tuple(finding for finding in (*serious, *everyday) if finding is not None)


def _serious(text: Text, match: re.Match[str]) -> Finding | None:
    general, somebody = around(text, match.span(), _GENERAL, reach=60), _somebody_has(text, match)
    if _is_denied(text, match) or (general and not somebody):
        return None
    sure = somebody and not general and match[0] in _LISTS["diagnosis"]
    return found("health", text.span(*match.span()), sure=sure, code="health")


def _everyday(text: Text, match: re.Match[str]) -> Finding | None:
    if not _somebody_has(text, match) or _is_denied(text, match) or _NOT_ILL.match(text.folded, match.start()):
        return None
    return found("health", text.span(*match.span()), sure=False, code="illness")


def _somebody_has(text: Text, match: re.Match[str]) -> bool:
    has = _HAS.search(text.folded[max(0, match.start() - 70) : match.start()])
    return has is not None and not _ABOUT_IT.search(has["between"])


def _is_denied(text: Text, match: re.Match[str]) -> bool:
    return _DENIED.search(text.folded[max(0, match.start() - 30) : match.start()]) is not None
