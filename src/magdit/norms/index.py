"""Which norms of a pack are worth a look: those that an act can come in at, and those that read what differs.

Worked out once for each combination of who acts, what they do and where: a school knows few.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from magdit.norms.act import MISSING, Act
from magdit.norms.fitting import Told
from magdit.norms.gates import LISTS, Gate
from magdit.norms.truth import NO, YES

MOST_KEPT = 2048
Places = tuple[int, ...]


class NormIndex:
    """The norms of one pack by their place in it: their gates, everything that each reads, and what is always read."""

    def __init__(self, gates: Sequence[Gate], reads: Sequence[frozenset[str]], always: frozenset[str]) -> None:
        self._gates, self._reads, self._always = tuple(gates), tuple(reads), always
        self._opened = lru_cache(MOST_KEPT)(self._fitting)
        self._read = lru_cache(MOST_KEPT)(self._all_read)
        self._touched = lru_cache(MOST_KEPT)(self._reading)
        self._wide_open = lru_cache(MOST_KEPT)(self._standing_open)

    def opened_by(self, act: Act) -> Places:
        """The norms whose door is open to this act; all others say nothing of it, whatever else is so."""
        return self._opened(*_at_the_door(act))

    def wide_open_to(self, act: Act) -> frozenset[int]:
        """The norms whose gate surely stands open to this act."""
        return self._wide_open(*_at_the_door(act))

    def read_of(self, act: Act) -> frozenset[str]:
        """Everything that the norms read whose door is open to this act, and what is always read."""
        return self._read(*_at_the_door(act))

    def touched(self, act: Act, changed: frozenset[str]) -> Places:
        """The norms that may say something else of this act than before these facts changed to what they are."""
        return self._touched(changed, *_at_the_door(act))

    def _fitting(self, *told: Told) -> Places:
        given = dict(zip(LISTS, told, strict=True))
        doors = enumerate(gate.door.items() for gate in self._gates)
        return tuple(place for place, door in doors if all(fits(given[fact]) is not NO for fact, fits in door))

    def _standing_open(self, *told: Told) -> frozenset[int]:
        given = dict(zip(LISTS, told, strict=True))
        gates = enumerate(self._gates)
        return frozenset(
            place
            for place, gate in gates
            if gate.is_all_door and all(fits(given[fact]) is YES for fact, fits in gate.door.items())
        )

    def _all_read(self, *told: Told) -> frozenset[str]:
        return self._always.union(*(self._reads[place] for place in self._opened(*told)))

    def _reading(self, changed: frozenset[str], *told: Told) -> Places:
        """Of norms whose door is shut as it was shut before, nothing is to be heard."""
        places = range(len(self._reads)) if not changed.isdisjoint(LISTS) else self._opened(*told)
        return tuple(place for place in places if not self._reads[place].isdisjoint(changed))


def _at_the_door(act: Act) -> tuple[Told, Told, Told]:
    told = act.facts.get
    return told("handeling", MISSING), told("wie", MISSING), told("medium", MISSING)
