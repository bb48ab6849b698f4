"""What a look at words or a photo tells: as lines for people, and as JSON for programs. It judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from magdit.check.draft.attempts import NotLooked
from magdit.check.tables.roster import Roster
from magdit.check.text.finding import Finding
from magdit.wording.answer_lines import Line
from magdit.wording.findings import finding_line, missed_line
from magdit.wording.reasons_found import why


def post_as_json(
    name: str | int, findings: Sequence[Finding], roster: Roster | None, *, is_read: bool = True
) -> dict[str, Any]:
    """The findings of one post; `person` when it can be only one, `candidates` with the ids of all it can be.

    `not_judged` when it is in a language whose tone and marks nobody here reads.
    """
    told: dict[str, Any] = {"id": name, "findings": [_finding(finding, roster) for finding in findings]}
    return told if is_read else {**told, "not_judged": ["language"]}


def post_lines(name: str | int, text: str, findings: Sequence[Finding], *, is_read: bool = True) -> Iterator[Line]:
    """What was found in one post, each with its reason; or that nothing was."""
    yield Line(f"{name}: {len(findings) or 'niets'} gevonden", "head")
    for finding in findings:
        yield Line(finding_line(finding, text), indent=1)
        yield Line(why(finding), "soft", indent=2)
    if not is_read:
        yield Line(missed_line(NotLooked("language", str(name), "language")), "warn", indent=1)
    if not findings:
        yield Line("Dat wil niet zeggen dat er niets in staat: lees de tekst zelf ook.", "soft", indent=1)


def _finding(finding: Finding, roster: Roster | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "start": finding.start,
        "end": finding.end,
        "type": finding.type,
        "certainty": finding.certainty,
    }
    if finding.person:
        told["candidates"] = list(finding.person)
    if finding.person and len(finding.person) == 1 and roster is not None and finding.person[0] in roster.by_id:
        told["person"] = roster.by_id[finding.person[0]].display
    return {**told, "code": finding.reason.code, "reason": why(finding)}
