"""From a condition's tree to a piece that can be run, with every name looked up and every type checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from magdit.norms.act import MISSING, FactValue, _Missing
from magdit.norms.answer import Ground, Lack
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
from magdit.norms.consent import Asked, ConsentStatus, consent_status
from magdit.norms.grants import GrantStatus, grant_status
from magdit.norms.lexicon import Lexicon, Wide, WordSet
from magdit.norms.match import falls_under
from magdit.norms.model import ConsentRule, Definition, Power, Signer, Window
from magdit.norms.pieces import Piece, always, both, either, once, over_people, turned
from magdit.norms.situation import Situation, school_year_of
from magdit.norms.truth import NO, UNKNOWN, YES, Truth, all_of, negate, truth
from magdit.norms.windows import inside
from magdit.words.roles import ROLES

if TYPE_CHECKING:
    from magdit.norms.compile_pack import ClauseTruth

SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
}
DERIVED = frozenset({"schooljaar"})


class ConditionCompiler:
    """Compiles the conditions of one pack. Knows its definitions, powers, requirements and windows."""

    def __init__(
        self,
        pack_id: str,
        catalogue: Catalogue,
        lexicon: Lexicon,
        *,
        definitions: tuple[Definition, ...],
        powers: tuple[Power, ...],
        rules: tuple[ConsentRule, ...],
        windows: tuple[Window, ...],
        clause_truth: Callable[[str, str], ClauseTruth],
    ) -> None:
        self.pack_id, self.catalogue, self.lexicon = pack_id, catalogue, lexicon
        self.definitions = {d.word: d for d in definitions if not d.covers and d.value is None}
        self.capacities = tuple(d for d in definitions if d.value is not None)
        self.powers: dict[str, tuple[Power, ...]] = {}
        for power in powers:
            self.powers[power.name] = (*self.powers.get(power.name, ()), power)
        self.rules = {rule.name: rule for rule in rules}
        self.windows = {window.name: window for window in windows}
        self.clause_truth = clause_truth
        self._done: dict[tuple[str, bool], Piece] = {}
        self._busy: list[str] = []
        self._turns: dict[Signer, Piece] = {}

    def piece(self, node: Node, *, per: bool, clause: str) -> Piece:
        """Compile a condition; `per` tells whether facts of one person may be used."""
        here = {"per": per, "clause": clause}
        match node:
            case Always():
                return always()
            case And(parts):
                return both(tuple(self.piece(part, **here) for part in parts))
            case Or(parts):
                return either(tuple(self.piece(part, **here) for part in parts))
            case Not(part):
                return turned(self.piece(part, **here))
            case Some(people, condition) | Each(people, condition):
                self._people(people, clause)
                inner = self.piece(condition, per=True, clause=clause)
                return over_people(inner, people, every=isinstance(node, Each))
            case Clause(reference):
                return self._clause(reference, clause)
            case Objection(role):
                return self._objection(role, clause)
            case Within(name, is_inside):
                return self._window(name, is_inside, clause)
            case Name(name):
                return self._name(name, **here)
            case _:
                return self._about_fact(node, **here)

    def names(self) -> tuple[str, ...]:
        """Every name a condition may use, for messages."""
        return (*self.definitions, *self.powers, *self.rules, *DERIVED)

    def _name(self, name: str, *, per: bool, clause: str) -> Piece:
        if name in self.definitions:
            return self._definition(name, per)
        if name in self.powers:
            return self._grant(name)
        if name in self.rules:
            return self._consent(name, per, clause)
        fact = self._fact(name, per, clause)
        if fact.kind != "ja_nee":
            raise BrokenPack("not_yes_no", clause=clause, given=name, wanted=fact.kind)
        return self._yes_no(fact)

    def _definition(self, name: str, per: bool) -> Piece:
        definition = self.definitions[name]
        if name in self._busy:
            raise BrokenPack("ring", clause=definition.clause, given=" -> ".join((*self._busy, name)))
        if (name, per) not in self._done:
            self._busy.append(name)
            inner = self.piece(definition.about or Always(), per=per, clause=definition.clause)
            self._busy.pop()
            self._done[(name, per)] = once((self.pack_id, "definitie", name), inner)
        return self._done[(name, per)]

    def _yes_no(self, fact: Fact) -> Piece:
        name, per_person, assumed = fact.name, fact.per_person, truth(fact.assumed)
        by_flag = fact.asked == "bij_vlag"

        def test(situation: Situation) -> Truth:
            value = situation.value(name, per_person=per_person)
            if value is True:
                return YES
            if value is False:
                return NO
            return assumed if by_flag and not situation.is_flagged(name) else UNKNOWN

        return self._explained(fact, test)

    def _about_fact(self, node: Node, *, per: bool, clause: str) -> Piece:
        match node:
            case In(name, values):
                return self._in(name, values, per, clause)
            case OnlyFrom(name, values):
                return self._only_from(self._fact(name, per, clause), values, clause)
            case Empty(name):
                return self._empty(name, per, clause)
            case Compare(name, sign, bound):
                return self._compare(self._fact(name, per, clause), sign, bound, clause)
        raise BrokenPack("unknown_condition", clause=clause, given=repr(node))

    def _in(self, name: str, values: tuple[str, ...], per: bool, clause: str) -> Piece:
        if name == "schooljaar":
            return self._school_year(values)
        fact = self._fact(name, per, clause)
        if fact.kind == "ja_nee" and set(values) <= {"ja", "nee"} and len(values) == 1:
            return self._yes_no(fact) if values == ("ja",) else turned(self._yes_no(fact))
        if fact.kind in {"tekst", "teksten"}:
            return self._text_in(fact, values)
        return self.word_test(fact, self._word_set(fact, values, clause))

    def word_test(self, fact: Fact, words: WordSet) -> Piece:
        """A test that a choice falls under a set of words; an open word lacks a judgement, not a fact."""
        conditions = {wide.word: self._wide_condition(wide) for wide in words.wide}

        def test(situation: Situation) -> Truth:
            given = self._words_of(fact, situation)
            if given is None:
                return UNKNOWN
            return words.covers_any(given, lambda wide: conditions[wide.word].test(situation))

        def grounds(situation: Situation) -> Iterator[Ground]:
            given = self._words_of(fact, situation)
            outcome = test(situation)
            if given is not None and outcome is UNKNOWN:
                for wide in words.wide:
                    yield from conditions[wide.word].grounds(situation)
                if words.is_open_for(given):
                    yield self._ground(fact, situation, UNKNOWN, lack="oordeel")
                    return
            yield self._ground(fact, situation, outcome)

        return Piece(test, grounds)

    def _wide_condition(self, wide: Wide) -> Piece:
        about = wide.definition.about
        return always() if about is None else self.piece(about, per=False, clause=wide.clause)

    def _words_of(self, fact: Fact, situation: Situation) -> tuple[str, ...] | None:
        if fact.name == "hoedanigheid":
            for definition in self.capacities:
                mine = situation.act.facts.get("wie")
                if isinstance(mine, tuple) and _is_one_of(mine, definition.who):
                    return (definition.value or "",)
        value = situation.value(fact.name, per_person=fact.per_person)
        if isinstance(value, str):
            return (value,)
        return value if isinstance(value, tuple) else None

    def _only_from(self, fact: Fact, values: tuple[str, ...], clause: str) -> Piece:
        words = self._word_set(fact, values, clause)

        def test(situation: Situation) -> Truth:
            given = self._words_of(fact, situation)
            if given is None:
                return UNKNOWN
            return all_of(words.covers_any((word,), lambda wide: YES) for word in given)

        return self._explained(fact, test)

    def _empty(self, name: str, per: bool, clause: str) -> Piece:
        fact = self._fact(name, per, clause, any_kind=True)

        def test(situation: Situation) -> Truth:
            if fact.kind == "personen":
                people = situation.act.people.get(name)
                return truth(None if people is None else not people)
            value = situation.value(name, per_person=fact.per_person)
            return UNKNOWN if value is MISSING else truth(value == ())

        return self._explained(fact, test)

    def _compare(self, fact: Fact, sign: str, bound: object, clause: str) -> Piece:
        if fact.kind not in {"getal", "datum", "moment"} or (fact.kind == "getal") != isinstance(bound, int | float):
            raise BrokenPack("wrong_bound", clause=clause, given=f"{fact.name} {sign} {bound}", wanted=fact.kind)
        holds = SIGNS[sign]

        def test(situation: Situation) -> Truth:
            value = situation.value(fact.name, per_person=fact.per_person)
            pair = _comparable(value, bound)
            return UNKNOWN if pair is None else truth(holds(*pair))

        return self._explained(fact, test)

    def _text_in(self, fact: Fact, values: tuple[str, ...]) -> Piece:
        wanted = {value.casefold() for value in values}

        def test(situation: Situation) -> Truth:
            given = self._words_of(fact, situation)
            return UNKNOWN if given is None else truth(any(text.casefold() in wanted for text in given))

        return self._explained(fact, test)

    def _school_year(self, values: tuple[str, ...]) -> Piece:
        fact = self.catalogue.facts["moment"]

        def test(situation: Situation) -> Truth:
            year = school_year_of(situation.act)
            return truth(year in values) if isinstance(year, str) else UNKNOWN

        return self._explained(fact, test)

    def _window(self, name: str, is_inside: bool, clause: str) -> Piece:
        window = self.windows.get(name)
        if window is None:
            raise BrokenPack("unknown_window", clause=clause, given=name, nearest=tuple(self.windows))
        fact = self.catalogue.facts["moment"]

        def test(situation: Situation) -> Truth:
            value = inside(window, situation.act.moment)
            return value if is_inside else negate(value)

        def grounds(situation: Situation) -> Iterator[Ground]:
            side = "binnen" if is_inside else "buiten"
            yield replace(self._ground(fact, situation, test(situation)), detail={"venster": name, "kant": side})

        return Piece(test, grounds)

    def _objection(self, role: str, clause: str) -> Piece:
        if role not in ROLES:
            raise BrokenPack("unknown_word", clause=clause, given=role, nearest=ROLES.nearest(role), wanted="rol")
        code = ROLES.code(role)

        def test(situation: Situation) -> Truth:
            # An objection is an explicit act: when none was told there is none (`bij_ontbreken = "nee"`).
            made = situation.act.objections or ()
            return truth(any(o.state == "gegeven" and falls_under(ROLES, o.by, code) is YES for o in made))

        def grounds(situation: Situation) -> Iterator[Ground]:
            yield Ground("bezwaren", None, test(situation), detail={"door": code})

        return Piece(test, grounds)

    def _grant(self, name: str) -> Piece:
        powers = self.powers[name]

        def status(situation: Situation) -> GrantStatus:
            place = (self.pack_id, "akkoord", name)
            if place not in situation.memo:
                situation.memo[place] = grant_status(powers, situation.act)
            found: GrantStatus = situation.memo[place]
            return found

        def grounds(situation: Situation) -> Iterator[Ground]:
            found = status(situation)
            detail = {"code": found.code, "vraag_aan": ",".join(found.ask), "door": found.by or ""}
            yield Ground(name, None, found.truth, lack="akkoord", detail=detail)

        return Piece(lambda situation: status(situation).truth, grounds)

    def _consent(self, name: str, per: bool, clause: str) -> Piece:
        if not per:
            raise BrokenPack("needs_person", clause=clause, given=name)
        rule = self.rules[name]
        turns = {signer: self.piece(signer.when, per=True, clause=rule.clause) for signer in rule.signers}
        media = self.catalogue.vocabularies["medium"]

        def status(situation: Situation) -> ConsentStatus:
            place = (self.pack_id, "toestemming", name, situation.group, situation.index)
            if place not in situation.memo:
                person = situation.person
                assert person is not None
                asked = Asked(situation.act, person, media, lambda signer: turns[signer].test(situation))
                situation.memo[place] = consent_status(rule, asked)
            found: ConsentStatus = situation.memo[place]
            return found

        def grounds(situation: Situation) -> Iterator[Ground]:
            found = status(situation)
            if found.lacks == "leeftijd":
                for piece in turns.values():
                    yield from (ground for ground in piece.grounds(situation) if ground.is_unknown)
            detail = {"code": found.code, "vraag_aan": ",".join(found.ask), "door": found.by or ""}
            if found.on is not None:
                detail["op"] = found.on.isoformat()
            yield Ground(name, None, found.truth, lack="toestemming", detail=detail, **_who(situation))

        return Piece(lambda situation: status(situation).truth, grounds)

    def _clause(self, reference: str, clause: str) -> Piece:
        found = self.clause_truth(reference, clause)
        return once((self.pack_id, "artikel", reference), Piece(found.test, found.grounds))

    def _people(self, name: str, clause: str) -> None:
        fact = self.catalogue.fact(name)
        if fact is None or fact.kind != "personen":
            known = tuple(f.name for f in self.catalogue.facts.values() if f.kind == "personen")
            raise BrokenPack("not_people", clause=clause, given=name, nearest=known)

    def _fact(self, name: str, per: bool, clause: str, *, any_kind: bool = False) -> Fact:
        fact = self.catalogue.fact(name)
        if fact is None:
            nearest = self.catalogue.nearest(name, more=self.names())
            raise BrokenPack("unknown_name", clause=clause, given=name, nearest=nearest)
        if fact.per_person and not per:
            raise BrokenPack("needs_person", clause=clause, given=name)
        if fact.kind == "personen" and not any_kind:
            raise BrokenPack("is_people", clause=clause, given=name)
        return fact

    def _word_set(self, fact: Fact, values: tuple[str, ...], clause: str) -> WordSet:
        vocabulary = self.catalogue.words_of(fact)
        if vocabulary is None:
            raise BrokenPack("not_words", clause=clause, given=fact.name, wanted=fact.kind)
        return self.lexicon.word_set(vocabulary, values, clause=clause)

    def _explained(self, fact: Fact, test: Callable[[Situation], Truth]) -> Piece:
        def grounds(situation: Situation) -> Iterator[Ground]:
            yield self._ground(fact, situation, test(situation))

        return Piece(test, grounds)

    def _ground(self, fact: Fact, situation: Situation, outcome: Truth, lack: Lack | None = None) -> Ground:
        value = situation.value(fact.name, per_person=fact.per_person) if fact.kind != "personen" else MISSING
        holder = situation.person if fact.per_person and situation.person else situation.act
        if outcome is UNKNOWN and lack is None:
            lack = "oordeel" if fact.is_judgement else "feit"
        return Ground(
            fact.name,
            None if isinstance(value, _Missing) else value,
            outcome,
            lack=lack,
            source=holder.sources.get(fact.name, {}),
            **(_who(situation) if fact.per_person else {}),
        )


def _who(situation: Situation) -> dict[str, object]:
    label = situation.person.label if situation.person else None
    return {"person": label, "group": situation.group, "index": situation.index}


def _is_one_of(given: tuple[str, ...], roles: tuple[str, ...]) -> bool:
    return any(falls_under(ROLES, mine, role) is YES for mine in given for role in roles)


def _comparable(value: FactValue | _Missing, bound: object) -> tuple[float, float] | None:
    """Both sides as numbers, or None when the value is unknown or too coarse."""
    if isinstance(value, int | float) and not isinstance(value, bool) and isinstance(bound, int | float):
        return value, bound
    if isinstance(value, datetime) and isinstance(bound, datetime):
        return value.timestamp(), bound.timestamp()
    if isinstance(value, date) and isinstance(bound, date) and not isinstance(bound, datetime):
        day = value.date() if isinstance(value, datetime) else value
        return day.toordinal(), bound.toordinal()
    return None
