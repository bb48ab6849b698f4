"""Flags words that ask for a second look: insult, threat, bullying, discrimination, coarse language.

It decides nothing; a person does. What hurts without words of our lists, and irony, it does not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdit.check.text.finders.tone_guards import Place, is_harmless
from magdit.check.text.finders.tone_reading import Reading, may_hurt
from magdit.check.text.finders.tone_rule import rules_for
from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text

_BEFORE_SURNAME = re.compile(
    r"(?:[A-Z][\w'-]{1,15} (?:van der|van den|van de|van 't|van|der|den|de|ter|ten|te|el)"
    r"|(?<!\w)(?:[Dd]hr|[Mm]w|[Mm]evr|[Hh]r|[Mm]eneer|[Mm]evrouw|[Jj]uf|[Mm]eester|[Ff]amilie|[Ff]am|[Dd]e heer)\.?) \Z"
)


def find(text: Text) -> tuple[Finding, ...]:
    """Every flag in the text, each of them 'mogelijk'; no two on the same words."""
    if not may_hurt(text):
        return ()
    reading = Reading.of(text)
    kept, taken = [], bytearray(len(reading.line) + 1)
    for place in _places(reading):
        start, end = place.hit
        if not any(taken[start:end]):
            kept.append(place)
            taken[start:end] = b"x" * (end - start)
    kept = [place for place in kept if not _is_surname(text, reading.span(*place.hit))]
    return tuple(
        found(f"tone:{place.rule.kind}", text.span(*reading.span(*place.hit)), sure=False, code=place.rule.code)
        for place in sorted(kept, key=lambda place: place.hit)
    )


def _is_surname(text: Text, span: tuple[int, int]) -> bool:
    """'Kees van Kooten', 'Dhr. Kloot': a capital inside a sentence behind a title or the small word of a surname."""
    start, end = text.span(*span)
    word = text.original[start:end]
    if not (word[:1].isupper() and word[1:].islower() and word.isalpha()):
        return False
    return _BEFORE_SURNAME.search(text.original, max(0, start - 24), start) is not None


def _places(reading: Reading) -> Iterator[Place]:
    """What the rules match and no guard excuses. A rule that takes words comes before a later one on the same words."""
    for rule in rules_for(reading.words):
        for match in rule.pattern.finditer(reading.line):
            hit = next((match.span(name) for name, words in match.groupdict().items() if words), match.span())
            place = Place(rule, match.span(), hit)
            if not is_harmless(reading.line, place):
                yield place
