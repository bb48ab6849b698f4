"""An act with one thing changed: each fact that may matter on and off, each bound from both sides, each answer.

Only what the act tells about is varied, or what the norm in question leans on; two changes at once are not tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from magdit.norms.act import Act, FactValue, Grant, Person, day_of
from magdit.norms.catalogue import Catalogue, Fact
from magdit.norms.conditions.tree import Compare, In, Node, OnlyFrom, children
from magdit.norms.examples.answers import answers_to
from magdit.norms.examples.leaves import leaves
from magdit.norms.examples.telling import Place, person_at, silent_on, telling, told
from magdit.norms.examples.values import A_TUESDAY, Values, around, beside, neighbours, window_moments
from magdit.norms.leaning import conditions_of
from magdit.norms.model import ConsentRule, Pack

AGES = (9, 15, 16, 35)
GROUPS = ("in_beeld", "wederpartij")


class Variations:
    """Varies acts with the words, bounds, requirements and leaves of one pack."""

    def __init__(self, pack: Pack, values: Values, catalogue: Catalogue) -> None:
        self.pack, self.values, self.catalogue = pack, values, catalogue
        self._words: dict[str, tuple[str, ...]] = {}
        self._bounds: dict[str, list[FactValue]] = {}
        for node in _all_nodes(pack):
            self._note(node)

    def of_facts(self, act: Act, names: Iterable[str]) -> Iterator[Act]:
        """The act with one of these facts told otherwise, or not at all."""
        for name in names:
            fact = self.catalogue.fact(name)
            if fact is None or fact.kind == "personen":
                continue
            for place in _places(act, fact):
                yield from self._of_fact(act, fact, place)

    def of_words(self, act: Act, fact_name: str, words: Iterable[str]) -> Iterator[Act]:
        """The act with another word for what is done, by whom or where."""
        fact = self.catalogue.facts[fact_name]
        for word in words:
            yield telling(act, fact_name, (word,) if fact.kind == "keuzes" else word, None)

    def of_leave(self, act: Act) -> Iterator[Act]:
        """The act with each leave given by everyone who may give it, by their neighbours, or refused."""
        roles = self.catalogue.vocabularies["rol"]
        for power in self.pack.powers:
            givers = dict.fromkeys([*power.who, *(near for who in power.who for near in neighbours(roles, who))])
            for giver in givers:
                yield replace(act, grants=(Grant(by=giver, state="gegeven", what=power.name),))
            refused = Grant(by=power.who[0], state="geweigerd", what=power.name)
            yield replace(act, grants=(refused,))
        yield replace(act, grants=())
        yield replace(act, grants=None)

    def of_consent(self, act: Act, rule: ConsentRule) -> Iterator[Act]:
        """The act with the answers of somebody in it told in full: right, and each time wrong in one way."""
        act = act if act.moment else act.with_fact("moment", A_TUESDAY)
        for group in GROUPS:
            for index in range(min(1, len(act.people.get(group) or ()))):
                yield from self._of_person(act, (group, index), rule)

    def _of_person(self, act: Act, place: tuple[str, int], rule: ConsentRule) -> Iterator[Act]:
        person = person_at(act, place)
        moment = act.moment
        if person is None or moment is None:
            return
        day = day_of(moment)
        for state in ("gegeven", "geweigerd", "niet_gevraagd", "ingetrokken"):
            yield act.with_person(*place, replace(person, consent=state, consents=None))
        plain, others = answers_to(rule, day, self._medium(act, rule))
        for role in (None, *self._roles_in(rule)):
            told = {**person.facts, **({} if role is None else {"rol": (role,)})}
            told.pop("geboortedatum", None)
            for age in self._ages(person):
                for answers in (*plain, *others) if role is None else plain:
                    facts = {**told, "leeftijd": age}
                    yield act.with_person(*place, replace(person, facts=facts, consent=None, consents=answers))

    def _ages(self, person: Person) -> tuple[int, ...]:
        bounds = [bound for bound in self._bounds.get("leeftijd", ()) if isinstance(bound, int)]
        own = person.facts.get("leeftijd")
        near = [int(age) for bound in bounds for age in beside(bound)]
        return tuple(dict.fromkeys((*near, 9, 35, *((own,) if isinstance(own, int) else ()))))

    def _roles_in(self, rule: ConsentRule) -> tuple[str, ...]:
        """Somebody in each of the roles that a requirement tells apart, and a grown-up beside them."""
        tests = [leaf for signer in rule.signers for leaf in leaves(signer.when, {}) if isinstance(leaf, In)]
        named = dict.fromkeys(role for leaf in tests if leaf.fact == "rol" for role in leaf.values)
        fact = self.catalogue.facts["rol"]
        found = [self.values.words(fact, (role,))[0] for role in named]
        return tuple(dict.fromkeys((*found, "leerkracht"))) if found else ()

    def _medium(self, act: Act, rule: ConsentRule) -> str:
        given = act.facts.get("medium")
        return given if isinstance(given, str) else next(iter(rule.channels), "instagram")

    def _of_fact(self, act: Act, fact: Fact, place: Place) -> Iterator[Act]:
        now = told(act, fact.name, place)
        for value in self._values_of(fact):
            if value != now:
                yield telling(act, fact.name, value, place)
        yield silent_on(act, fact.name, place)

    def _values_of(self, fact: Fact) -> tuple[FactValue, ...]:
        if fact.kind == "ja_nee":
            return (True, False)
        if fact.kind in {"keuze", "keuzes"}:
            words = self.values.words(fact, self._words.get(fact.name, ()))
            few = words if len(words) <= 12 else self._near(fact, self._words.get(fact.name, ()))
            return few if fact.kind == "keuze" else (*((word,) for word in few), ())
        if fact.kind in {"moment", "datum"}:
            return (*self._moments(), A_TUESDAY)
        if fact.kind == "getal":
            bounds = [bound for bound in self._bounds.get(fact.name, ()) if isinstance(bound, int | float)]
            near = tuple(value for bound in bounds for value in beside(bound))
            return (*near, *AGES) if fact.name == "leeftijd" else near
        texts = (*self._words.get(fact.name, ()), "iets anders")
        return tuple((text,) for text in texts) if fact.kind == "teksten" else texts

    def _near(self, fact: Fact, named: Iterable[str]) -> tuple[str, ...]:
        vocabulary = self.catalogue.words_of(fact)
        if vocabulary is None:
            return ()
        codes = self.values.spelled(vocabulary, named)
        return tuple(dict.fromkeys([*codes, *(near for code in codes for near in neighbours(vocabulary, code))]))

    def _moments(self) -> Iterator[datetime]:
        for bound in self._bounds.get("moment", ()):
            if isinstance(bound, date):
                yield from around(bound)
        for window in self.pack.windows:
            yield from window_moments(window)
        yield from (datetime(2026, 7, 31, 12), datetime(2026, 8, 1, 12))

    def _note(self, node: Node) -> None:
        match node:
            case In(name, values) | OnlyFrom(name, values):
                self._words[name] = tuple(dict.fromkeys((*self._words.get(name, ()), *values)))
            case Compare(name, _, bound):
                self._bounds.setdefault(name, []).append(bound)
            case _:
                for child in children(node):
                    self._note(child)


def _places(act: Act, fact: Fact) -> list[Place]:
    if not fact.per_person:
        return [None]
    return [(group, 0) for group in GROUPS if act.people.get(group)]


def _all_nodes(pack: Pack) -> Iterator[Node]:
    for norm in pack.norms:
        yield from conditions_of(norm)
    for definition in pack.definitions:
        yield from () if definition.about is None else (definition.about,)
    for rule in pack.consent_rules:
        yield from (signer.when for signer in rule.signers)
    for duty in pack.duties:
        yield from (duty.about, *(() if duty.done is None else (duty.done,)))
    yield from (scope.about for scope in pack.scopes)
