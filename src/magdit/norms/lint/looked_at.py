"""The pack under the lamp, with what every rule of lint needs: its examples, the day, and what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from magdit.norms.catalogue import Catalogue
from magdit.norms.examples.alone import Examples
from magdit.norms.examples.suppose import Supposer
from magdit.norms.model import Pack
from magdit.norms.ready import ReadyPack


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """`today` is told, never asked of a clock; `attached` names the documents that lie beside the pack."""

    ready: ReadyPack
    catalogue: Catalogue
    today: date
    examples: Examples
    attached: frozenset[str] = field(default=frozenset())

    @property
    def pack(self) -> Pack:
        """The protocol, with every role and channel as a code."""
        return self.ready.pack

    @property
    def supposer(self) -> Supposer:
        """What makes acts for its conditions."""
        return self.examples.supposer
