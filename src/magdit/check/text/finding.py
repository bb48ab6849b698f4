"""What a finder reports: where, what kind, how sure and why. It holds places and codes, never the words themselves.

So a finding may travel into a receipt or a log: no number of a child and no name goes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["zeker", "mogelijk"]

TYPES = frozenset(
    {
        *("name", "phone", "email", "url", "handle", "address", "postcode", "bsn", "iban", "plate", "dob"),
        *("pupil_number", "result", "health", "credential", "confidential", "disclaimer", "self_identification"),
        *("copyright", "forwarded", "substances", "extreme", "about_person", "secrecy"),
        *("tone:insult", "tone:threat", "tone:bullying", "tone:discrimination", "tone:coarse"),
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """A short code, and the facts that fill the sentence `wording` makes of it. No value that was found is a fact."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """`start` and `end` are code points of the author's own text. `person` names every candidate on the roster."""

    start: int
    end: int
    type: str
    certainty: Certainty
    reason: Reason
    person: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"no such type of finding: {self.type}")
        if not 0 <= self.start < self.end:
            raise ValueError(f"a finding covers at least one sign: {self.start}..{self.end}")


def found(kind: str, span: tuple[int, int], *, sure: bool, code: str, **facts: str) -> Finding:
    """A finding about nobody in particular, in one line."""
    certainty: Certainty = "zeker" if sure else "mogelijk"
    return Finding(*span, type=kind, certainty=certainty, reason=Reason(code, tuple(sorted(facts.items()))))
