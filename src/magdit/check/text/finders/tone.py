"""Flags words that ask for a second look: insult, threat, bullying, discrimination, coarse language.

It decides nothing; a person does. What hurts without words of our lists, and irony, it does not see.
"""

from __future__ import annotations

from collections.abc import Iterator

from magdit.check.text.finders.tone_guards import Place, is_harmless
from magdit.check.text.finders.tone_reading import Reading, may_hurt
from magdit.check.text.finders.tone_rule import rules_for
from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text


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
    return tuple(
        found(f"tone:{place.rule.kind}", text.span(*reading.span(*place.hit)), sure=False, code=place.rule.code)
        for place in sorted(kept, key=lambda place: place.hit)
    )


def _places(reading: Reading) -> Iterator[Place]:
    """What the rules match and no guard excuses. A rule that takes words comes before a later one on the same words."""
    for rule in rules_for(reading.words):
        for match in rule.pattern.finditer(reading.line):
            hit = next((match.span(name) for name, words in match.groupdict().items() if words), match.span())
            place = Place(rule, match.span(), hit)
            if not is_harmless(reading.line, place):
                yield place
