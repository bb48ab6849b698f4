"""The same thing said twice in one breath is said once: of findings in a sentence, or side by side, one stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from magdit.check.text.finding import Finding
from magdit.check.text.text import Text

_ENDS, _LINES = re.compile(r"[.!?\n]"), re.compile(r"\n")


def once_a_sentence(text: Text, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of each sentence the surest, then the first."""
    return _once(text, findings, _ENDS)


def once_a_line(text: Text, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of each line the surest, then the first: 'Embargo! Niet publiceren voor vrijdag.' is one embargo."""
    return _once(text, findings, _LINES)


def _once(text: Text, findings: Iterable[Finding], borders: re.Pattern[str]) -> tuple[Finding, ...]:
    ranked = sorted(findings, key=lambda one: (one.certainty != "zeker", one.start))
    if len(ranked) < 2:
        return tuple(ranked)
    ends = [match.start() for match in borders.finditer(text.original)]
    said: dict[int, Finding] = {}
    for finding in ranked:
        said.setdefault(bisect_left(ends, finding.start), finding)
    return tuple(said.values())


def side_by_side(text: Text, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those with only white space between them as one: the lines of a quoted mail under its heading."""
    joined: list[Finding] = []
    for finding in sorted(findings, key=lambda one: one.start):
        if joined and not text.original[joined[-1].end : finding.start].strip():
            joined[-1] = replace(joined[-1], end=max(joined[-1].end, finding.end))
        else:
            joined.append(finding)
    return tuple(joined)
