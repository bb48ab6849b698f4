"""Acts on which one norm speaks and, as far as that can be, nothing else: so that its own voice is heard.

A ban hides every other one. So an act on which a norm holds is told on until the other norms have nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from magdit.norms.act import Act
from magdit.norms.catalogue import Catalogue
from magdit.norms.combine import Says
from magdit.norms.conditions.tree import Node
from magdit.norms.examples.suppose import Supposer, Wish
from magdit.norms.examples.telling import BLANK, Place, one_more, with_people
from magdit.norms.judge import Finding, Outcome, is_waiting, outcome_of
from magdit.norms.leaning import parts_of
from magdit.norms.model import PEOPLE_OF, Norm
from magdit.norms.ready import ReadyPack
from magdit.norms.situation import Situation

AGAINST = frozenset({Says.DENY, Says.MAYBE_DENY, Says.MAYBE_EITHER})
MOST_ROUNDS, MOST_WAYS, FEW_TRIES = 16, 40, 200


@dataclass(slots=True, eq=False)
class Examples:
    """Makes acts for one pack and judges them by that pack alone."""

    ready: ReadyPack
    catalogue: Catalogue
    supposer: Supposer

    @classmethod
    def of(cls, ready: ReadyPack, catalogue: Catalogue) -> Examples:
        return cls(ready, catalogue, Supposer(ready, catalogue))

    def outcome(self, act: Act) -> Outcome:
        """What this pack alone makes of an act."""
        return outcome_of((self.ready,), Situation(act))

    def holding(self, norm: Norm, *, start: Act = BLANK) -> Iterator[Act]:
        """Acts on which this norm plays and nothing of its own lifts it."""
        for act, place in self.supposer.views(norm, start):
            yield from self.supposer.all_so(self.supposer.holds(norm), act, place)

    def lifted(self, norm: Norm, *, start: Act = BLANK) -> Iterator[Act]:
        """Acts on which this norm plays and one of its exceptions (or what a command asks) lifts it."""
        ways = [*norm.unless, *((norm.needs,) if norm.kind == "gebod" else ())]
        for act, place in self.supposer.views(norm, start):
            for way in ways:
                wishes = [*self.supposer.plays(norm), (way, True)]
                yield from islice(self.supposer.all_so(wishes, act, place, roles=True), 1)

    def implied(self, norm: Norm, *, start: Act = BLANK) -> Iterator[Act]:
        """Acts that the ban behind an only-permission forbids."""
        for act, place in self.supposer.views(norm, start):
            for missing in (node for node, _ in self.supposer.plays(norm) if node != norm.only_within):
                yield from islice(self.supposer.all_so([*self._field(norm), (missing, False)], act, place), 1)
            yield from islice(self.supposer.all_so([*self._field(norm), (norm.needs, False)], act, place), 1)
            for way in norm.unless:
                yield from islice(self.supposer.all_so([*self._field(norm), (way, True)], act, place), 1)

    def spared(self, norm: Norm, *, start: Act = BLANK) -> Iterator[Act]:
        """Acts that the ban behind an only-permission would forbid, were they not spared by name."""
        for act, place in self.supposer.views(norm, start):
            for spare in norm.only_spares:
                for missing in (norm.needs, *(node for node, _ in self.supposer.plays(norm))):
                    wishes = [*self._field(norm), (missing, False), (spare, True)]
                    yield from islice(self.supposer.all_so(wishes, act, place, tries=FEW_TRIES, roles=True), 1)

    def alone(self, act: Act, *, keep: str | None = None) -> Act:
        """The act told on until no other norm stands in the way of what `keep` (a norm, or "plicht:…") says."""
        best = self._done_first(act, keep)
        for _ in range(MOST_ROUNDS):
            others = [f for f in against(self.outcome(best)) if f.ready.norm.id != keep]
            better = next((one for f in others for one in self._without(best, f, len(others), keep)), None)
            if better is None:
                return best
            best = self._done_first(better, keep)
        return best

    def settled(self, act: Act, *, keep: str) -> Iterator[Act]:
        """The act told on so that what might be allowed by other norms is, and so that it is not."""
        for wanted in (True, False):
            best = act
            for other in self.outcome(act).findings:
                if other.says is Says.MAYBE_PERMIT and other.ready.norm.id != keep:
                    best = next(self._settling(best, other, keep=keep, wanted=wanted), best)
            if best is not act:
                yield best

    def _settling(self, act: Act, other: Finding, *, keep: str, wanted: bool) -> Iterator[Act]:
        norm = next((one for one in self.ready.pack.norms if one.id == other.ready.norm.id), None)
        if norm is None:
            return
        before = len(against(self.outcome(act)))
        ways = [self.supposer.holds(norm)] if wanted else [[(node, False)] for node, _ in self.supposer.plays(norm)]
        for view, place in self.supposer.views(norm, act):
            for way in ways:
                for more in islice(self.supposer.all_so(way, view, place, tries=FEW_TRIES), 3):
                    alike = self.effect(more, keep) == self.effect(act, keep)
                    if alike and len(against(self.outcome(more))) <= before:
                        yield more

    def speaks(self, act: Act, name: str) -> bool:
        """Whether this norm has something to say of the act, or this duty ("plicht:…") is called up."""
        return bool(self.effect(act, name))

    def effect(self, act: Act, name: str) -> frozenset[str]:
        """What this norm or duty says of the act: a ban that holds says something else than one that is lifted."""
        outcome = self.outcome(act)
        said = {f.says.value for f in outcome.findings if f.ready.norm.id == name and f.says is not Says.NOTHING}
        return frozenset(said | {t.state for _, t in outcome.duties if name == f"plicht:{t.duty.id}"} - {"vervuld"})

    def _field(self, norm: Norm) -> list[Wish]:
        """Where the ban behind an only-permission looks."""
        who = (*norm.who, *norm.only_rest) if norm.who else ()
        if norm.only_within is None:
            return self.supposer.plays(replace(norm, who=who))
        return self.supposer.plays(replace(norm, who=who, actions=(), media=(), about=norm.only_within))

    def _without(self, act: Act, other: Finding, before: int, keep: str | None) -> Iterator[Act]:
        """The act told on so that this other norm is silent, while fewer stand against it and the kept one speaks."""
        for proposal in islice(self._silencing(act, other), MOST_WAYS):
            left = [f for f in against(self.outcome(proposal)) if f.ready.norm.id != keep]
            if len(left) < before and (keep is None or self.effect(proposal, keep) == self.effect(act, keep)):
                yield proposal

    def _silencing(self, act: Act, other: Finding) -> Iterator[Act]:
        norm, place = other.ready.norm, _place(other)
        if other.situation.index is not None and place is None and norm.per is not None:
            yield with_people(act, PEOPLE_OF[norm.per], ())
            act, place = one_more(act, PEOPLE_OF[norm.per]), (PEOPLE_OF[norm.per], 0)
        original = next((one for one in self.ready.pack.norms if one.id == norm.id), None)
        wishes = self.supposer.plays(original) if original else []
        if original is None:  # the ban behind an only-permission: within its field, or by the permission itself
            permission = next(one for one in self.ready.pack.norms if f"{one.id}!" == norm.id)
            wishes = self._field(permission)
            yield from self.supposer.all_so(self.supposer.holds(permission), act, place, tries=FEW_TRIES)
        ways: Iterable[Node] = (*norm.unless, *((norm.needs,) if norm.kind == "gebod" else ()))
        for way in ways:
            yield from islice(self.supposer.all_so([(way, True)], act, place, tries=FEW_TRIES), 2)
        for part in (part for node, _ in wishes for part in parts_of(node)):
            yield from islice(self.supposer.all_so([(part, False)], act, place, tries=FEW_TRIES), 2)

    def _done_first(self, act: Act, keep: str | None) -> Act:
        """The act with the duties that come first done, but for the one that is kept."""
        waiting = {t.duty.id for _, t in self.outcome(act).duties if is_waiting(t) and f"plicht:{t.duty.id}" != keep}
        return replace(act, done=act.done | waiting) if waiting else act


def against(outcome: Outcome) -> list[Finding]:
    """What forbids an act, or may."""
    return [f for f in outcome.findings if f.says in AGAINST and f.ready.decides]


def _place(finding: Finding) -> Place:
    group, index = finding.situation.group, finding.situation.index
    return None if group is None or index is None or index < 0 else (group, index)
