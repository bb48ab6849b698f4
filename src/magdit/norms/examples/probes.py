"""A systematic set of acts that looks into every corner of a pack: what each norm turns on, once on and once off.

For every norm: an act on which it holds and, if that can be, nothing else speaks; the same by each of its leaves; each
exception; each fact and bound it leans on changed; every word of action, role and channel in its place. No chance is
involved: the same pack gives the same acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from magdit.norms.act import Act
from magdit.norms.conditions.tree import Always, And, In, Node, names_in
from magdit.norms.examples.alone import Examples
from magdit.norms.examples.leaves import leaves
from magdit.norms.examples.suppose import named_by
from magdit.norms.examples.telling import BLANK
from magdit.norms.examples.variations import Variations
from magdit.norms.leaning import conditions_of
from magdit.norms.model import Duty, Norm

MOST_LEAVES, MOST_LIFTED, MOST_WORDS, MOST_ACTIONS, FEW_TRIES = 40, 8, 14, 6, 300
WORDS = ("handeling", "wie", "medium")


class Probes:
    """Makes the set for one pack, norm by norm."""

    def __init__(self, examples: Examples) -> None:
        self.examples = examples
        self.ready, self.supposer = examples.ready, examples.supposer
        self.varied = Variations(self.ready.pack, self.supposer.values, examples.catalogue)
        self.meanings = self.supposer.meanings
        self._made: dict[str, tuple[list[Act], list[Act], list[Act]]] = {}

    def all(self) -> Iterator[Act]:
        """The whole set; an act may come more than once."""
        for norm in self.ready.pack.norms:
            yield from self.of_norm(norm)
        for duty in self.ready.pack.duties:
            yield from self.of_duty(duty)

    def bases(self, norm: Norm) -> tuple[Act, ...]:
        """The acts on which a norm holds, is lifted, or carries its own ban, each as far as can be alone."""
        return tuple(act for kind in self._bases(norm) for act in kind)

    def leans_on(self, part: Norm | Duty) -> frozenset[str]:
        """Every fact, word, requirement and leave that a norm or duty and the scopes over it rest on."""
        norm = part if isinstance(part, Norm) else as_norm(part)
        scopes = self.supposer.scopes_over(norm.clause)
        who = (*norm.who, *(role for scope in scopes for role in scope.who))
        about = And((norm.about, *(scope.about for scope in scopes)))
        return self.supposer.values.leaning.names(replace(norm, about=about, who=who))

    def of_norm(self, norm: Norm) -> Iterator[Act]:
        """The acts that look into one norm."""
        first, lifted, implied = self._bases(norm)
        names = self._facts(norm)
        bases = [*first, *lifted, *implied]
        yield from bases
        yield from (act for base in first[:1] for act in self.examples.settled(base, keep=norm.id))
        for base in bases:
            yield from self.varied.of_facts(base, names)
        for base in (*first[:1], *lifted[:1], *implied[:1]):
            yield from self._every_word(base)
        yield from self._unseen(norm, first[:1], names)
        yield from self._by_others(norm, (*first[:1], *lifted[:2], *implied[:1]), names)
        yield from self._by_word(norm)
        yield from self._by_leaf(norm)
        yield from self._overruled(norm)

    def of_duty(self, duty: Duty) -> Iterator[Act]:
        """The acts that look into a duty: called up and not yet done."""
        called = as_norm(duty)
        if isinstance(duty.about, Always) and not called.actions and duty.repeats:
            return  # it only comes round again; no act calls it up
        wishes = [*self.supposer.plays(called), *([(duty.done, False)] if duty.done is not None else [])]
        for place, act in enumerate(islice(self.supposer.all_so(wishes, BLANK), 2)):
            base = self.examples.alone(act, keep=f"plicht:{duty.id}")
            yield from (base, replace(base, done=base.done | {duty.id}))
            yield from self.varied.of_facts(base, self._facts(called))
            yield from self._every_word(base) if place == 0 else ()

    def _bases(self, norm: Norm) -> tuple[list[Act], list[Act], list[Act]]:
        if norm.id not in self._made:
            implied = self.examples.implied(norm) if norm.only else ()
            first = [self.examples.alone(act, keep=norm.id) for act in islice(self.examples.holding(norm), 2)]
            lifted = [self.examples.alone(act, keep=norm.id) for act in islice(self.examples.lifted(norm), MOST_LIFTED)]
            banned = [self.examples.alone(act, keep=f"{norm.id}!") for act in islice(implied, MOST_LIFTED)]
            banned += [self.examples.alone(act) for act in islice(self.examples.spared(norm), MOST_LIFTED)]
            self._made[norm.id] = (first, lifted, banned)
        return self._made[norm.id]

    def _unseen(self, norm: Norm, bases: Iterable[Act], names: list[str]) -> Iterator[Act]:
        """The same acts when nobody said who is in them: by every action the norm names, on every channel."""
        fact = self.examples.catalogue.facts["handeling"]
        for base in bases if norm.per is not None else ():
            bare = replace(base, people={})
            yield from (bare, *self.varied.of_facts(bare, names))
            under = self.supposer.values.words(fact, norm.actions)
            for act in self.varied.of_words(bare, "handeling", under[:MOST_ACTIONS]):
                yield from self._every_word(act, ("medium",))

    def _by_others(self, norm: Norm, bases: Iterable[Act], names: list[str]) -> Iterator[Act]:
        """What somebody else says: a consent in every way it can be given, a leave by everyone."""
        rules = [rule for rule in self.ready.pack.consent_rules if rule.name in names]
        powers = {power.name for power in self.ready.pack.powers} & set(names)
        for base in bases:
            for rule in rules:
                yield from self.varied.of_consent(base, rule)
            if powers:
                yield from self.varied.of_leave(base)

    def _by_word(self, norm: Norm) -> Iterator[Act]:
        """Acts on which it holds for each role, action and channel it names, and nothing else speaks."""
        for name, words in named_by(norm):
            vocabulary = self.examples.catalogue.words_of(self.examples.catalogue.facts[name])
            spelled = () if vocabulary is None else self.supposer.values.spelled(vocabulary, words)
            for word in spelled[:MOST_WORDS]:
                act = next(self._with_leaf(norm, In(name, (word,)), wanted=True), None)
                if act is not None:
                    base = self.examples.alone(act, keep=norm.id)
                    yield from (base, *self.examples.settled(base, keep=norm.id))

    def _by_leaf(self, norm: Norm) -> Iterator[Act]:
        """Acts on which it holds because, or although, one leaf is so; and the same with that leaf turned."""
        nodes = And((*conditions_of(norm), *(scope.about for scope in self.supposer.scopes_over(norm.clause))))
        for leaf in islice(leaves(nodes, self.meanings), MOST_LEAVES):
            for wanted in (True, False):
                act = next(self._with_leaf(norm, leaf, wanted=wanted), None)
                if act is not None:
                    base = self.examples.alone(act, keep=norm.id)
                    yield base
                    yield from self.varied.of_facts(base, sorted(names_in(leaf)))

    def _with_leaf(self, norm: Norm, leaf: Node, *, wanted: bool) -> Iterator[Act]:
        for act, place in self.supposer.views(norm, BLANK):
            yield from self.supposer.all_so([(leaf, wanted), *self.supposer.holds(norm)], act, place, tries=FEW_TRIES)

    def _overruled(self, norm: Norm) -> Iterator[Act]:
        """Acts on which a norm that lifts others holds together with each of those."""
        if norm.lifts:
            for other in self.ready.pack.norms:
                if other is not norm and other.kind != "toestemming":
                    for act in islice(self.examples.holding(other), 1):
                        for both in islice(self.examples.holding(norm, start=act), 1):
                            yield from (act, self.examples.alone(both, keep=other.id))

    def _every_word(self, base: Act, facts: Iterable[str] = WORDS) -> Iterator[Act]:
        for fact in facts:
            vocabulary = self.examples.catalogue.words_of(self.examples.catalogue.facts[fact])
            words = [] if vocabulary is None else [word.code for word in vocabulary]
            yield from self.varied.of_words(base, fact, words)

    def _facts(self, norm: Norm) -> list[str]:
        return sorted(self.leans_on(norm) - set(WORDS))


def as_norm(duty: Duty) -> Norm:
    """What calls a duty up, as a norm that plays then."""
    actors = () if duty.after and duty.actors is None else duty.who if duty.actors is None else duty.actors
    done = Always() if duty.done is None else duty.done
    bare = Norm(f"plicht:{duty.id}", duty.clause, "gebod", about=duty.about, needs=done)
    return replace(bare, who=actors, actions=duty.actions, media=duty.media)
