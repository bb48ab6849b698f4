"""One clause of a protocol with what meets it at the door, and its neighbour: nearly the same, and free of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# A clause may also show that it is there by what the answer as a whole becomes: scopes, definitions.
WHOLE = "oordeel"


@dataclass(frozen=True)
class Row:
    """`effect`: the verdict in which the clause is cited, "aandacht", "plicht", or "oordeel" (the verdict turns).

    `asks`: words of `magdit check`, or facts of `magdit judge`; `neighbour` likewise, of facts only those that differ.
    `becomes`: the verdict that an "oordeel" is about. `passes`: what the neighbour is answered.
    """

    protocol: str
    clause: str
    effect: str
    asks: str | Mapping[str, Any]
    neighbour: str | Mapping[str, Any]
    becomes: str | None = None
    passes: str = "mag"

    @property
    def beside(self) -> str | Mapping[str, Any]:
        """The neighbour, whole."""
        if isinstance(self.asks, str) or isinstance(self.neighbour, str):
            return self.neighbour
        return {name: value for name, value in {**self.asks, **self.neighbour}.items() if value is not None}


@dataclass(frozen=True)
class Answered:
    """What a door says: the verdict, the clauses cited, and those that warn or name a duty."""

    verdict: str
    cited: frozenset[str]
    warned: frozenset[str]
    duties: frozenset[str]
    asked: str | None
    packs: frozenset[str]

    def has(self, effect: str, clause: str, becomes: str | None = None) -> bool:
        """Whether the clause does this here."""
        if effect == WHOLE:
            return self.verdict == becomes
        if effect == "aandacht":
            return clause in self.warned
        if effect == "plicht":
            return clause in self.duties
        return self.verdict == effect and clause in self.cited

    def touches(self, effect: str, clause: str) -> bool:
        """Whether the clause does something like it here, whatever the verdict."""
        return clause in {"aandacht": self.warned, "plicht": self.duties}.get(effect, self.cited)
