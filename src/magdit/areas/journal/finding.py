"""What can be wrong with a journal: a code, the board, and from which line to which. `wording` makes the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Finding:
    """Lines `first` to `last` (both inside) of this board are not as they were; 0 when it is not about a line."""

    code: str
    board: UUID | None
    first: int = 0
    last: int = 0
    facts: dict[str, Any] = field(default_factory=dict)


def joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Neighbouring lines with the same trouble told as one: after a rewrite that is every line to the end."""
    waiting: dict[str, Finding] = {}
    for found in findings:
        held = waiting.get(found.code)
        if held is not None and found.first and held.board == found.board and found.first == held.last + 1:
            waiting[found.code] = replace(held, last=found.last)
            continue
        if held is not None:
            yield held
        waiting[found.code] = found
    yield from sorted(waiting.values(), key=lambda one: (str(one.board), one.first))
