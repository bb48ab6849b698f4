"""One thing worth looking at in a pack: a code with facts, never a sentence (that is made in `wording`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from magdit.norms.act import Act

Severity = Literal["luid", "gewoon", "weten"]
SEVERITIES: tuple[Severity, ...] = ("luid", "gewoon", "weten")


@dataclass(frozen=True, slots=True)
class Finding:
    """Luid: this cannot be meant. Gewoon: somebody must look at it. Weten: good to know, nothing to mend."""

    code: str
    severity: Severity
    clauses: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    example: Act | None = None
