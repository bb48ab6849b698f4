"""Two findings on the same words: which one stays. Knows kinds and places; reads no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from magdit.check.text.finding import Finding

# What something is: of two on the same words the first of this list stays, a certain one before a possible one.
_VALUES = (
    *("email", "url", "bsn", "iban", "credential", "dob", "pupil_number", "phone"),
    *("handle", "plate", "address", "postcode", "name"),
)
# Contact data with a child's name in it points at that child.
_CARRIES_A_NAME = frozenset({"email", "url", "handle", "credential"})


def settled(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stay, in the order of the text. Marks and tone never push a value out."""
    all_of_them = list(dict.fromkeys(found))
    values = [finding for finding in all_of_them if finding.type in _VALUES]
    marks = [finding for finding in all_of_them if finding.type not in _VALUES]
    kept = [*_values(values), *_marks(marks)]
    return tuple(sorted(kept, key=lambda finding: (finding.start, finding.end, finding.type)))


def _values(findings: list[Finding]) -> list[Finding]:
    ranked = sorted(findings, key=_rank)
    kept: list[Finding] = []
    for finding in ranked:
        winner = next((place for place, other in enumerate(kept) if _overlap(finding, other)), None)
        if winner is None:
            kept.append(finding)
        elif finding.person and kept[winner].type in _CARRIES_A_NAME:
            everyone = {*(kept[winner].person or ()), *finding.person}
            kept[winner] = replace(kept[winner], person=tuple(sorted(everyone)))
    return kept


def _rank(finding: Finding) -> tuple[bool, bool, int, int, int]:
    """E-mail and web addresses hold everything inside them; then what is certain; then the kind; then the longest."""
    holds_all = finding.type in ("email", "url")
    place = _VALUES.index(finding.type)
    return (not holds_all, finding.certainty != "zeker", place, finding.start - finding.end, finding.start)


def _marks(findings: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda mark: (mark.certainty != "zeker", mark.start - mark.end, mark.start)):
        if not any(_overlap(finding, other) and finding.type == other.type for other in kept):
            kept.append(finding)
    return kept


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
