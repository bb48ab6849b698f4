"""Who reads what: which norms, and whether a scope or a duty, must be judged again when some facts differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

MOST_KEPT = 1000


@dataclass(slots=True, eq=False)
class Readers:
    """The facts that the norms of one pack read, by the norm's place in the pack, and those of its scope and duties."""

    norms: Sequence[frozenset[str]]
    scope: frozenset[str]
    duties: frozenset[str]
    _places: dict[frozenset[str], tuple[int, ...]] = field(default_factory=dict)

    def of(self, changed: frozenset[str]) -> tuple[int, ...]:
        """The places of the norms that read one of these facts. The same few sets come back for every act."""
        found = self._places.get(changed)
        if found is None:
            found = tuple(place for place, reads in enumerate(self.norms) if not reads.isdisjoint(changed))
            if len(self._places) < MOST_KEPT:
                self._places[changed] = found
        return found
