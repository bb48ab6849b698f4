"""Flags words that ask for a second look: insult, threat, bullying, discrimination, coarse language.

It decides nothing; a person does. What hurts without words of our lists, and irony, it does not see.
"""

from __future__ import annotations

from collections.abc import Iterator

from magdit.check.text.finders.tone_guards import Place, is_harmless
from magdit.check.text.finders.tone_reading import Reading
from magdit.check.text.finders.tone_rule import rules
from magdit.check.text.finding import Finding, found
from magdit.check.text.text import Text


def find(text: Text) -> tuple[Finding, ...]:
    """Every flag in the text, each of them 'mogelijk'; no two on the same words."""
    reading = Reading.of(text)
    kept: list[Place] = []
    for place in _places(reading.line):
        if not any(place.hit[0] < other.hit[1] and other.hit[0] < place.hit[1] for other in kept):
            kept.append(place)
    return tuple(
        found(f"tone:{place.rule.kind}", text.span(*reading.span(*place.hit)), sure=False, code=place.rule.code)
        for place in sorted(kept, key=lambda place: place.hit)
    )


def _places(line: str) -> Iterator[Place]:
    for rule in rules():
        for match in rule.pattern.finditer(line):
            hit = next((match.span(name) for name, words in match.groupdict().items() if words), match.span())
            place = Place(rule, match.span(), hit)
            if not is_harmless(line, place):
                yield place
