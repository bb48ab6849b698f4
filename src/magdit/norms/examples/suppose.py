"""From a condition back to an act: what must be told so that it is true, or is not. Tells as little as it can.

What it yields is a proposal: later conditions may touch earlier ones, so whoever uses it judges the act. It gives up
after a number of tries; `gave_up` tells whether it did, since "none found" then proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from magdit.norms.act import MISSING, Act, Grant, Objection
from magdit.norms.catalogue import Catalogue
from magdit.norms.conditions.tree import (
    And,
    Clause,
    Compare,
    Each,
    Empty,
    In,
    Name,
    Node,
    Not,
    OnlyFrom,
    Or,
    Some,
    Within,
)
from magdit.norms.conditions.tree import Objection as Objected
from magdit.norms.examples.telling import Place, person_at, places_in, telling, told, with_people
from magdit.norms.examples.values import Values
from magdit.norms.model import PEOPLE_OF, Norm, Scope
from magdit.norms.pieces import Piece
from magdit.norms.ready import ReadyPack
from magdit.norms.references import clauses_meant
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, YES, Truth

Wish = tuple[Node, bool]
MOST_TRIES = 4000
FEW_WORDS = 8


class Supposer:
    """Makes acts for the conditions of one pack."""

    def __init__(self, ready: ReadyPack, catalogue: Catalogue) -> None:
        self.ready, self.catalogue, self.values = ready, catalogue, Values(ready.pack, catalogue)
        self.gave_up, self._left, self._two_roles = False, MOST_TRIES, False
        self._pieces: dict[int, tuple[Node, Piece]] = {}
        self._powers = [power.name for power in ready.pack.powers]
        self._rules = [rule.name for rule in ready.pack.consent_rules]
        self.meanings = {d.word: d.about for d in ready.pack.definitions if d.about is not None and not d.covers}

    def truth(self, node: Node, act: Act, place: Place = None) -> Truth:
        """What a condition is for this act, or for one person in it."""
        kept = self._pieces.get(id(node))
        if kept is None:  # the node is kept too, so that its id stays its own
            kept = self._pieces[id(node)] = (node, self.ready.compiler.piece(node, per=True, clause=""))
        piece = kept[1]
        situation, person = Situation(act), person_at(act, place)
        if place is not None and person is not None:
            situation = situation.about(*place, person)
        return piece.test(situation)

    def all_so(
        self, wishes: Sequence[Wish], act: Act, place: Place = None, *, tries: int = MOST_TRIES, roles: bool = False
    ) -> Iterator[Act]:
        """Acts, told from this one on, of which every condition is as wished; `roles`: somebody may have two."""
        self._left, self._two_roles = tries, roles
        for more in self._all(wishes, act, place):
            if all(self._is(node, wanted, more, place) for node, wanted in wishes):
                yield more

    def plays(self, norm: Norm) -> list[Wish]:
        """What makes a norm play: its scope, whom and what it names, and its own condition."""
        scopes = self.scopes_over(norm.clause)
        nodes: list[Node] = [In(fact, words) for fact, words in named_by(norm) if words]
        nodes += [In("wie", scope.who) for scope in scopes if scope.who]
        return [(node, True) for node in (*nodes, norm.about, *(scope.about for scope in scopes))]

    def scopes_over(self, clause: str) -> list[Scope]:
        """The scopes of the whole pack and those of this clause."""
        whole = [scope for scope in self.ready.pack.scopes if not scope.clauses]
        return [*whole, *self.values.leaning.scopes_over(clause)]

    def holds(self, norm: Norm) -> list[Wish]:
        """What makes a norm hold: it plays and nothing lifts it."""
        lifted = [(node, False) for node in norm.unless]
        asked = [] if norm.kind == "verbod" else [(norm.needs, norm.kind == "toestemming")]
        return [*self.plays(norm), *lifted, *asked]

    def views(self, norm: Norm, act: Act) -> Iterator[tuple[Act, Place]]:
        """The act with somebody in view that the norm can look at, or as it is."""
        if norm.per is None:
            yield act, None
        else:
            yield from places_in(act, PEOPLE_OF[norm.per])

    def _all(self, wishes: Sequence[Wish], act: Act, place: Place) -> Iterator[Act]:
        if not wishes:
            yield act
            return
        (node, wanted), rest = wishes[0], wishes[1:]
        for more in self._so(node, wanted, act, place):
            yield from self._all(rest, more, place)

    def _is(self, node: Node, wanted: bool, act: Act, place: Place) -> bool:
        return self.truth(node, act, place) is (YES if wanted else NO)

    def _so(self, node: Node, wanted: bool, act: Act, place: Place) -> Iterator[Act]:
        self._left -= 1
        if self._left < 0:
            self.gave_up = True
        elif self._is(node, wanted, act, place):
            yield act
        else:
            yield from (more for more in self._ways(node, wanted, act, place) if self._is(node, wanted, more, place))

    def _ways(self, node: Node, wanted: bool, act: Act, place: Place) -> Iterator[Act]:
        match node:
            case Not(part):
                yield from self._so(part, not wanted, act, place)
            case And(parts) if wanted:
                yield from self._all([(part, True) for part in parts], act, place)
            case Or(parts) if not wanted:
                yield from self._all([(part, False) for part in parts], act, place)
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self._so(part, wanted, act, place)
            case Some(group, inner) | Each(group, inner):
                yield from self._of_people(group, inner, act, one=isinstance(node, Some) == wanted, wanted=wanted)
            case Name(name):
                yield from self._name(name, wanted, act, place)
            case Clause(reference):
                yield from self._clause(reference, wanted, act)
            case In(_, words) | OnlyFrom(_, words):
                yield from self._fact(node, wanted, act, place)
                yield from self._asked_of_words(node, words, wanted, act, place)
            case _:
                yield from self._fact(node, wanted, act, place)

    def _asked_of_words(self, node: Node, words: Sequence[str], wanted: bool, act: Act, place: Place) -> Iterator[Act]:
        """What the pack's own wide words ask beside the word itself (`als`), made so or not."""
        for asked in self.values.asked_by(words):
            yield from self._so(asked, wanted, act, None)
            for more in islice(self._fact(node, wanted, act, place) if wanted else (), FEW_WORDS):
                yield from self._so(asked, wanted, more, None)

    def _of_people(self, group: str, inner: Node, act: Act, *, one: bool, wanted: bool) -> Iterator[Act]:
        """`one`: somebody for whom it is as wanted; otherwise everybody there, or nobody."""
        if one:
            for more, place in places_in(act, group):
                yield from self._so(inner, wanted, more, place)
            return
        there = act.people.get(group)
        if there is None:
            yield with_people(act, group, ())
            for more, place in places_in(act, group):
                yield from self._so(inner, wanted, more, place)
            return
        yield from self._each(group, inner, wanted, act, 0)

    def _each(self, group: str, inner: Node, wanted: bool, act: Act, index: int) -> Iterator[Act]:
        if index == len(act.people.get(group) or ()):
            yield act
            return
        for more in self._so(inner, wanted, act, (group, index)):
            yield from self._each(group, inner, wanted, more, index + 1)

    def _name(self, name: str, wanted: bool, act: Act, place: Place) -> Iterator[Act]:
        if name in self.meanings:
            yield from self._so(self.meanings[name], wanted, act, place)
        elif name in self._powers:
            yield from self._leave(name, wanted, act)
        elif name in self._rules:
            yield from self._consent(wanted, act, place)
        else:
            yield from self._fact(Name(name), wanted, act, place)

    def _consent(self, wanted: bool, act: Act, place: Place) -> Iterator[Act]:
        person = person_at(act, place)
        if place is not None and person is not None and person.consent is None and person.consents is None:
            for state in ("gegeven",) if wanted else ("niet_gevraagd", "geweigerd"):
                yield act.with_person(*place, replace(person, consent=state))

    def _leave(self, name: str, wanted: bool, act: Act) -> Iterator[Act]:
        if not wanted:
            if act.grants is None:
                yield replace(act, grants=())
            return
        for power in self.ready.pack.powers:
            if power.name == name:
                given = tuple(Grant(by=role, state="gegeven", what=name) for role in power.who[:1])
                for more in self._so(In("wie", power.to), True, act, None) if power.to else (act,):
                    yield replace(more, grants=(*(more.grants or ()), *given))

    def _clause(self, reference: str, wanted: bool, act: Act) -> Iterator[Act]:
        numbers = clauses_meant(reference, self.ready.pack.clauses, by=reference)
        for norm in self.ready.pack.norms:
            if norm.clause in numbers and norm.kind == "toestemming":
                for more, place in self.views(norm, act):
                    if wanted:
                        yield from self._all(self.holds(norm), more, place)
                    else:
                        yield from self._so(And(tuple(node for node, _ in self.plays(norm))), False, more, place)

    def _fact(self, node: Node, wanted: bool, act: Act, place: Place) -> Iterator[Act]:
        """A leaf about one fact: try the values that may matter; add to a list, but never unsay a thing."""
        if isinstance(node, Objected):
            yield replace(act, objections=(Objection(by=node.role),) if wanted else ())
            return
        if isinstance(node, Empty) and self._is_people(node.fact):
            for more, _ in () if wanted else places_in(act, node.fact):
                yield more
            if wanted and act.people.get(node.fact) is None:
                yield with_people(act, node.fact, ())
            return
        name = "moment" if isinstance(node, Within) or leaf_fact(node) == "schooljaar" else leaf_fact(node)
        fact = self.catalogue.fact(name)
        if fact is None or (fact.per_person and place is None):
            return
        here = place if fact.per_person else None
        now = told(act, name, here)
        for value in self.values.to_try(fact, node, wanted):
            longer_list = (
                isinstance(now, tuple) and isinstance(value, tuple) and (self._two_roles or fact.vocabulary != "rol")
            )
            if now is not MISSING and not longer_list:
                return
            longer = (*now, *value) if isinstance(now, tuple) and isinstance(value, tuple) else value
            yield telling(act, name, longer, here)

    def _is_people(self, name: str) -> bool:
        fact = self.catalogue.fact(name)
        return fact is not None and fact.kind == "personen"


def named_by(norm: Norm) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words a norm names, with the fact each list is about."""
    return (("handeling", norm.actions), ("wie", norm.who), ("medium", norm.media))


def leaf_fact(node: Node) -> str:
    """The fact that a leaf is about."""
    match node:
        case Name(name) | In(name, _) | OnlyFrom(name, _) | Empty(name) | Compare(name, _, _):
            return name
        case _:
            return ""
