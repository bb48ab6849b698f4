"""Flags words that ask for a second look: insult, threat, coarse language. It decides nothing; a person does.

A small list with two guards: what is denied ('geen idioot') and what is quoted or named as an example is left alone.
What hurts without such words it does not see.
"""

from __future__ import annotations

import re

from magdit.check.text.data import word_list
from magdit.check.text.finding import Finding, found
from magdit.check.text.near import words
from magdit.check.text.text import Text

_LISTS = word_list("tone")
# Spelling tricks, one sign for one sign, so that the places stay right.
_TRICKS = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s"})
_TRICKED = re.compile(r"(?<![^\W_])(?=[a-z@$]{0,30}[0-9@$])(?=[0-9@$]{0,30}[a-z])[a-z013450@$]{3,30}(?![^\W_])")
_STARRED = re.compile(r"(?<![^\W_])[a-z]{1,12}\*{1,4}[a-z]{1,12}(?![^\W_*])")


def _listed(section: str) -> re.Pattern[str]:
    return words(*map(re.escape, sorted(_LISTS[section], key=len, reverse=True)))


_INSULT, _COARSE, _ILLNESS = _listed("insult"), _listed("coarse"), _listed("illness_around")
_SOME = r"(?:\w{1,20}\s)"
_WHOM = r"(?:je|jou|jullie|hem|haar|u|hun)"
_HARM = (
    r"(?:krijgen|pakken|slaan|vermoorden|afmaken|doodmaken|dood|kapot|in elkaar|verrot|te grazen|terug|wel|neer|steken"
    r"|schoppen|vinden)"
)
_THREAT = words(
    rf"ik\s(?:zal|ga|kom|maak|sla|schop|steek|trap|krijg)\s{_SOME}{{0,3}}?{_WHOM}\s{_SOME}{{0,3}}?{_HARM}",
    rf"ik\svermoord\s{_WHOM}",
    r"(?:je|jij|jullie|hij|zij|ze|u)\sga(?:at|an)?\s(?:(?:hier|er|nog)\s){0,2}(?:spijt van krijgen|eraan|dood)",
    r"(?:wacht maar|kijk maar uit|pas maar op),?\s(?:tot|ik|jij|je|morgen|na school|want)",
    r"ik\sweet\swaar\s(?:je|jij|u|hij|zij)\s(?:woont|woon|naar school)",
    r"(?:iemand|we|wij|ze)\smoet(?:en)?\s(?:hem|haar|hen|ze|die\s\w{1,20})\s(?:eens\s|een keer\s)?"
    r"(?:pakken|slaan|een lesje leren|kapot|in elkaar)",
    r"(?:je|jij|u)\s(?:bent|ben)\s(?:er\s)?(?:geweest|nog niet (?:klaar|van ons af|van mij af))",
)
_DENIED = re.compile(
    r"(?<![^\W_])(?:geen|niet|nooit|niemand|zonder|stop met|tegen|verboden|noem)\s(?:\w{1,20}\s){0,2}\Z"
)
_AS_EXAMPLE = re.compile(
    r"(?<![^\W_])(?:woord(?:en)?|scheldwoord(?:en)?|term|schelden|schelden met|uitgescholden(?: voor)?|uitmaken voor)"
    r"\s(?:als\s|zoals\s)?['\"]?\Z"
)
_QUOTES = re.compile(r"\"[^\"\n]{1,200}\"|„[^”\n]{1,200}”|“[^”\n]{1,200}”|(?<!\w)'[^'\n]{1,200}'(?!\w)|«[^»\n]{1,200}»")
_ALSO_INNOCENT = frozenset({"pik", "nicht", "varken", "heks", "wijf", "teef", "stakker"})
_CALLED = re.compile(
    r"(?<![^\W_])(?:jij|je|jullie|wat een|vuile|vieze|domme|stomme|dikke|vette|vuil|vies)\s(?:\w{1,15}\s)?\Z"
)


def find(text: Text) -> tuple[Finding, ...]:
    """Insults and coarse words outside quotes and denials, and threats; every one of them 'mogelijk'."""
    read = _TRICKED.sub(lambda match: match[0].translate(_TRICKS), text.folded)
    read = _STARRED.sub(_unstarred, read)
    quotes = [match.span() for match in _QUOTES.finditer(text.folded)]
    return tuple(
        found(f"tone:{kind}", text.span(*match.span()), sure=False, code=kind)
        for kind, pattern in (("insult", _INSULT), ("threat", _THREAT), ("coarse", _COARSE))
        for match in pattern.finditer(read)
        if not _is_harmless(read, match, quotes=quotes, kind=kind)
    )


def _unstarred(match: re.Match[str]) -> str:
    """'k*t' read as the one word of the lists that fits; left as it is when none does."""
    shape = re.compile(match[0].replace("*", "[a-z]"))
    fitting = sorted(word for word in _LISTS["insult"] | _LISTS["coarse"] if shape.fullmatch(word))
    return fitting[0] if fitting else match[0]


def _is_harmless(read: str, match: re.Match[str], *, quotes: list[tuple[int, int]], kind: str) -> bool:
    if any(start < match.start() and match.end() < end for start, end in quotes):
        return True
    lead = read[max(0, match.start() - 40) : match.start()]
    if kind != "threat" and (_DENIED.search(lead) or _AS_EXAMPLE.search(lead)):
        return True
    if match[0] in ("kanker", "tyfus", "tering"):
        return _ILLNESS.search(read, max(0, match.start() - 40), match.end() + 30) is not None
    return match[0] in _ALSO_INNOCENT and not _CALLED.search(lead)
