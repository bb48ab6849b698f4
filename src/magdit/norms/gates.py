"""Where a norm stands open: for who acts, what they do and where, and within the scope of its chapter.

The three lists of words are its door. Most norms say nothing of most acts because their door stays shut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from magdit.norms.answer import Ground
from magdit.norms.catalogue import Catalogue
from magdit.norms.compile_condition import ConditionCompiler
from magdit.norms.conditions.tree import Node
from magdit.norms.fitting import Told, fitting
from magdit.norms.leaning import Leaning
from magdit.norms.lexicon import WordSet
from magdit.norms.pieces import Piece, Why, both
from magdit.norms.situation import Situation
from magdit.norms.truth import YES, Truth

Words = Iterable[str]
LISTS = {"handeling": "handeling", "wie": "rol", "medium": "medium"}


@dataclass(frozen=True, slots=True, eq=False)
class Gate(Piece):
    """A gate that can be run. `door`: for each list of words what fits it, its wide words supposed to hold.

    `is_all_door`: nothing else counts, no condition of a wide word and no scope of the chapter.
    """

    door: Mapping[str, Callable[[Told], Truth]]
    is_all_door: bool


class GateCompiler:
    """Makes the gates of the norms, duties and attention points of one pack."""

    def __init__(self, conditions: ConditionCompiler, leaning: Leaning, catalogue: Catalogue) -> None:
        self.conditions, self.leaning, self.catalogue = conditions, leaning, catalogue

    def gate(self, clause: str, *, who: Words = (), actions: Words = (), media: Words = ()) -> Gate:
        """The gate of something that stands in this clause; raises BrokenPack."""
        lists = {"handeling": tuple(actions), "wie": tuple(who), "medium": tuple(media)}
        listed = {fact: self._words(fact, words, clause) for fact, words in lists.items() if words}
        parts = [self.conditions.word_test(self.catalogue.facts[fact], words) for fact, words in listed.items()]
        scopes = [self.scope(scope.who, scope.about, scope.clause) for scope in self.leaning.scopes_over(clause)]
        whole = both((*parts, *scopes))
        door = {fact: fitting(words) for fact, words in listed.items()}
        if scopes or _ask_more(listed.values()):
            return Gate(whole.test, whole.why, whole.reads, door, is_all_door=False)
        return Gate(whole.test, _told_once(whole, tuple(door)), whole.reads, door, is_all_door=True)

    def scope(self, who: tuple[str, ...], about: Node, clause: str) -> Piece:
        """Whether an act is of these people and of this kind."""
        parts = [self.conditions.piece(about, per=False, clause=clause)]
        if who:
            parts.insert(0, self.conditions.word_test(self.catalogue.facts["wie"], self._words("wie", who, clause)))
        return both(parts)

    def _words(self, fact: str, words: Words, clause: str) -> WordSet:
        return self.conditions.lexicon.word_set(self.catalogue.vocabularies[LISTS[fact]], words, clause=clause)


def _ask_more(listed: Iterable[WordSet]) -> bool:
    """Whether one of their wide words holds on a condition only."""
    return any(wide.definition.about is not None for words in listed for wide in words.family())


def _told_once(door: Piece, facts: tuple[str, ...]) -> Why:
    """Why a door is open is the same for every door with these lists; told once per act."""
    place = ("deur", facts)

    def why(situation: Situation, outcome: Truth) -> Iterable[Ground]:
        if outcome is not YES:
            return door.why(situation, outcome)
        known: tuple[Ground, ...] | None = situation.memo.get(place)
        if known is None:
            known = situation.memo[place] = tuple(door.why(situation, outcome))
        return known

    return why
