"""Two findings on the same words: which one stays. Knows kinds and places; reads no text."""

from __future__ import annotations

from bisect import bisect_left
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
    once = [*found]
    if len(once) < 2:
        return tuple(once)
    by_kind: dict[str, list[Finding]] = {}
    for finding in dict.fromkeys(once):
        by_kind.setdefault("value" if finding.type in _VALUES else finding.type, []).append(finding)
    kept = [finding for findings in by_kind.values() for finding in _without_overlap(findings)]
    return tuple(sorted(kept, key=lambda finding: (finding.start, finding.end, finding.type)))


def _without_overlap(findings: list[Finding]) -> list[Finding]:
    """The best of those that overlap. What stays is in order of place, so one look left and right is enough."""
    if len(findings) < 2:
        return findings
    kept: list[Finding] = []
    for finding in sorted(findings, key=_rank):
        place = bisect_left(kept, finding.start, key=lambda other: other.start)
        near = [spot for spot in (place - 1, place) if 0 <= spot < len(kept) and _overlap(finding, kept[spot])]
        if not near:
            kept.insert(place, finding)
        elif finding.person and kept[near[0]].type in _CARRIES_A_NAME:
            everyone = {*(kept[near[0]].person or ()), *finding.person}
            kept[near[0]] = replace(kept[near[0]], person=tuple(sorted(everyone)))
    return kept


def _rank(finding: Finding) -> tuple[int, bool, int, int, int]:
    """E-mail and web addresses hold everything inside them; then what is certain; then the kind; then the longest."""
    holds_all = finding.end - finding.start if finding.type in ("email", "url") else 0
    place = _VALUES.index(finding.type) if finding.type in _VALUES else 0
    if finding.reason.code == "roster_full_name":
        place = _VALUES.index("handle")  # 'Noor van Dijk 5' is Noor of group 5, not a house on the Dijk
    # 'Snap: jayden_pinas09' is one account, however certain the name in it is.
    unsure = finding.certainty != "zeker" and finding.reason.code != "handle_after_platform"
    return (-holds_all, unsure, place, finding.start - finding.end, finding.start)


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
