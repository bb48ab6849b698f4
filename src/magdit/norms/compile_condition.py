"""From a condition's tree to a piece that can be run, with every name looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from magdit.norms.answer import Ground
from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.conditions.tree import (
    Always,
    And,
    Clause,
    Compare,
    Each,
    Empty,
    In,
    Name,
    Node,
    Not,
    Objection,
    OnlyFrom,
    Or,
    Some,
    Within,
)
from magdit.norms.fact_tests import FactTests
from magdit.norms.grounding import ground_of
from magdit.norms.lexicon import Lexicon, Wide, WordSet
from magdit.norms.model import ConsentRule, Pack, Power
from magdit.norms.one_answer import YES_NO_OF
from magdit.norms.pieces import ALWAYS, WINDOW, Piece, both, either, once, over_people, turned
from magdit.norms.situation import Situation
from magdit.norms.truth import NO, UNKNOWN, Truth, negate
from magdit.norms.windows import inside
from magdit.norms.yes_tests import ConsentParts, consent_test, grant_test, objection_test

DERIVED = ("schooljaar",)
ClauseTest = Callable[[str, str], Piece]


class ConditionCompiler:
    """Compiles the conditions of one pack. Knows its definitions, powers, requirements and windows."""

    def __init__(self, pack: Pack, catalogue: Catalogue, lexicon: Lexicon, clause_test: ClauseTest) -> None:
        self.pack_id, self.catalogue, self.lexicon, self._clause_test = pack.id, catalogue, lexicon, clause_test
        self._roles = catalogue.vocabularies["rol"]
        self.definitions = {d.word: d for d in pack.definitions if not d.covers and d.value is None}
        self.powers: dict[str, tuple[Power, ...]] = {}
        for power in pack.powers:
            self.powers[power.name] = (*self.powers.get(power.name, ()), power)
        self.rules = {rule.name: rule for rule in pack.consent_rules}
        self.windows = {window.name: window for window in pack.windows}
        capacities = tuple(d for d in pack.definitions if d.value is not None)
        self._facts = FactTests(catalogue, lexicon, capacities, self._wide_condition)
        self._done: dict[tuple[str, bool], Piece] = {}

    def piece(self, node: Node, *, per: bool, clause: str) -> Piece:
        """Compile a condition; `per` tells whether facts of one person may be used. Raises BrokenPack."""
        match node:
            case Always():
                return ALWAYS
            case And(parts):
                return both(self.piece(part, per=per, clause=clause) for part in parts)
            case Or(parts):
                return either(self.piece(part, per=per, clause=clause) for part in parts)
            case Not(part):
                return turned(self.piece(part, per=per, clause=clause))
            case Some(people, condition) | Each(people, condition):
                self._need_people(people, clause)
                inner = self.piece(condition, per=True, clause=clause)
                return over_people(inner, people, every=isinstance(node, Each))
            case _:
                return self._single(node, per, clause)

    def word_test(self, fact: Fact, words: WordSet) -> Piece:
        """A test that a choice falls under a set of words."""
        return self._facts.word_test(fact, words)

    def consent(self, rule: ConsentRule) -> Piece:
        """A test of one requirement, also of one that stands in no clause as it is."""
        return self._consent(rule, True, rule.clause)

    def names(self) -> tuple[str, ...]:
        """Every name a condition may use beside the facts."""
        return (*self.definitions, *self.powers, *self.rules, *DERIVED)

    def _single(self, node: Node, per: bool, clause: str) -> Piece:
        match node:
            case Clause(reference):
                return once((self.pack_id, "artikel", reference), self._clause_test(reference, clause))
            case Objection(role):
                return self._objection(role, clause)
            case Within(name, is_inside):
                return self._window(name, is_inside, clause)
            case Name(name):
                return self._name(name, per, clause)
            case In("schooljaar", values):
                return self._facts.school_year(values)
            case In(name, values):
                return self._facts.one_of(self._fact(name, per, clause), values, clause)
            case OnlyFrom(name, values):
                return self._facts.only_from(self._fact(name, per, clause), values, clause)
            case Empty(name):
                return self._facts.empty(self._fact(name, per, clause, people_too=True))
            case Compare(name, sign, bound):
                return self._facts.compare(self._fact(name, per, clause), sign, bound, clause)
        raise BrokenPack("unknown_condition", clause=clause, given=repr(node))

    def _name(self, name: str, per: bool, clause: str) -> Piece:
        if name in self.definitions:
            return self._definition(name, per)
        if name in self.powers:
            return grant_test(self.pack_id, name, self.powers[name], self._roles)
        if name in self.rules:
            return self._consent(self.rules[name], per, clause)
        fact = self._fact(name, per, clause)
        if fact.kind != "ja_nee":
            raise BrokenPack("not_yes_no", clause=clause, given=name, wanted=fact.kind)
        return self._facts.yes_no(fact)

    def _definition(self, name: str, per: bool) -> Piece:
        definition = self.definitions[name]
        if (name, per) not in self._done:
            inner = self.piece(definition.about or Always(), per=per, clause=definition.clause)
            inner = _absent_as_no(inner) if definition.absent_is_no else inner
            self._done[(name, per)] = once((self.pack_id, "definitie", name), inner)
        return self._done[(name, per)]

    def _wide_condition(self, wide: Wide) -> Piece | None:
        about = wide.definition.about
        return None if about is None else self.piece(about, per=False, clause=wide.clause)

    def _consent(self, rule: ConsentRule, per: bool, clause: str) -> Piece:
        if not per:
            raise BrokenPack("needs_person", clause=clause, given=rule.name)
        turns = {signer: self.piece(signer.when, per=True, clause=rule.clause) for signer in rule.signers}
        facts = {name: self._facts.yes_no(self.catalogue.facts[name]) for name in YES_NO_OF.values()}
        parts = ConsentParts(turns, facts, self.catalogue.vocabularies["medium"], self._roles)
        return consent_test(self.pack_id, rule, parts)

    def _window(self, name: str, is_inside: bool, clause: str) -> Piece:
        window = self.windows.get(name)
        if window is None:
            raise BrokenPack("unknown_window", clause=clause, given=name, nearest=tuple(self.windows))
        fact = self.catalogue.facts["moment"]
        side = {"venster": name, "kant": "binnen" if is_inside else "buiten"}
        place = WINDOW + name

        def test(situation: Situation) -> Truth:
            value: Truth | None = situation.memo.get(place)
            if value is None:
                value = situation.memo[place] = inside(window, situation.act.moment)
            return value if is_inside else negate(value)

        def why(situation: Situation, outcome: Truth) -> tuple[Ground]:
            return (ground_of(fact, situation, outcome, detail=side),)

        return Piece(test, why, frozenset({"moment", place}))

    def _objection(self, role: str, clause: str) -> Piece:
        if role not in self._roles:
            nearest = self._roles.nearest(role)
            raise BrokenPack("unknown_word", clause=clause, given=role, nearest=nearest, wanted="rol")
        return objection_test(self._roles.code(role), self._roles)

    def _need_people(self, name: str, clause: str) -> None:
        fact = self.catalogue.fact(name)
        if fact is None or fact.kind != "personen":
            known = tuple(f.name for f in self.catalogue.facts.values() if f.kind == "personen")
            raise BrokenPack("not_people", clause=clause, given=name, nearest=known)

    def _fact(self, name: str, per: bool, clause: str, *, people_too: bool = False) -> Fact:
        fact = self.catalogue.fact(name)
        if fact is None:
            nearest = self.catalogue.nearest(name, more=self.names())
            raise BrokenPack("unknown_name", clause=clause, given=name, nearest=nearest)
        if fact.per_person and not per:
            raise BrokenPack("needs_person", clause=clause, given=name)
        if fact.kind == "personen" and not people_too:
            raise BrokenPack("is_people", clause=clause, given=name)
        return fact


def _absent_as_no(inner: Piece) -> Piece:
    """What nobody told counts as no, and is then no reason to ask for it."""

    def test(situation: Situation) -> Truth:
        value = inner.test(situation)
        return NO if value is UNKNOWN else value

    def why(situation: Situation, outcome: Truth) -> Iterator[Ground]:
        is_taken = inner.test(situation) is UNKNOWN
        for ground in inner.grounds(situation):
            yield replace(ground, truth=NO, lack=None) if is_taken and ground.is_unknown else ground

    return Piece(test, why, inner.reads)
