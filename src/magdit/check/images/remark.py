"""Something worth saying about a file that was taken in all the same: a code and its facts, never a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Remark:
    """For example `wrong_extension`, with what was found and what the name says."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
