"""Where a norm stands open: for who acts, what they do and where, and within the scope of its chapter.

The three lists of words are its door. Most norms say nothing of most acts because the door stays shut; which ones an
act can come in at is worked out once for each combination of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from magdit.norms.act import MISSING, Act
from magdit.norms.catalogue import Catalogue
from magdit.norms.compile_condition import ConditionCompiler
from magdit.norms.conditions.tree import Node
from magdit.norms.fitting import Told, fitting
from magdit.norms.leaning import Leaning
from magdit.norms.lexicon import WordSet
from magdit.norms.pieces import Piece, always, both
from magdit.norms.truth import NO, Truth

Words = Iterable[str]
LISTS = {"handeling": "handeling", "wie": "rol", "medium": "medium"}
MOST_KEPT = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Gate(Piece):
    """A gate that can be run. `door`: for each list of words what fits it, its wide words supposed to hold."""

    door: Mapping[str, Callable[[Told], Truth]]


class GateCompiler:
    """Makes the gates of the norms, duties and attention points of one pack."""

    def __init__(self, conditions: ConditionCompiler, leaning: Leaning, catalogue: Catalogue) -> None:
        self.conditions, self.leaning, self.catalogue = conditions, leaning, catalogue

    def gate(self, clause: str, *, who: Words = (), actions: Words = (), media: Words = ()) -> Gate:
        """The gate of something that stands in this clause; raises BrokenPack."""
        lists = {"handeling": tuple(actions), "wie": tuple(who), "medium": tuple(media)}
        listed = {fact: self._words(fact, words, clause) for fact, words in lists.items() if words}
        parts = [self.conditions.word_test(self.catalogue.facts[fact], words) for fact, words in listed.items()]
        parts += [self.scope(scope.who, scope.about, scope.clause) for scope in self.leaning.scopes_over(clause)]
        whole = both((always(), *parts))
        return Gate(whole.test, whole.grounds, whole.reads, {fact: fitting(words) for fact, words in listed.items()})

    def scope(self, who: tuple[str, ...], about: Node, clause: str) -> Piece:
        """Whether an act is of these people and of this kind."""
        parts = [self.conditions.piece(about, per=False, clause=clause)]
        if who:
            parts.insert(0, self.conditions.word_test(self.catalogue.facts["wie"], self._words("wie", who, clause)))
        return both(tuple(parts))

    def _words(self, fact: str, words: Words, clause: str) -> WordSet:
        return self.conditions.lexicon.word_set(self.catalogue.vocabularies[LISTS[fact]], words, clause=clause)


class Doors:
    """The norms of one pack by their doors."""

    def __init__(self, gates: Iterable[Gate]) -> None:
        self._gates = tuple(gates)
        self._opened = lru_cache(MOST_KEPT)(self._fitting)

    def opened_by(self, act: Act) -> tuple[int, ...]:
        """The places of the norms that this act may come in at; all others say nothing of it."""
        return self._opened(*(act.facts.get(fact, MISSING) for fact in LISTS))

    def _fitting(self, *told: Told) -> tuple[int, ...]:
        given = dict(zip(LISTS, told, strict=True))
        doors = enumerate(gate.door.items() for gate in self._gates)
        return tuple(place for place, door in doors if all(fits(given[fact]) is not NO for fact, fits in door))
